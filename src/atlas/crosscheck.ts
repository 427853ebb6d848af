import { nearest } from '../i18n/distance.ts';
import { fold } from '../i18n/fold.ts';
import { prisonFacts } from '../schemas/prison.ts';
import { checkAddresses } from './addresses.ts';
import { figureAnchor, wordsOf } from './figures.ts';
import type { Place } from './located.ts';
import { problem, type Problem, type ProblemKind } from './problem.ts';
import type { Prose } from './prose.ts';
import type { Item, Reading } from './read.ts';
import { parseCitation, parseReference, schemes, type Scheme } from './reference.ts';

const at = (item: Item<unknown>, ...path: PropertyKey[]): Place => item.located.at([...item.path, ...path]);

/** Ids of everything that can be referred to. */
type Known = Record<Scheme | Unlinked, ReadonlySet<string>>;
/** What has an id but is named by no link: it is cited, or shown. */
type Unlinked = 'citation' | 'figure';
const unlinked = { citation: 'sources', figure: 'figures' } as const;

/** Checks what the entries say of each other: references, citations, unique ids and names, sides of a dispute. */
export function crosscheck(reading: Reading): Problem[] {
  const problems: Problem[] = [];
  const known = knownIds(reading, problems);
  const refer = (scheme: Scheme | Unlinked, id: string, place: Place): boolean => {
    if (known[scheme].has(id)) return true;
    const path = scheme === 'citation' || scheme === 'figure' ? `${unlinked[scheme]}/${id}.yaml` : `${schemes[scheme]}/${id}.mdx`;
    const file = scheme === 'record' || scheme === 'claim' ? `it to content/${schemes[scheme]}/` : `content/${path}`;
    problems.push(problem(`unknown-${scheme}` as ProblemKind, place, { found: id, near: nearest(id, known[scheme]), file }));
    return false;
  };
  const cite = (citations: readonly string[], item: Item<unknown>, ...path: PropertyKey[]): void =>
    citations.forEach((citation, index) => void refer('citation', parseCitation(citation).source, at(item, ...path, index)));
  const referAll = (scheme: Scheme, ids: readonly string[], item: Item<unknown>, ...path: PropertyKey[]): void =>
    ids.forEach((id, index) => void refer(scheme, id, at(item, ...path, index)));
  const countryOf = new Map(reading.prisons.flatMap(({ id, data: { country } }) => (known.country.has(country) ? [[id, country]] : [])));
  /** Prisons lie in the countries that are named beside them: whoever looks up the country finds what is said of them. */
  const referPrisons: ReferPrisons = (ids, countries, item, ...path) =>
    ids.forEach((id, index) => {
      const place = at(item, ...path, index);
      const home = countryOf.get(id);
      if (refer('prison', id, place) && home && !countries.includes(home)) problems.push(problem('prison-outside-countries', place, { found: id, said: home }));
    });

  for (const item of [...reading.articles, ...reading.glossary]) {
    referAll('country', item.data.countries, item, 'countries');
    referAll('prison', item.data.prisons, item, 'prisons');
  }
  for (const item of reading.glossary) cite(item.data.sources, item, 'sources');
  for (const item of reading.prisons) {
    refer('country', item.data.country, at(item, 'country'));
    for (const key of prisonFacts) cite(item.data[key]?.sources ?? [], item, key, 'sources');
  }
  for (const file of reading.claims) {
    refer('citation', file.data.document, at(file, 'document'));
    file.data.works.forEach(({ source }, index) => void refer('citation', source, at(file, 'works', index, 'source')));
    file.data.claims.forEach((claim, index) => {
      referAll('country', claim.countries, file, 'claims', index, 'countries');
      referPrisons(claim.prisons, claim.countries, file, 'claims', index, 'prisons');
      referAll('term', claim.terms, file, 'claims', index, 'terms');
      cite(claim.sources, file, 'claims', index, 'sources');
      claim.variants.forEach((variant, n) => void refer('citation', parseCitation(variant.source).source, at(file, 'claims', index, 'variants', n, 'source')));
    });
  }
  for (const item of reading.figures) item.data.series.forEach(({ points }, n) => points.forEach(({ sources }, index) => void cite(sources, item, 'series', n, 'points', index, 'sources')));
  checkRecords(reading, problems, refer, referPrisons, cite);
  checkNames(reading, problems);
  checkProse(reading, problems, refer);
  checkTwins(reading, problems);
  problems.push(...checkAddresses(reading));
  return problems;
}

