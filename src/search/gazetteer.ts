import type { Atlas, Entry } from '../atlas/model.ts';
import type { WingState } from '../atlas/wings.ts';
import { groupByYear } from '../components/years.ts';
import { fold } from '../i18n/fold.ts';
import { stringsOf } from '../i18n/strings.ts';
import { topics, type Topic } from '../schemas/vocabulary.ts';
import { pathOfKind, type NamedKind } from './kinds.ts';

/** A country, prison, term, article, topic or year that a query can name. */
export interface Named {
  kind: NamedKind;
  id: string;
  name: string;
  /** Other names, those of other languages included. */
  aliases: string[];
  /** Where a prison stands. */
  place: string;
  /** Its country. */
  country?: Named;
  /** Beginning of the summary. */
  line: string;
  /** State of the seven kinds of tie, a digit each: 0 none, 1 alleged, 2 recorded. */
  ties: string;
  records: number;
  sources: number;
  /** Path of its page, language prefix included. */
  path: string;
}

/** What `gazetteer.json` holds, by section of the site and as short as it can be said. `foreign`: the page exists in the default language only. */
type Common = [id: string, name: string, aliases: string[], line: string, foreign: 0 | 1];
type Subject = [id: string, name: string, aliases: string[], records: number, sources: number];
export interface Gazetteer {
  /** Language prefix of its addresses. */
  prefix: string;
  countries: [...Common, ties: string, records: number, sources: number][];
  prisons: [...Common, ties: string, records: number, sources: number, place: string, country: number][];
  glossary: Common[];
  articles: Common[];
  'timeline/topic': Subject[];
  timeline: Subject[];
}

const lineLength = 100;
const stateDigit: Record<WingState['state'], string> = { none: '0', alleged: '1', recorded: '2' };

/** Text cut at a word, with an ellipsis where something was cut. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length + 1).replace(/[\s\p{P}]*\s\S*$/u, '')}…`;
}

type Source = { source: { id: string } };
type AnyEntry = Entry & { aliases?: string[] };

/**
 * Makes the gazetteer of a language: every name by which a reader may ask, and the line that the best match shows.
 * @param atlases of all languages of the interface: names in another language are aliases here
 * @param prefix of the language's addresses
 */
export function makeGazetteer(own: Atlas, atlases: readonly Atlas[], prefix: string): Gazetteer {
  const { countries, prisons, terms, articles, records } = own;
  const taken = new Set([...countries, ...prisons, ...terms, ...articles].map(({ name }) => fold(name)));
  const aliases = new Map<Entry, string[]>();
  /** Adds the names that are new: not a known one in other letters, not somebody else's. */
  const add = (entry: Entry, names: readonly string[]): void => {
    const fresh = names.filter((name) => fold(name) && !taken.has(fold(name)) && taken.add(fold(name)));
    aliases.set(entry, [...(aliases.get(entry) ?? []), ...fresh]);
  };
  const elsewhere = (list: (atlas: Atlas) => readonly AnyEntry[], { id }: Entry): string[] =>
    atlases.filter((other) => other !== own).flatMap((other) => list(other).filter((entry) => entry.id === id).flatMap(({ name, aliases: more = [] }) => [name, ...more]));
  // Own aliases of everything come first, so that a translation never takes another entry's alias.
  for (const entry of [...countries, ...terms]) add(entry, entry.aliases);
  for (const prison of prisons) add(prison, [...prison.aliases, ...(prison.officialName ? [prison.officialName] : [])]);
  for (const country of countries) add(country, [...elsewhere((atlas) => atlas.countries, country), ...regionNames(country.iso2)]);
  for (const prison of prisons) add(prison, elsewhere((atlas) => atlas.prisons, prison));
  for (const term of terms) add(term, elsewhere((atlas) => atlas.terms, term));
  for (const article of articles) add(article, elsewhere((atlas) => atlas.articles, article));

  const common = (entry: Entry): Common => [entry.id, entry.name, aliases.get(entry)!, cut(entry.summary, lineLength), entry.lang === own.lang ? 0 : 1];
  const count = (sources: readonly Source[]): number => new Set(sources.map(({ source }) => source.id)).size;
  const weight = (entry: Entry & { wings: WingState[] }, records: readonly { citations: Source[] }[]): [ties: string, records: number, sources: number] => [
    entry.wings.map(({ state }) => stateDigit[state]).join(''),
    records.length,
    count([...entry.references, ...records.flatMap(({ citations }) => citations)]),
  ];
  const subject = (id: string, [name, ...others]: [string, ...string[]], list: typeof records): Subject[] => {
    // An entry of the same name says what the word means: it comes first, and one of them is enough.
    if (!list.length || taken.has(fold(name))) return [];
    return [[id, name, others.filter((other) => !taken.has(fold(other))), list.length, count(list.flatMap(({ citations }) => citations))]];
  };
  const namesOfTopic = (topic: Topic): [string, ...string[]] => [stringsOf(own.lang).topic[topic], ...atlases.filter((other) => other !== own).map(({ lang }) => stringsOf(lang).topic[topic])];
  return {
    prefix,
    countries: countries.map((country) => [...common(country), ...weight(country, [...country.records, ...country.elsewhere])]),
    prisons: prisons.map((prison) => [...common(prison), ...weight(prison, prison.records), prison.place ?? '', countries.indexOf(prison.country)]),
    glossary: terms.map(common),
    articles: articles.map(common),
    'timeline/topic': topics.flatMap((topic) => subject(topic, namesOfTopic(topic), records.filter((record) => record.topic === topic))),
    timeline: groupByYear(records).flatMap(([year, list]) => (year === 'undated' ? [] : subject(year, [year], list))),
  };
}

/** Languages in which readers are likely to type the name of a country, whatever the page speaks. */
const typed = ['en', 'es', 'pt', 'fr'];
const displays = typed.map((lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }));
const regionNames = (iso2: string): string[] => displays.flatMap((display) => display.of(iso2) ?? []);

/** Reads what `makeGazetteer` made. */
export function readGazetteer({ prefix, ...rows }: Gazetteer): Named[] {
  const read = (kind: NamedKind, [id, name, aliases, line, foreign]: Common): Named => ({
    kind, id, name, aliases, line, place: '', ties: '', records: 0, sources: 0, path: `${foreign ? '' : prefix}${pathOfKind(kind, id)}`,
  });
  const readSubject = (kind: NamedKind, [id, name, aliases, records, sources]: Subject): Named => ({ ...read(kind, [id, name, aliases, '', 0]), records, sources });
  const countries = rows.countries.map(([id, name, aliases, line, foreign, ties, records, sources]): Named => ({ ...read('country', [id, name, aliases, line, foreign]), ties, records, sources }));
  const prisons = rows.prisons.map(([id, name, aliases, line, foreign, ties, records, sources, place, index]): Named => {
    const country = countries[index];
    return { ...read('prison', [id, name, aliases, line, foreign]), ties, records, sources, place, ...(country ? { country } : {}) };
  });
  return [...countries, ...prisons, ...rows.glossary.map((row) => read('term', row)), ...rows.articles.map((row) => read('article', row)), ...rows['timeline/topic'].map((row) => readSubject('topic', row)), ...rows.timeline.map((row) => readSubject('year', row))];
}
