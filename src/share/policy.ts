import { createHash } from 'node:crypto';
import { languages, prefixOf } from '../i18n/languages.ts';

// What a host says with every answer. Paths are within the site: "/search/", whatever the base path.

/** What the headers depend on. */
export interface Facts {
  /** Origin under which the site is served. */
  origin: string;
  /** A built page: all have the same block of style. */
  page: string;
}

/** Pages by what they need: the one for unknown addresses asks for names, the search runs Pagefind's WebAssembly as well. */
export type PageKind = 'page' | 'missing' | 'search';
const inAllLanguages = (path: string): string[] => languages.map((lang) => prefixOf(lang) + path);
export const searchPages: readonly string[] = inAllLanguages('/search/');
export const missingPage = '/404.html';

/** Folders of pictures that other sites may show: cards of links that were shared, maps. */
export const shownElsewhere: readonly string[] = ['/cards/', '/maps/'].flatMap(inAllLanguages);
/** What scripts of other sites may read: pictures, data, citations, and feeds by the ends of their addresses. */
export const readElsewhere = { folders: [...shownElsewhere, '/data/', '/cite/'] as readonly string[], files: ['/atom.xml', '/rss.xml', '/feed.json'] as readonly string[] };
export const resourcePolicy = { own: 'same-origin', shown: 'cross-origin' } as const;
export const anyOrigin = '*';

/** Folders whose files have a hash of their content in their names. */
export const hashedFolders: readonly string[] = ['/assets/', '/pagefind/fragment/', '/pagefind/index/', '/pagefind/filter/'];
export const forEver = 'public, max-age=31536000, immutable';
/** Kept, but asked after each time: an unchanged page costs an answer without a body. */
export const askAgain = 'no-cache';

/** Two years, as the preload list of browsers wants it. */
const transportSecurity = 'max-age=63072000; includeSubDomains; preload';

/**
 * What no page uses. Only names that every browser with this header knows: others would be an error on the console.
 * Sharing and copying by a button are allowed to the site itself without being named.
 */
const unused = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'clipboard-read', 'compute-pressure', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad',
  'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'keyboard-map', 'local-fonts', 'magnetometer', 'microphone', 'midi',
  'otp-credentials', 'payment', 'picture-in-picture', 'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access',
  'sync-xhr', 'usb', 'window-management', 'xr-spatial-tracking',
];

const isSecure = ({ origin }: Facts): boolean => origin.startsWith('https:');

/** The content security policy of a kind of page. */
export function contentPolicy(facts: Facts, kind: PageKind): string {
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(facts.page) ?? [];
  const directives = [
    "default-src 'none'",
    `script-src 'self'${kind === 'search' ? " 'wasm-unsafe-eval'" : ''}`,
    style === undefined ? '' : `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "font-src 'self'",
    kind === 'page' ? '' : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // A host without TLS, a development server or an onion service, would not be reached any more.
    isSecure(facts) ? 'upgrade-insecure-requests' : '',
  ];
  return directives.filter(Boolean).join('; ');
}

/** Headers that all answers bear alike. */
export function commonHeaders(facts: Facts): Record<string, string> {
  return {
    ...(isSecure(facts) ? { 'Strict-Transport-Security': transportSecurity } : {}),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
}

/** All headers of the answer to an address within the site; `missingPage` for one that does not exist. */
export function headersFor(path: string, facts: Facts): Record<string, string> {
  const startsWith = (folders: readonly string[]): boolean => folders.some((folder) => path.startsWith(folder));
  const kind = path === missingPage ? 'missing' : startsWith(searchPages) ? 'search' : 'page';
  const isOpen = startsWith(readElsewhere.folders) || readElsewhere.files.some((file) => path.endsWith(file));
  return {
    'Content-Security-Policy': contentPolicy(facts, kind),
    ...commonHeaders(facts),
    'Cross-Origin-Resource-Policy': startsWith(shownElsewhere) ? resourcePolicy.shown : resourcePolicy.own,
    ...(isOpen ? { 'Access-Control-Allow-Origin': anyOrigin } : {}),
    'Cache-Control': startsWith(hashedFolders) ? forEver : askAgain,
  };
}
