import type { Atlas, Country, Prison } from '../atlas/model.ts';
import { fold } from '../i18n/fold.ts';
import { cut } from './gazetteer.ts';
import { pathOfKind, type Kind } from './kinds.ts';
import { filterNames, type FilterName, type Filters } from './state.ts';

/** One thing that the plain search knows: names, titles and summaries, no prose. */
export interface PlainDocument {
  kind: Kind;
  id: string;
  title: string;
  text: string;
  countries: string[];
  prisons: string[];
  topics: string[];
  path: string;
}

type Row = [kind: Kind, id: string, title: string, text: string, countries: number[], prisons: number[], topics: number[], foreign: 0 | 1];
/** What `plain.json` holds; countries, prisons and topics by their place in the lists. */
export interface Plain {
  prefix: string;
  countries: string[];
  prisons: string[];
  topics: string[];
  rows: Row[];
}

const textLength = 140;
const unique = <T>(...lists: (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** Makes the plain search's data. Sources are left out: a thousand titles would not fit into its 40 kB. */
export function makePlain(atlas: Atlas, prefix: string): Plain {
  const topics = unique(atlas.records.map(({ topic }) => topic), atlas.claims.map(({ topic }) => topic)).sort();
  const row = (kind: Kind, entry: { id: string; name: string; summary: string; lang: string; aliases?: string[] }, about: { countries: Country[]; prisons: Prison[]; topics: string[] }): Row => [
    kind, entry.id, entry.name, [...(entry.aliases ?? []), cut(entry.summary, textLength)].join('. '),
    about.countries.map((country) => atlas.countries.indexOf(country)),
    about.prisons.map((prison) => atlas.prisons.indexOf(prison)),
    unique(about.topics).map((topic) => topics.indexOf(topic as never)),
    entry.lang === atlas.lang ? 0 : 1,
  ];
  return {
    prefix,
    countries: atlas.countries.map(({ id }) => id),
    prisons: atlas.prisons.map(({ id }) => id),
    topics,
    rows: [
      ...atlas.articles.map((article) => row('article', article, { countries: unique(article.countries, article.mentions.countries), prisons: unique(article.prisons, article.mentions.prisons), topics: [] })),
      ...atlas.countries.map((country) => row('country', country, { countries: [country], prisons: country.prisons, topics: [...country.records, ...country.elsewhere].map(({ topic }) => topic) })),
      ...atlas.prisons.map((prison) => row('prison', prison, { countries: [prison.country], prisons: [prison], topics: prison.records.map(({ topic }) => topic) })),
      ...atlas.terms.map((term) => row('term', term, { ...term, topics: [] })),
      ...atlas.claims.map((claim) => row('claim', { id: claim.id, name: claim.claim, summary: '', lang: atlas.lang }, { ...claim, topics: [claim.topic] })),
    ],
  };
}

/** Reads what `makePlain` made. */
export function readPlain({ prefix, countries, prisons, topics, rows }: Plain): PlainDocument[] {
  const pick = (list: readonly string[], indices: readonly number[]): string[] => indices.map((index) => list[index]!);
  return rows.map(([kind, id, title, text, inCountries, inPrisons, onTopics, foreign]) => ({
    kind, id, title, text, countries: pick(countries, inCountries), prisons: pick(prisons, inPrisons), topics: pick(topics, onTopics),
    path: `${foreign ? '' : prefix}${pathOfKind(kind, id)}`,
  }));
}

const valuesOf: Record<FilterName, (document: PlainDocument) => readonly string[]> = {
  country: ({ countries }) => countries,
  prison: ({ prisons }) => prisons,
  topic: ({ topics }) => topics,
  kind: ({ kind }) => [kind],
};

/** True if a document is in all the lists that are set; one of them may be left out of account. */
export const passes = (document: PlainDocument, filters: Filters, except?: FilterName): boolean =>
  filterNames.every((name) => name === except || !filters[name] || valuesOf[name](document).includes(filters[name]));

/** Documents that have every word of the query at the beginning of one of theirs; words of a title count most. */
export function searchPlain(documents: readonly PlainDocument[], query: string): PlainDocument[] {
  const words = fold(query).split(' ').filter(Boolean);
  const scored = documents.flatMap((document) => {
    const [title, text] = [` ${fold(document.title)}`, ` ${fold(document.text)}`];
    let score = title === ` ${words.join(' ')}` ? 100 : 0;
    for (const word of words) {
      const points = (title.includes(` ${word}`) ? 10 : 0) + (text.includes(` ${word}`) ? 1 : 0);
      if (!points) return [];
      score += points;
    }
    return [{ document, score: score - title.length / 1000 }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ document }) => document);
}

/** How many of the documents each list would leave, the list's own choice aside. */
export function countPlain(documents: readonly PlainDocument[], filters: Filters): Record<FilterName, Record<string, number>> {
  const counts = { country: {}, prison: {}, topic: {}, kind: {} } as Record<FilterName, Record<string, number>>;
  for (const name of filterNames) {
    for (const document of documents.filter((each) => passes(each, filters, name))) {
      for (const value of valuesOf[name](document)) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
