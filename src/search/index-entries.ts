import { atlas } from '../atlas/atlas.ts';
import type { Atlas, Country, Entry, Prison } from '../atlas/model.ts';
import { languages, prefixOf, type Language } from '../i18n/languages.ts';
import { site } from '../site.ts';
import { makeGazetteer, readGazetteer } from './gazetteer.ts';
import { makePlain, readPlain } from './plain.ts';

/** One page or claim as Pagefind takes it. */
export interface IndexEntry {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Filters;
}

/** What the lists of the search page sort a page under: ids by the name of the list. */
export type Filters = Record<'kind' | 'country' | 'prison' | 'topic', string[]>;

const unique = <T>(...lists: (readonly T[])[]): T[] => [...new Set(lists.flat())];
const idsOf = (things: readonly { id: string }[]): string[] => unique(things.map(({ id }) => id));
const withoutBase = (href: string): string => href.slice(site.base.length);

/** The claims, each by itself: on their page they stand together. */
const claimEntries = ({ claims, lang }: Atlas): IndexEntry[] =>
  claims
    .filter((claim) => claim.lang === lang)
    .map(({ href, claim, note, verdict, document, countries, prisons, topic }) => ({
      url: withoutBase(href),
      content: [claim, note, document.title].join('\n'),
      language: lang,
      meta: { claim, verdict },
      filters: { kind: ['claim'], country: idsOf(countries), prison: idsOf(prisons), topic: [topic] },
    }));

/** The sources, by title, author and publisher only. */
const sourceEntries = ({ sources, lang }: Atlas): IndexEntry[] =>
  sources.map(({ href, title, authors, container, publisher, issued, citedBy: { records, claims } }) => ({
    url: withoutBase(href),
    content: [...new Set([title, authors, container, publisher, issued?.slice(0, 4)])].filter(Boolean).join('\n'),
    language: lang,
    meta: { source: title },
    filters: {
      kind: ['source'],
      country: [...new Set([...records.map(({ country }) => country.id), ...claims.flatMap(({ countries }) => idsOf(countries))])],
      prison: [...new Set([...records, ...claims].flatMap(({ prisons }) => idsOf(prisons)))],
      topic: [...new Set([...records, ...claims].map(({ topic }) => topic))],
    },
  }));

/** What is in the index without being a page of prose. Their names are no titles: those weigh as much as a page's. */
export const listedEntries = (atlas: Atlas): IndexEntry[] => [...claimEntries(atlas), ...sourceEntries(atlas)];

/** By the address of a page: the aliases, translations and places by which its subject is known. */
export function namesOf(lang: Language): Map<string, string[]> {
  const gazetteer = readGazetteer(makeGazetteer(atlas(lang), languages.map((each) => atlas(each)), prefixOf(lang)));
  return new Map(gazetteer.map(({ path, aliases, place }) => [path, [...aliases, ...(place ? [place] : [])]]));
}

/** By the address of a page of prose: what it is sorted under. */
export function filtersOf({ articles, countries, prisons, terms }: Atlas): Map<string, Filters> {
  const sorted = (kind: string, { href }: Entry, of: readonly Country[], about: readonly Prison[], topic: string[]): [string, Filters] => [
    withoutBase(href),
    { kind: [kind], country: idsOf(of), prison: idsOf(about), topic: unique(topic) },
  ];
  return new Map([
    ...articles.map((article) => sorted('article', article, [...article.countries, ...article.mentions.countries], [...article.prisons, ...article.mentions.prisons], article.topics)),
    ...countries.map((country) => sorted('country', country, [country], country.prisons, [...country.records, ...country.elsewhere].map(({ topic }) => topic))),
    ...prisons.map((prison) => {
      // The exporter is concerned by nearly every record: it would find every prison.
      const concerned = prison.records.flatMap((record) => [record.country, ...record.countries]).filter(({ id }) => id !== site.exporter);
      return sorted('prison', prison, [prison.country, ...concerned], [prison], prison.records.map(({ topic }) => topic));
    }),
    ...terms.map((term) => sorted('term', term, term.countries, term.prisons, [])),
  ]);
}

/** The pages of prose, from the atlas alone: what is searched in development, where there are no built pages. */
export function draftEntries(lang: Language): IndexEntry[] {
  const all = atlas(lang);
  const prose = new Map<string, Entry & { records?: { text: string }[] }>([...all.articles, ...all.countries, ...all.prisons, ...all.terms].map((entry) => [withoutBase(entry.href), entry]));
  const [names, filters] = [namesOf(lang), filtersOf(all)];
  return readPlain(makePlain(all, prefixOf(lang))).flatMap(({ path, title }): IndexEntry[] => {
    const entry = prose.get(path);
    if (entry?.lang !== lang) return [];
    const content = [entry.name, entry.summary, entry.plain, ...(entry.records ?? []).map(({ text }) => text)].join('\n');
    return [{ url: path, content, language: lang, meta: { title, names: (names.get(path) ?? []).join('; ') }, filters: filters.get(path)! }];
  });
}
