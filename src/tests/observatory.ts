/**
 * Score of the headers of an answer over TLS, after the rules that Mozilla publishes for its HTTP Observatory:
 * https://github.com/mdn/mdn-http-observatory, commit 94042bb (20 August 2026), src/grader/charts.js and src/analyzer/tests/.
 * Every site starts with 100; bonuses count where nothing is taken off below 90. Not counted, as no file can grant them: the preload list (+5).
 * Integrity of scripts of one's own (+5) and cookies (+5) are left out; both give 0 here.
 */
export function score(headers: ReadonlyMap<string, string>, html: string): { score: number; modifiers: Record<string, number> } {
  const value = (name: string): string => (headers.get(name) ?? '').trim().toLowerCase();
  const policies = value('content-security-policy').split(',').filter(Boolean).map(parsePolicy);
  const has = (directive: string): boolean => policies.some((policy) => policy.has(directive));
  const modifiers = {
    'content-security-policy': policies.length ? Math.max(...policies.map(scorePolicy)) : -25,
    'x-frame-options': has('frame-ancestors') || /^(deny|sameorigin)$/.test(value('x-frame-options')) ? 5 : -20,
    'strict-transport-security': scoreTransport(value('strict-transport-security')),
    'x-content-type-options': value('x-content-type-options') === 'nosniff' ? 0 : -5,
    'referrer-policy': /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(value('referrer-policy')) ? 5 : headers.has('referrer-policy') ? -5 : 0,
    'cross-origin-resource-policy': choose(value('cross-origin-resource-policy'), ['same-origin', 'same-site'], ['cross-origin', '']),
    'cross-origin-opener-policy': choose(value('cross-origin-opener-policy'), ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'], ['unsafe-none', '']),
    'cross-origin-embedder-policy': choose(value('cross-origin-embedder-policy'), ['require-corp', 'credentialless'], ['unsafe-none', '']),
    'cross-origin-resource-sharing': headers.has('access-control-allow-credentials') ? -50 : 0,
    cookies: headers.has('set-cookie') ? -20 : 0,
    // A script from elsewhere without a checksum.
    'subresource-integrity': /<script[^>]+src=["']?(https?:)?\/\//.test(html) ? -5 : 0,
  };
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  const all = Object.values(modifiers);
  const without = 100 + sum(all.filter((each) => each < 0));
  return { score: Math.max(0, without + (without >= 90 ? sum(all.filter((each) => each > 0)) : 0)), modifiers };
}

type Policy = ReadonlyMap<string, readonly string[]>;
const parsePolicy = (policy: string): Policy => new Map(policy.split(';').map((directive) => directive.trim().split(/\s+/)).map(([name, ...sources]) => [name!, sources]));

const broad = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const inline = ["'unsafe-inline'", 'data:'];

function scorePolicy(policy: Policy): number {
  const sources = (name: string): readonly string[] => policy.get(name) ?? policy.get('default-src') ?? ['*'];
  const uses = (name: string, ...forbidden: readonly string[]): boolean => sources(name).some((source) => forbidden.includes(source));
  const isInsecure = (names: readonly string[]): boolean => names.some((name) => sources(name).some((source) => /^(http|ftp):/.test(source)));
  if (uses('script-src', ...broad, ...inline) || uses('object-src', ...broad)) return -20;
  if (isInsecure([...policy.keys()].filter((name) => name !== 'img-src' && name !== 'media-src'))) return -20;
  if (uses('script-src', "'unsafe-eval'") || uses('style-src', "'unsafe-eval'") || isInsecure(['img-src', 'media-src'])) return -10;
  if (uses('style-src', ...broad, ...inline)) return 0;
  return sources('default-src').join() === "'none'" ? 10 : 5;
}

/** At least six months, told once. */
function scoreTransport(value: string): number {
  const age = Number(/(?:^|;\s*)max-age=(\d+)/.exec(value)?.[1] ?? Number.NaN);
  if (!(age >= 0) || value.includes(',')) return -20;
  return age >= 15_552_000 ? 0 : -10;
}

const choose = (value: string, good: readonly string[], neutral: readonly string[]): number => (good.includes(value) ? 10 : neutral.includes(value) ? 0 : -5);