function knownIds(reading: Reading, problems: Problem[]): Known {
  const ids = (folder: string): Set<string> => new Set(reading.seen.get(folder)?.keys());
  const first = new Map<string, string>();
  const unique = (scheme: 'record' | 'claim', id: string, place: Place): void => {
    const file = first.get(`${scheme}:${id}`);
    if (file) problems.push(problem('duplicate-id', place, { found: id, file }));
    else first.set(`${scheme}:${id}`, place.file);
  };
  for (const item of reading.records) unique('record', item.id, at(item, 'id'));
  for (const item of reading.claims) item.data.claims.forEach(({ id }, index) => unique('claim', id, at(item, 'claims', index, 'id')));
  // Ids of former days are as taken as those of today.
  for (const item of reading.records) item.data.redirectFrom.forEach((id, n) => unique('record', id, at(item, 'redirectFrom', n)));
  for (const item of reading.claims) item.data.claims.forEach(({ redirectFrom }, index) => redirectFrom.forEach((id, n) => unique('claim', id, at(item, 'claims', index, 'redirectFrom', n))));
  return {
    article: ids('articles'),
    country: ids('countries'),
    prison: ids('prisons'),
    term: ids('glossary'),
    page: ids('pages'),
    citation: ids('sources'),
    figure: ids('figures'),
    record: ids('record'),
    claim: ids('claim'),
  };
}

type Refer = (scheme: Scheme | Unlinked, id: string, place: Place) => boolean;
type ReferPrisons = (ids: readonly string[], countries: readonly string[], item: Item<unknown>, ...path: PropertyKey[]) => void;
type Cite = (citations: readonly string[], item: Item<unknown>, ...path: PropertyKey[]) => void;

function checkRecords(reading: Reading, problems: Problem[], refer: Refer, referPrisons: ReferPrisons, cite: Cite): void {
  const sides = new Map<string, Item<{ countries: string[] }>[]>();
  const ownCountries = new Set<string>();
  for (const item of reading.records) {
    const own = ownCountryOf(item.file);
    if (!ownCountries.has(own)) {
      ownCountries.add(own);
      refer('country', own, { file: item.file, line: 1, column: 1 });
    }
    cite(item.data.sources, item, 'sources');
    item.data.countries.forEach((id, index) => {
      if (id === own) problems.push(problem('own-country', at(item, 'countries', index), { found: id }));
      else refer('country', id, at(item, 'countries', index));
    });
    referPrisons(item.data.prisons, [own, ...item.data.countries], item, 'prisons');
    if (item.data.dispute) sides.set(item.data.dispute, [...(sides.get(item.data.dispute) ?? []), item]);
  }
  const explained = new Set([...reading.countries.map(({ data }) => data), ...reading.faulty].flatMap(({ disputes }) => Object.keys(disputes ?? {})));
  const faultySides = new Set(reading.faulty.map(({ dispute }) => dispute));
  for (const [word, items] of sides) {
    const place = at(items[0]!, 'dispute');
    if (items.length < 2 && !faultySides.has(word)) problems.push(problem('lonely-dispute', place, { found: word }));
    if (!explained.has(word)) problems.push(problem('unexplained-dispute', place, { found: word, file: `content/countries/${ownCountryOf(items[0]!.file)}.mdx` }));
  }
}

/** Country of a file of records: `content/records/colombia.yaml` → `colombia`. */
export const ownCountryOf = (file: string): string => file.split('/').at(-1)!.split('.')[0]!;

function checkNames(reading: Reading, problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const item of [...reading.countries, ...reading.prisons, ...reading.glossary]) {
    const names: [string, PropertyKey[]][] = [[item.data.name, ['name']], ...item.data.aliases.map((alias, index): [string, PropertyKey[]] => [alias, ['aliases', index]])];
    for (const [name, path] of names) {
      const owner = owners.get(fold(name));
      if (owner) problems.push(problem('duplicate-alias', at(item, ...path), { found: name, file: owner }));
      else owners.set(fold(name), item.file);
    }
  }
}

