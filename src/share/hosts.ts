import { anyOrigin, askAgain, commonHeaders, contentPolicy, forEver, hashedFolders, missingPage, readElsewhere, resourcePolicy, searchPages, shownElsewhere, type Facts } from './policy.ts';

// The one policy in the words of each host. Addresses are within the origin, with the base path.

/** What a host has to know of a built site. */
export interface BuiltSite extends Facts {
  /** Empty, or "/x". */
  base: string;
  /** Folders of pages, but those of the search: "/articles/". */
  sections: readonly string[];
  /** Former addresses and what stands for them. */
  redirects: readonly { from: string; to: string }[];
}

/** Types of the files that the site has. */
const mediaTypes: Record<string, string> = {
  'application/geo+json': 'geojson', 'application/json': 'json', 'application/manifest+json': 'webmanifest', 'application/x-bibtex': 'bib',
  'application/x-research-info-systems': 'ris', 'application/xml': 'xml', 'font/woff2': 'woff2', 'image/png': 'png', 'image/svg+xml': 'svg', 'image/x-icon': 'ico',
  'text/csv': 'csv', 'text/html': 'html', 'text/javascript': 'js', 'text/plain': 'txt',
};
/** Text whose type does not say by itself that it is UTF-8. */
const texts = Object.keys(mediaTypes).filter((type) => type !== 'text/html' && /^text\/|[/+](json|xml|x-bibtex|x-research-info-systems)$/.test(type));

const lines = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

/**
 * `_headers` for Netlify and Cloudflare, which join the values of all rules that match. A browser grants what every one of
 * several content policies grants: so the widest stands for all addresses, and sections have a narrower one besides, that of
 * the page for unknown addresses, which stands there for every page that is missing. Two resource policies would be none:
 * so each folder of pages or pictures has its own, and scripts and the index, of use to nobody else, have none. Both hosts
 * let browsers ask again for whatever no rule says more about.
 */
export function headersFile(site: BuiltSite): string {
  const rule = (path: string, headers: Record<string, string>): string[] => [site.base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)];
  const [own, shown] = [resourcePolicy.own, resourcePolicy.shown].map((value) => ({ 'Cross-Origin-Resource-Policy': value }));
  const open = { 'Access-Control-Allow-Origin': anyOrigin };
  return lines(
    rule('/*', { 'Content-Security-Policy': contentPolicy(site, 'search'), ...commonHeaders(site) }),
    rule('/', { 'Content-Security-Policy': contentPolicy(site, 'page'), ...own }),
    searchPages.flatMap((path) => rule(`${path}*`, { ...own })),
    site.sections.flatMap((section) => rule(`${section}*`, { 'Content-Security-Policy': contentPolicy(site, 'missing'), ...(shownElsewhere.includes(section) ? shown : own) })),
    readElsewhere.folders.flatMap((folder) => rule(`${folder}*`, open)),
    // A name behind a colon stands for one part of an address.
    ['/:section', '/:section/:id', '/:lang/:section/:id'].flatMap((path) => readElsewhere.files.flatMap((file) => rule(path + file, open))),
    hashedFolders.flatMap((folder) => rule(`${folder}*`, { 'Cache-Control': forEver })),
  );
}

/** `_redirects` for Netlify and Cloudflare. */
export const redirectsFile = ({ redirects }: BuiltSite): string => lines('# Former addresses.', redirects.map(({ from, to }) => `${from} ${to} 301`));

/** Reads them back. */
export const readRedirects = (file: string): { from: string; to: string }[] =>
  file.split('\n').filter((line) => line.startsWith('/')).map((line) => line.split(' ')).map(([from, to]) => ({ from: from!, to: to! }));

