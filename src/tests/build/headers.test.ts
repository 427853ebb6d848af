import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentPolicy, headersFor, missingPage } from '../../share/policy.ts';
import { caddyFile, nginxFile, readRedirects } from '../../share/hosts.ts';
import { address, site } from '../../site.ts';
import { readBuiltSite } from '../../tools/built-site.ts';
import { serve } from '../../tools/serve.ts';
import { score } from '../observatory.ts';
import { built, expectNoFaults } from './site.ts';

const folder = 'dist';
const redirects = readRedirects(readFileSync(join(folder, '_redirects'), 'utf8'));
const facts = { ...readBuiltSite(folder), origin: 'https://example.org', redirects };
const rules = readFileSync(join(folder, '_headers'), 'utf8').trimEnd().split(/\n(?=\S)/).map((rule) => {
  const [path, ...headers] = rule.split('\n');
  return { path: path!, headers: headers.map((header) => header.trim()) };
});
/** Values that Netlify and Cloudflare give a header at an address: all rules that match count. */
const valuesAt = (path: string, name: string): string[] =>
  rules
    .filter((rule) => new RegExp(`^${rule.path.replaceAll('.', '\\.').replaceAll('*', '.*').replace(/:[a-z]+/g, '[^/]+')}$`).test(path))
    .flatMap(({ headers }) => headers.filter((header) => header.startsWith(`${name}: `)).map((header) => header.slice(name.length + 2)));

test.each(['/', '/search/', missingPage])('the headers of %s have 150 points of the HTTP Observatory', (path) => {
  const headers = new Map(Object.entries(headersFor(path, facts)).map(([name, value]) => [name.toLowerCase(), value]));
  const html = readFileSync(join(folder, path.replace(/\/$/, '/index.html')), 'utf8');
  const { score: points, modifiers } = score(headers, html);
  console.log(path, points, JSON.stringify(modifiers));
  expect(points).toBe(150);
  // The rules can tell better from worse.
  expect(score(new Map([...headers].filter(([name]) => name !== 'content-security-policy')), html).score).toBe(55);
  expect(score(new Map([...headers, ['content-security-policy', "script-src 'self' 'unsafe-inline'"]]), html).score).toBeLessThan(100);
});

test('the local server sends the same, but for what only TLS has', async () => {
  const { server, address: home } = await serve(folder, 0);
  onTestFinished(() => void server.close());
  for (const path of ['/', '/search/', '/articles/', '/favicon.svg', '/data/records.csv', '/cards/pages/home.png', '/articles/atom.xml', '/no-such-page/', '/data/no-such-file.csv']) {
    const { headers, status } = await fetch(home.replace(/\/$/, '') + path);
    expect(status, path).toBe(path.includes('no-such') ? 404 : 200);
    const expected = headersFor(status === 404 ? missingPage : path, { ...facts, origin: 'http://localhost' });
    expect(Object.entries(expected).filter(([name, value]) => headers.get(name) !== value)).toEqual([]);
    expect(headers.get('access-control-allow-origin')).toBe(expected['Access-Control-Allow-Origin'] ?? null);
  }
});

test('every page has the style that the policy allows, and scripts, forms and images of its own site only', () => {
  const [, hash] = /style-src ('sha256-[^']+')/.exec(contentPolicy(facts, 'page'))!;
  expectNoFaults(built.pages, ({ html }) => (contentPolicy({ ...facts, page: html }, 'page').includes(hash!) ? [] : ['another style']));
});

test('_headers keeps to the limits of Cloudflare: 100 rules, 2,000 characters in a line', () => {
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.length).toBeLessThanOrEqual(100);
  expect(rules.flatMap(({ path, headers }) => [path, ...headers]).filter((line) => line.length > 1990)).toEqual([]);
});

test('_headers says of every page what the policy says, wherever a page may be missing too', () => {
  expectNoFaults(built.pages, ({ path }) => {
    const within = path.slice(site.base.length);
    const policies = valuesAt(path, 'Content-Security-Policy');
    const narrowest = within === '/' ? 'page' : within.startsWith('/search/') || within === missingPage || /^\/[a-z]{2}\/(search\/)?$/.test(within) ? 'search' : 'missing';
    return [
      ...(policies.at(0) === contentPolicy({ ...facts, origin: site.url }, 'search') ? [] : ['not the widest policy first']),
      ...(policies.at(-1) === contentPolicy({ ...facts, origin: site.url }, narrowest) ? [] : [`no ${narrowest} policy`]),
      ...(valuesAt(path, 'Cache-Control').length ? ['kept too long'] : []),
    ];
  });
  expect(valuesAt(address('/assets/x.js'), 'Cache-Control')).toEqual(['public, max-age=31536000, immutable']);
});

test('_headers opens to other sites what the policy opens, in one value', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replaceAll('\\', '/'));
  // Of what stands at the root, of scripts and of the index no rule speaks but the widest.
  const paths = [...new Map(files.filter((path) => path.lastIndexOf('/') > 0 && !/^\/(assets|pagefind)\//.test(path)).map((path) => [path.replace(/[^/]+(?=\.)/, '').replace(/(?<=^\/[^/]+\/)[^/]+/, '*'), path.replace(/index\.html$/, '')])).values()];
  expect(paths.length).toBeGreaterThan(40);
  const faults = paths.flatMap((path) =>
    ['Cross-Origin-Resource-Policy', 'Access-Control-Allow-Origin'].flatMap((name) => {
      const [said, meant] = [valuesAt(address(path), name), headersFor(path, facts)[name]];
      return said.every((value) => value === meant) && said.length === (meant ? 1 : 0) ? [] : [`${path} ${name}: ${said}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('servers of one\'s own know the type of every file', () => {
  const endings = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => /(?<!pagefind.*)\.([a-z]+)$/.exec(file)?.[1] ?? []));
  const unknown = [...endings].filter((ending) => ending !== 'html' && !(new RegExp(`^  @\\w+ path .*\\*\\.${ending}\\b`, 'm').test(caddyFile(facts)) && new RegExp(`^    \\S+ .*\\b${ending}\\b.*;$`, 'm').test(nginxFile(facts))));
  expect(endings.size).toBeGreaterThan(10);
  expect(unknown).toEqual([]);
  expect(caddyFile(facts)).toContain('  @ris path *.ris\n  header @ris Content-Type "application/x-research-info-systems; charset=utf-8"');
});

test('every former address is redirected, by a host or by a page', () => {
  const pages = built.redirects.map(({ path }) => path).sort();
  expect(redirects.map(({ from }) => from).sort()).toEqual(pages);
  for (const { from, to } of redirects) {
    expect(nginxFile(facts)).toContain(`location = "${from}" { return 301 "${to}"; }`);
    expect(caddyFile(facts)).toContain(`redir ${from} ${to} 301`);
  }
});
