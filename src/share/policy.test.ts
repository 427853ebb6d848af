import { expect, test } from 'vitest';
import { commonHeaders, contentPolicy, headersFor, missingPage } from './policy.ts';

const facts = { origin: 'https://example.org', page: '<html><style>p{color:red}</style></html>' };
const onion = { ...facts, origin: 'http://example.onion' };

/** Directives of a policy, with their values. */
const parse = (policy: string): Record<string, string> => Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0]!, directive.split(' ').slice(1).join(' ')]));

test('a page may load its own files, send its own form, and nothing else', () => {
  expect(parse(contentPolicy(facts, 'page'))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
    'style-src': "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
    'img-src': "'self'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'upgrade-insecure-requests': '',
  });
});

test('only the page for unknown addresses and the search may ask for data, and only the search may run WebAssembly', () => {
  const policyAt = (path: string): Record<string, string> => parse(headersFor(path, facts)['Content-Security-Policy']!);
  const page = policyAt('/');
  for (const path of ['/articles/search/', '/prisons/cecot/', '/assets/search.js']) expect(policyAt(path)).toEqual(page);
  expect(policyAt(missingPage)).toEqual({ ...page, 'connect-src': "'self'" });
  for (const path of ['/search/', '/es/search/', '/search/?q=x']) expect(policyAt(path)).toEqual({ ...page, 'script-src': "'self' 'wasm-unsafe-eval'", 'connect-src': "'self'" });
});

test('a site without TLS is not sent to an address where nobody answers', () => {
  expect(commonHeaders(facts)['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains; preload');
  expect(commonHeaders(onion)['Strict-Transport-Security']).toBeUndefined();
  expect(contentPolicy(onion, 'page')).not.toContain('upgrade-insecure-requests');
});

test('other sites may show pictures, and read pictures, data, citations and feeds, but no page', () => {
  const open = (path: string): (string | undefined)[] => ['Cross-Origin-Resource-Policy', 'Access-Control-Allow-Origin'].map((name) => headersFor(path, facts)[name]);
  for (const path of ['/cards/articles/water.png', '/es/cards/pages/home.png', '/maps/honduras-day.png']) expect(open(path), path).toEqual(['cross-origin', '*']);
  // The resource policy is not asked where a site asks to read.
  for (const path of ['/data/records.csv', '/data/schemas/atlas.json', '/cite/articles/water.ris', '/articles/atom.xml', '/es/countries/honduras/atom.xml', '/timeline/feed.json']) expect(open(path), path).toEqual(['same-origin', '*']);
  for (const path of ['/', '/articles/water/', '/glossary/data/', '/search/gazetteer.json', '/assets/x.js', missingPage]) expect(open(path), path).toEqual(['same-origin', undefined]);
});

test('files with a hash in their names are kept for ever, all others are asked for again', () => {
  const cacheOf = (path: string): string => headersFor(path, facts)['Cache-Control']!;
  for (const path of ['/assets/page.CkNOj2yF.js', '/pagefind/index/en_1.pf_index']) expect(cacheOf(path)).toBe('public, max-age=31536000, immutable');
  for (const path of ['/', '/favicon.svg', '/pagefind/pagefind.js', '/search/gazetteer.json', missingPage]) expect(cacheOf(path)).toBe('no-cache');
});