const nameOf = ({ origin }: Facts): string => new URL(origin).hostname;
const escaped = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A site of nginx, for /etc/nginx/conf.d/: within its `http` block. */
export function nginxFile(site: BuiltSite): string {
  const { base, redirects } = site;
  const starting = (paths: readonly string[]): string => quoted(`~^${escaped(base)}(${paths.map(escaped).join('|')})`);
  const headers = {
    'Content-Security-Policy': '$content_policy',
    ...commonHeaders(site),
    'Cross-Origin-Resource-Policy': '$resource_policy',
    // Nothing is sent where it is empty.
    'Access-Control-Allow-Origin': '$reading_origin',
    'Cache-Control': '$cache_policy',
  };
  return lines(
    '# Serves compressed files that stand beside their originals ("npm run compress"). Without the brotli module',
    '# (Debian: libnginx-mod-http-brotli-static) take out the line brotli_static.',
    'map $uri $content_policy {',
    `  default ${quoted(contentPolicy(site, 'page'))};`,
    `  ${starting(searchPages)} ${quoted(contentPolicy(site, 'search'))};`,
    `  ${starting([missingPage])} ${quoted(contentPolicy(site, 'missing'))};`,
    '}',
    'map $uri $cache_policy {',
    `  default ${quoted(askAgain)};`,
    `  ${starting(hashedFolders)} ${quoted(forEver)};`,
    '}',
    'map $uri $resource_policy {',
    `  default ${quoted(resourcePolicy.own)};`,
    `  ${starting(shownElsewhere)} ${quoted(resourcePolicy.shown)};`,
    '}',
    'map $uri $reading_origin {',
    '  default "";',
    `  ${starting(readElsewhere.folders)} ${quoted(anyOrigin)};`,
    `  ${quoted(`~(${readElsewhere.files.map(escaped).join('|')})$`)} ${quoted(anyOrigin)};`,
    '}',
    'server {',
    '  listen 80;',
    '  listen [::]:80;',
    `  server_name ${nameOf(site)};`,
    base ? `  # The site is in ${base.slice(1)}/ below this folder.` : [],
    '  root /srv/www;',
    '  index index.html;',
    '  server_tokens off;',
    '  # Each line of a log would name a reader: to look for a fault, take error_log out for a while.',
    '  access_log off;',
    '  error_log /dev/null;',
    '  absolute_redirect off;',
    '  brotli_static on;',
    '  gzip_static on;',
    '  gzip_vary on;',
    '  charset utf-8;',
    `  charset_types ${texts.join(' ')};`,
    '  types {',
    Object.entries(mediaTypes).map(([type, endings]) => `    ${type} ${endings};`),
    '  }',
    '  default_type application/octet-stream;',
    Object.entries(headers).map(([name, value]) => `  add_header ${name} ${value.startsWith('$') ? value : quoted(value)} always;`),
    // A folder without a page is no page.
    `  error_page 403 404 =404 ${base}${missingPage};`,
    redirects.map(({ from, to }) => `  location = ${quoted(from)} { return 301 ${quoted(to)}; }`),
    '}',
  );
}

/** A Caddyfile: Caddy fetches the certificate of its site by itself. */
export function caddyFile(site: BuiltSite): string {
  const { base, redirects } = site;
  const below = (folders: readonly string[]): string => folders.map((folder) => `${base}${folder}*`).join(' ');
  const ending = (files: readonly string[]): string => files.map((file) => `*${file}`).join(' ');
  return lines(
    '(common) {',
    '  header {',
    Object.entries(commonHeaders(site)).map(([name, value]) => `    ${name} ${quoted(value)}`),
    '    -Server',
    '  }',
    '}',
    `{$SITE_ADDRESS:${site.origin}} {`,
    base ? `  # The site is in ${base.slice(1)}/ below this folder.` : [],
    '  root * /srv/www',
    '  import common',
    `  @search path ${below(searchPages)}`,
    `  @page not path ${below(searchPages)}`,
    `  @hashed path ${below(hashedFolders)}`,
    `  @changes not path ${below(hashedFolders)}`,
    `  @shown path ${below(shownElsewhere)}`,
    `  @own not path ${below(shownElsewhere)}`,
    `  @open path ${below(readElsewhere.folders)} ${ending(readElsewhere.files)}`,
    `  header @search Content-Security-Policy ${quoted(contentPolicy(site, 'search'))}`,
    `  header @page Content-Security-Policy ${quoted(contentPolicy(site, 'page'))}`,
    `  header @hashed Cache-Control ${quoted(forEver)}`,
    `  header @changes Cache-Control ${quoted(askAgain)}`,
    `  header @shown Cross-Origin-Resource-Policy ${quoted(resourcePolicy.shown)}`,
    `  header @own Cross-Origin-Resource-Policy ${quoted(resourcePolicy.own)}`,
    `  header @open Access-Control-Allow-Origin ${quoted(anyOrigin)}`,
    // What the system of the host does not know would be sent without a type.
    Object.entries(mediaTypes).filter(([type]) => type !== 'text/html').flatMap(([type, endings]) => {
      const [name, ...others] = endings.split(' ');
      return [`  @${name} path ${ending([name, ...others].map((each) => `.${each}`))}`, `  header @${name} Content-Type ${quoted(texts.includes(type) ? `${type}; charset=utf-8` : type)}`];
    }),
    redirects.map(({ from, to }) => `  redir ${from} ${to} 301`),
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    '    import common',
    `    header Content-Security-Policy ${quoted(contentPolicy(site, 'missing'))}`,
    `    header Cache-Control ${quoted(askAgain)}`,
    `    header Cross-Origin-Resource-Policy ${quoted(resourcePolicy.own)}`,
    '    header -Access-Control-Allow-Origin',
    `    header Content-Type ${quoted('text/html; charset=utf-8')}`,
    `    rewrite * ${base}${missingPage}`,
    '    file_server {',
    '      precompressed br gzip',
    '    }',
    '  }',
    '}',
  );
}

/** A container of Caddy and the built site; it speaks HTTP unless SITE_ADDRESS names a host. */
export const containerFile = ({ base }: BuiltSite): string =>
  lines(
    '# docker build --file hosts/Containerfile --tag prison-imperialism . && docker run --publish 8080:80 prison-imperialism',
    'FROM docker.io/library/caddy:2-alpine',
    'ENV SITE_ADDRESS=:80',
    'COPY hosts/Caddyfile /etc/caddy/Caddyfile',
    `COPY dist /srv/www${base}`,
  );