function checkProse(reading: Reading, problems: Problem[], refer: Refer): void {
  const proses = new Map([...reading.articles, ...reading.countries, ...reading.prisons, ...reading.glossary, ...reading.pages].map(({ file, prose }) => [file, prose]));
  check(proses, (file) => proses.get(file));
  for (const twins of reading.twins.values()) {
    const translated = new Map([...twins].flatMap(([file, { prose }]) => (prose ? [[file, prose]] : [])));
    // A link in a twin leads to the other's twin where there is one, so that is where the heading must be.
    check(translated, (file) => translated.get(file) ?? proses.get(file));
  }

  function check(texts: ReadonlyMap<string, Prose>, target: (file: string) => Prose | undefined): void {
    for (const [file, { citations, links, figures }] of texts) {
      for (const { source, place } of citations) refer('citation', source, place);
      figures.forEach(({ id, place }, index) => {
        if (!refer('figure', id, place)) return;
        if (!file.startsWith('content/articles/')) problems.push(problem('figure-outside-article', place, { found: id }));
        if (figures.findIndex((other) => other.id === id) < index) problems.push(problem('figure-twice', place, { found: id }));
      });
      for (const { url, place } of links) checkLink(url, place, target);
    }
  }

  function checkLink(url: string, place: Place, target: (file: string) => Prose | undefined): void {
    const reference = parseReference(url);
    if (!reference) {
      const found = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? url.slice(0, 20);
      if (!/^https?:\/\//.test(url)) problems.push(problem('unknown-scheme', place, { found, choices: Object.keys(schemes).map((word) => `${word}:`) }));
      return;
    }
    const { scheme, id, heading } = reference;
    if (!refer(scheme, id, place) || !heading) return;
    const written = scheme !== 'record' && scheme !== 'claim';
    const file = `content/${schemes[scheme]}/${written ? `${id}.mdx` : ''}`;
    const prose = target(file);
    const choices = !written ? [] : prose && [...[...prose.headings, ...prose.tables].map((known) => known.id), ...prose.figures.map((shown) => figureAnchor(shown.id))];
    if (choices && !choices.includes(heading)) problems.push(problem('unknown-heading', place, { found: heading, near: nearest(heading, choices), file }));
  }
}

/** What a twin translates must be there: its file, its records or claims, its disputes. */
function checkTwins(reading: Reading, problems: Problem[]): void {
  const seenIn = (folder: string): [id: string, files: Set<string>][] => [...(reading.seen.get(folder) ?? [])];
  const disputes = new Map(reading.countries.map(({ file, data }) => [file, Object.keys(data.disputes)]));
  const figures = new Map(reading.figures.map(({ file, data }) => [file, wordsOf(data)]));
  for (const [file, { data, file: own, located }] of [...reading.twins.values()].flatMap((twins) => [...twins])) {
    const folder = file.split('/')[1]!;
    if (!seenIn(folder).some(([, files]) => files.has(file))) problems.push(problem('unknown-original', { file: own, line: 1, column: 1 }, { file }));
    else if (folder === 'records' || folder === 'claims') {
      const scheme = folder === 'records' ? 'record' : 'claim';
      const choices = seenIn(scheme).flatMap(([id, files]) => (files.has(file) ? [id] : []));
      for (const id of Object.keys(data as object)) {
        if (!choices.includes(id)) problems.push(problem(`unknown-${scheme}`, located.atKey([], id), { found: id, near: nearest(id, choices), file: `it to ${file}` }));
      }
    }
    const words = figures.get(file);
    if (words) {
      const translated = Object.keys((data as { words: object }).words);
      for (const found of translated) if (!words.includes(found)) problems.push(problem('unknown-key', located.atKey(['words'], found), { found, near: nearest(found, words), choices: words }));
      for (const key of words) if (!translated.includes(key)) problems.push(problem('missing-key', located.at(['words']), { key }));
    }
    const choices = disputes.get(file) ?? [];
    for (const found of Object.keys((data as { disputes?: object }).disputes ?? {})) {
      if (disputes.has(file) && !choices.includes(found)) problems.push(problem('unknown-key', located.atKey(['disputes'], found), { found, near: nearest(found, choices), choices }));
    }
  }
}
