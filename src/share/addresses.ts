import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Atlas } from '../atlas/model.ts';
import { site } from '../site.ts';

/** Files that other files of the site name anew with each build, and nobody else. */
const passing = /^\/(?:assets|pagefind)\/|^\/(?:[a-z]{2}\/)?(?:(?:cards|maps)\/|search\/(?!index\.html$))|^\/404\.html$|\/qr\.svg$|^\/_/;

/**
 * Every address of a built site that is to last: pages, files (feeds, data), and the fragments of headings, records, claims,
 * figures and tables. Without base, sorted.
 * @param folder the built site
 * @param atlases what it was built from, one for each published language
 */
export function permanentAddresses(folder: string, atlases: readonly Atlas[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder).length).split(sep).join('/'));
  const addresses = files.filter((file) => !passing.test(file)).flatMap((file) => {
    const path = file.replace(/\/index\.html$/, '/');
    const drawn = path === file ? [] : [...readFileSync(join(folder, file), 'utf8').matchAll(/<(?:figure|table)\b[^>]*? id="([^"]+)"/g)].map(([, id]) => `${path}#${id}`);
    return [path, ...drawn];
  });
  const fragments = atlases.flatMap(({ lang, articles, countries, prisons, terms, pages, records, claims }) => [
    ...[...articles, ...countries, ...prisons, ...terms, ...pages].filter((entry) => entry.lang === lang).flatMap(({ href, headings }) => headings.map(({ id }) => `${href}#${id}`)),
    ...records.filter(({ country }) => country.lang === lang).map(({ href }) => href),
    ...claims.map(({ href }) => href),
  ]);
  return [...new Set([...addresses, ...fragments.map((href) => href.slice(site.base.length))])].sort();
}
