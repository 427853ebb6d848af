import { atlas } from '../atlas/atlas.ts';
import type { Atlas, Entry } from '../atlas/model.ts';
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
  filters: Record<string, string[]>;
}

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
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

/** The pages of prose, from the atlas alone: what is searched in development, where there are no built pages. */
export function draftEntries(lang: Language): IndexEntry[] {
  const all = atlas(lang);
  const prose = new Map<string, Entry & { records?: { text: string }[] }>([...all.articles, ...all.countries, ...all.prisons, ...all.terms].map((entry) => [withoutBase(entry.href), entry]));
  const names = namesOf(lang);
  return readPlain(makePlain(all, prefixOf(lang))).flatMap(({ path, title, kind, countries, prisons, topics }): IndexEntry[] => {
    const entry = prose.get(path);
    if (entry?.lang !== lang) return [];
    const content = [entry.name, entry.summary, entry.plain, ...(entry.records ?? []).map(({ text }) => text)].join('\n');
    return [{ url: path, content, language: lang, meta: { title, names: (names.get(path) ?? []).join('; ') }, filters: { kind: [kind], country: countries, prison: prisons, topic: topics } }];
  });
}
