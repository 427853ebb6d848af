import { readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { atlas } from '../atlas/atlas.ts';
import type { Atlas, DatedRecord } from '../atlas/model.ts';
import { pathOf } from '../atlas/reference.ts';
import { prefixOf, type Language } from '../i18n/languages.ts';
import { absolute, address, site } from '../site.ts';
import { addedOn } from './feeds.ts';
import { redirectsOf } from './redirects.ts';

/** A page in the site map; addresses are absolute. */
export interface MappedPage {
  url: string;
  /** `YYYY-MM-DD`; `undefined` where the content has no date. */
  modified?: string | undefined;
  /** The same page in each language, its own included; empty where it exists in one. */
  languages: { lang: Language; url: string }[];
}

const newest = (days: readonly (string | undefined)[]): string | undefined => days.filter((day) => day !== undefined).sort().at(-1);

/** Day of the last change of each page that the atlas knows, by its path within the site and its language. Nothing of it comes from a clock. */
export function modifiedOn(atlas: Atlas): Map<string, string | undefined> {
  const { articles, countries, prisons, terms, pages, sources, records, claims, published } = atlas;
  const added = (list: readonly DatedRecord[]): string[] => list.map((record) => addedOn(atlas, record));
  const days = new Map<string, string | undefined>();
  const list = (path: string, section: readonly (readonly [path: string, day: string | undefined])[]): void => {
    for (const [each, day] of section) days.set(each, day);
    days.set(path, newest(section.map(([, day]) => day)));
  };
  list('/articles/', articles.map(({ id, reviewed }) => [pathOf.article(id), reviewed]));
  list('/countries/', countries.map((place) => [pathOf.country(place.id), newest([place.reviewed, ...added([...place.records, ...place.elsewhere])])]));
  list('/prisons/', prisons.map((place) => [pathOf.prison(place.id), newest([place.reviewed, ...added(place.records)])]));
  list('/glossary/', terms.map(({ id }) => [pathOf.term(id), published.get(pathOf.term(id))]));
  list('/sources/', sources.map(({ id, accessed }) => [pathOf.source(id), newest([accessed, published.get(pathOf.source(id))])]));
  for (const [kind, group] of Map.groupBy(sources, ({ kind }) => kind)) days.set(`/sources/kind/${kind}/`, newest(group.map(({ id }) => days.get(pathOf.source(id)))));
  for (const [year, group] of Map.groupBy(records, ({ date }) => date?.slice(0, 4) ?? 'undated')) days.set(`/timeline/${year}/`, newest(added(group)));
  for (const [topic, group] of Map.groupBy(records, ({ topic }) => topic)) days.set(`/timeline/topic/${topic}/`, newest(added(group)));
  days.set('/timeline/', newest(added(records)));
  days.set('/claims/', newest(claims.map(({ id }) => published.get(pathOf.claim(id)))));
  for (const page of pages) days.set(pathOf.page(page.id), page.reviewed);
  for (const path of ['/', '/data/', '/feeds/']) days.set(path, newest([...days.values()]));
  return days;
}

/** Pages of a built site with what the map says of each, by address; `paths` are within the site, with their language. */
export function mapPages(paths: readonly string[]): MappedPage[] {
  const known = new Set(paths);
  const days = new Map(site.published.map((lang) => [lang, modifiedOn(atlas(lang))]));
  const languageOf = (path: string): Language => site.published.find((lang) => prefixOf(lang) && path.startsWith(`${prefixOf(lang)}/`)) ?? site.published[0]!;
  return [...known].sort().map((path) => {
    const lang = languageOf(path);
    const own = path.slice(prefixOf(lang).length);
    const languages = site.published.filter((other) => known.has(prefixOf(other) + own));
    return {
      url: absolute(site.base + path),
      // A later part of a list has the day of the list.
      modified: days.get(lang)!.get(own) ?? days.get(lang)!.get(own.replace(/\d+\/$/, '')),
      languages: languages.length > 1 ? languages.map((other) => ({ lang: other, url: absolute(address(own, other)) })) : [],
    };
  });
}

const escaped = (url: string): string => url.replaceAll('&', '&amp;');

/** The map as sitemaps.org defines it, with the languages of each page as Google reads them. */
export const writeSitemap = (pages: readonly MappedPage[]): string => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(({ url, modified, languages }) => `<url><loc>${escaped(url)}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}${languages.map((other) => `<xhtml:link rel="alternate" hreflang="${other.lang}" href="${escaped(other.url)}"/>`).join('')}</url>`).join('\n')}
</urlset>
`;

/** Astro integration: the site map of all pages that were built, without those that lead on from a former address. */
export function sitemap(): AstroIntegration {
  return {
    name: 'sitemap',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        const out = fileURLToPath(dir);
        const former = new Set(site.published.flatMap((lang) => redirectsOf(atlas(lang)).map(({ from }) => from.slice(site.base.length))));
        const paths = readdirSync(out, { recursive: true, encoding: 'utf8' })
          .map((file) => `/${file.split(sep).join('/')}`)
          .flatMap((file) => (file.endsWith('/index.html') ? file.slice(0, -'index.html'.length) : []));
        const pages = mapPages(paths.filter((path) => !former.has(path)));
        writeFileSync(join(out, 'sitemap.xml'), writeSitemap(pages));
        logger.info(`${pages.length} pages`);
      },
    },
  };
}
