import { defaultLanguage, type Language } from '../i18n/languages.ts';
import type { Topic } from '../schemas/vocabulary.ts';
import { prisonFacts } from '../schemas/prison.ts';
import { address } from '../site.ts';
import { ownCountryOf } from './crosscheck.ts';
import { makeFigure } from './figures.ts';
import type { Article, Atlas, Citation, CitedFact, Claim, Country, DatedRecord, Dispute, Entry, Figure, FoundingText, ListedSource, Mark, Mentions, Page, Prison, Source, Term } from './model.ts';
import type { Prose } from './prose.ts';
import type { Reading, Twin, Written } from './read.ts';
import { parseCitation, parseReference, pathOf, type Scheme } from './reference.ts';
import { makeSources } from './sources.ts';
import { otherTiesOf, wingsOf } from './wings.ts';

/** Newest first; a less exact date after the exact ones of its time; undated last. */
export const byDate = (a: { date: string | null }, b: { date: string | null }): number =>
  a.date === b.date ? 0 : a.date === null ? 1 : b.date === null ? -1 : a.date < b.date ? 1 : -1;

/** Oldest first, a month or a year after its own days, undated last: what answers stands after what it answers. */
const byTelling = (a: { date: string | null }, b: { date: string | null }): number => {
  const [first, second] = [a, b].map(({ date }) => (date ?? '').padEnd(10, '~')) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
};

/**
 * Connects a reading without faults: who is about what, mentions what, cites what, and happened when.
 * @param lang language whose twins are preferred; what has no twin keeps the default language
 */
export function connect(reading: Reading, lang: Language): Atlas {
  const collator = new Intl.Collator(lang);
  const byName = (a: { name: string }, b: { name: string }): number => collator.compare(a.name, b.name);
  const sources = makeSources(reading, lang);
  const proses = new Map<string, Prose>();
  const byFile = new Map<string, Entry>();
  const cite = (citation: string): Citation => {
    const { source, locator } = parseCitation(citation);
    return { source: sources.get(source)!, ...(locator ? { locator } : {}) };
  };

  const twinOf = (file: string): Twin | undefined => reading.twins.get(lang)?.get(file);
  const languagesOf = (file: string): Language[] => [defaultLanguage, ...[...reading.twins].flatMap(([other, files]) => (files.has(file) ? [other] : []))];
  const text = <T>(item: Written<T>): T => ({ ...item.data, ...(twinOf(item.file)?.data as Partial<T> | undefined) });
  function makeEntry(item: Written<{ redirectFrom: string[] }>, path: string, name: string, summary: string): Entry {
    const twin = twinOf(item.file);
    const own: Language = twin ? lang : defaultLanguage;
    const { headings, tables, words, plain } = twin?.prose ?? item.prose;
    const { redirectFrom } = item.data;
    const { renamedHeadings } = (twin ? twin.data : item.data) as { renamedHeadings: { [before: string]: string } };
    const entry: Entry = { id: item.id, lang: own, languages: languagesOf(item.file), file: twin?.file ?? item.file, href: address(path, own), name, summary, headings, tables, words, plain, references: [], redirectFrom, renamedHeadings, marks: [] };
    proses.set(entry.file, twin?.prose ?? item.prose);
    return entry;
  }

  const countries = index(reading.countries, (item): Country => {
    const data = text(item);
    const entry = makeEntry(item, pathOf.country(item.id), data.name, data.summary);
    const { aliases, iso2, region, reviewed, questions, notice } = data;
    return { ...entry, aliases, iso2, region, reviewed, questions, notice, prisons: [], records: [], elsewhere: [], disputes: [], claims: [], articles: [], wings: [], otherTies: otherTiesOf([]) };
  });
  const prisons = index(reading.prisons, (item): Prison => {
    const data = text(item);
    const entry = makeEntry(item, pathOf.prison(item.id), data.name, data.summary);
    const { aliases, reviewed, questions, notice } = data;
    const prison: Prison = { ...entry, aliases, country: countries.get(data.country)!, facts: {}, reviewed, questions, notice, records: [], disputes: [], claims: [], articles: [], wings: [], otherTies: otherTiesOf([]) };
    if (data.official_name) prison.officialName = data.official_name;
    if (data.place) prison.place = data.place;
    if (data.coordinates) prison.coordinates = data.coordinates;
    if (data.us_role) prison.usRole = data.us_role;
    prison.country.prisons.push(prison);
    return prison;
  });
  const placesOf = (data: { countries: string[]; prisons: string[] }) => ({
    countries: data.countries.map((id) => countries.get(id)!),
    prisons: data.prisons.map((id) => prisons.get(id)!),
  });
  const terms = index(reading.glossary, (item): Term => {
    const data = text(item);
    return { ...makeEntry(item, pathOf.term(item.id), data.name, data.summary), aliases: data.aliases, kind: data.kind, notice: data.notice, ...placesOf(data), claims: [], articles: [] };
  });
  const articles = index(reading.articles, (item): Article => {
    const data = text(item);
    const { published, reviewed, section, notice } = data;
    const entry = makeEntry(item, pathOf.article(item.id), data.title, data.description);
    return { ...entry, published, reviewed, section, topics: [], notice, ...placesOf(data), mentions: { articles: [], countries: [], prisons: [], terms: [] }, figures: [], related: [] };
  });
  const pages = index(reading.pages, (item): Page => {
    const data = text(item);
    return { ...makeEntry(item, pathOf.page(item.id), data.title, data.description), reviewed: data.reviewed };
  });

  const records = reading.records.map(({ id, file, data }): DatedRecord => {
    const country = countries.get(ownCountryOf(file))!;
    const twin = (twinOf(file)?.data as { [id: string]: { text: string; note?: string } } | undefined)?.[id];
    const record: DatedRecord = {
      id,
      href: address(pathOf.record(id, country.id), country.lang),
      date: data.date,
      topic: data.topic,
      country,
      ...placesOf(data),
      lang: twin ? lang : defaultLanguage,
      text: twin?.text ?? data.text,
      citations: data.sources.map(cite),
      formerIds: data.redirectFrom,
    };
    const note = twin ? twin.note : data.note;
    if (data.us_tie) record.usTie = data.us_tie;
    if (data.dispute) record.dispute = data.dispute;
    if (note) record.note = note;
    return record;
  });
  records.sort(byDate);
  for (const record of records) {
    record.country.records.push(record);
    for (const country of record.countries) country.elsewhere.push(record);
    for (const prison of record.prisons) prison.records.push(record);
    for (const source of cited(record.citations)) source.citedBy.records.push(record);
  }

  const claims = reading.claims.flatMap(({ file, data: { document, claims: list } }) =>
    list.map((data): Claim => {
      const twin = (twinOf(file)?.data as { [id: string]: { text: string; note?: string } } | undefined)?.[data.id];
      const claim: Claim = {
        id: data.id,
        href: address(pathOf.claim(data.id), lang),
        document: sources.get(document)!,
        lang: twin ? lang : defaultLanguage,
        claim: twin?.text ?? data.claim,
        verdict: data.verdict,
        topic: data.topic,
        ...placesOf(data),
        terms: data.terms.map((id) => terms.get(id)!),
        citations: data.sources.map(cite),
        note: twin?.note ?? data.note,
        formerIds: data.redirectFrom,
        variants: data.variants.map(({ value, date, source, note }) => ({ value, date: date ?? null, citation: cite(source), ...(note ? { note } : {}) })),
      };
      if (data.missing) claim.missing = data.missing;
      return claim;
    }),
  );
  for (const claim of claims) {
    for (const place of [...claim.countries, ...claim.prisons, ...claim.terms]) place.claims.push(claim);
    for (const source of cited([...claim.citations, ...claim.variants.map(({ citation }) => citation)])) source.citedBy.claims.push(claim);
  }

  const documents = reading.claims.map(({ data }): FoundingText => {
    const source = sources.get(data.document)!;
    const works = data.works.map((work) => ({ source: sources.get(work.source)!, about: work.about }));
    for (const work of works) work.source.listedIn = source;
    return { source, ...(data.about ? { about: data.about } : {}), claims: claims.filter(({ document }) => document === source), works };
  });

  const disputes = connectDisputes(reading, records, twinOf);
  for (const country of countries.values()) {
    country.prisons.sort(byName);
    country.disputes = disputes.filter(({ sides }) => sides.some((side) => side.country === country));
    const all = [...country.records, ...country.elsewhere];
    country.wings = wingsOf(all);
    country.otherTies = otherTiesOf(all);
  }
  for (const prison of prisons.values()) {
    prison.disputes = disputes.filter(({ sides }) => sides.some((side) => side.prisons.includes(prison)));
    prison.wings = wingsOf(prison.records);
    prison.otherTies = otherTiesOf(prison.records);
  }

  const lookup: { [scheme in Scheme]: (id: string) => { href: string } | undefined } = {
    article: (id) => articles.get(id),
    country: (id) => countries.get(id),
    prison: (id) => prisons.get(id),
    term: (id) => terms.get(id),
    page: (id) => pages.get(id),
    record: (id) => records.find((record) => record.id === id),
    claim: (id) => claims.find((claim) => claim.id === id),
  };
  const resolve = (url: string): string | undefined => {
    const reference = parseReference(url);
    if (!reference) return undefined;
    const href = lookup[reference.scheme](reference.id)?.href;
    return href && reference.heading ? `${href}#${reference.heading}` : href;
  };

  listReferences(reading, { articles, countries, prisons, terms, pages }, sources, proses, lang);
  for (const group of [articles, countries, prisons, terms, pages]) for (const entry of group.values()) byFile.set(entry.file, entry);
  for (const article of articles.values()) article.topics = topicsOf(article);
  connectArticles([...articles.values()], proses, { articles, countries, prisons, terms });

  return {
    lang,
    articles: [...articles.values()],
    countries: [...countries.values()].sort(byName),
    prisons: [...prisons.values()].sort(byName),
    terms: [...terms.values()].sort(byName),
    pages: [...pages.values()],
    records,
    claims,
    documents,
    sources: [...sources.values()].sort((a, b) => collator.compare(a.authors || a.title, b.authors || b.title) || collator.compare(a.title, b.title)),
    // A merge may leave an address twice: set last, its first day stays.
    published: new Map([...reading.ledger].sort((a, b) => b.day.localeCompare(a.day)).map(({ address: path, day }) => [path, day])),
    byFile,
    resolve,
  };
}

/** Sources of citations, each once, whatever their locators. */
const cited = (citations: readonly Citation[]): Set<Source> => new Set(citations.map(({ source }) => source));

function index<T, E>(items: readonly Written<T>[], make: (item: Written<T>) => E): Map<string, E> {
  return new Map(items.map((item) => [item.id, make(item)]));
}

function connectDisputes(reading: Reading, records: readonly DatedRecord[], twinOf: (file: string) => Twin | undefined): Dispute[] {
  const sides = new Map<string, DatedRecord[]>();
  for (const record of records) if (record.dispute) sides.set(record.dispute, [...(sides.get(record.dispute) ?? []), record]);
  return reading.countries.flatMap(({ file, data }) => {
    const translated = twinOf(file)?.data as { disputes?: { [word: string]: string } } | undefined;
    return Object.entries(data.disputes).flatMap(([word, question]) => {
      const found = sides.get(word);
      return found ? [{ word, question: translated?.disputes?.[word] ?? question, sides: [...found].sort(byTelling) }] : [];
    });
  });
}

type Groups = { articles: Map<string, Article>; countries: Map<string, Country>; prisons: Map<string, Prison>; terms: Map<string, Term>; pages: Map<string, Page> };

/** Numbers the sources of each page in order of first use: facts on top, then prose with its figures, then what is only listed. */
function listReferences(reading: Reading, groups: Groups, sources: Map<string, Source>, proses: Map<string, Prose>, lang: Language): void {
  const lists = new Map<Entry, Map<string, ListedSource>>();
  const mark = (entry: Entry, citation: { source: string; locator?: string }): Mark => {
    const list = lists.get(entry) ?? new Map<string, ListedSource>();
    lists.set(entry, list);
    const listed = list.get(citation.source) ?? { number: list.size + 1, source: sources.get(citation.source)!, uses: [] };
    list.set(citation.source, listed);
    const anchor = `c${listed.number}-${listed.uses.length + 1}`;
    listed.uses.push(anchor);
    return { number: listed.number, anchor, ...(citation.locator ? { locator: citation.locator } : {}) };
  };
  const figureIn = (entry: Entry, id: string): Figure => {
    const { file, data } = reading.figures.find((item) => item.id === id)!;
    return makeFigure(id, data, reading.twins.get(lang)?.get(file), lang, (citation) => {
      const { source, locator } = parseCitation(citation);
      return { source: sources.get(source)!, mark: mark(entry, { source, ...(locator ? { locator } : {}) }) };
    });
  };
  for (const item of reading.prisons) {
    const prison = groups.prisons.get(item.id)!;
    for (const key of prisonFacts) {
      const fact = item.data[key];
      if (fact) (prison.facts as { [key: string]: unknown })[key] = { ...fact, citations: fact.sources.map((citation) => mark(prison, parseCitation(citation))) } satisfies CitedFact<string | number> & { sources: unknown };
    }
  }
  for (const kind of ['articles', 'countries', 'prisons', 'terms', 'pages'] as const) {
    for (const entry of groups[kind].values()) {
      const { citations, figures } = proses.get(entry.file)!;
      const show = (place: number): void => {
        for (const { id } of figures.filter(({ before }) => before === place)) (entry as Article).figures.push(figureIn(entry, id));
      };
      citations.forEach((citation, index) => {
        show(index);
        entry.marks.push(mark(entry, citation));
      });
      show(citations.length);
      const list = lists.get(entry);
      entry.references = [...(list?.values() ?? [])];
    }
  }
  for (const item of reading.glossary) {
    const term = groups.terms.get(item.id)!;
    for (const citation of item.data.sources) {
      const { source } = parseCitation(citation);
      if (!term.references.some((listed) => listed.source.id === source)) term.references.push({ number: term.references.length + 1, source: sources.get(source)!, uses: [] });
    }
  }
  for (const kind of ['articles', 'countries', 'prisons', 'terms', 'pages'] as const) {
    for (const entry of groups[kind].values()) for (const { source } of entry.references) (source.citedBy[kind] as Entry[]).push(entry);
  }
}

/** What an article is about, as its sources tell it. */
function topicsOf({ references }: Article): Topic[] {
  const counts = new Map<Topic, number>();
  for (const { topic } of new Set(references.flatMap(({ source }) => source.citedBy.records))) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).slice(0, 4).map(([topic]) => topic);
}

/** Mentions from links; each place's articles; related articles by shared places, terms and section. */
function connectArticles(articles: Article[], proses: Map<string, Prose>, groups: Omit<Groups, 'pages'>): void {
  const add = <T>(list: T[], item: T | undefined): void => void (item && !list.includes(item) && list.push(item));
  const mentionsOf = (entry: Entry): Mentions => {
    const mentions: Mentions = { articles: [], countries: [], prisons: [], terms: [] };
    for (const { url } of proses.get(entry.file)!.links) {
      const reference = parseReference(url);
      if (reference?.scheme === 'article') add(mentions.articles, groups.articles.get(reference.id));
      if (reference?.scheme === 'country') add(mentions.countries, groups.countries.get(reference.id));
      if (reference?.scheme === 'prison') add(mentions.prisons, groups.prisons.get(reference.id));
      if (reference?.scheme === 'term') add(mentions.terms, groups.terms.get(reference.id));
    }
    return mentions;
  };
  for (const article of articles) {
    article.mentions = mentionsOf(article);
    for (const place of [...article.countries, ...article.prisons]) place.articles.push(article);
  }
  for (const article of articles) {
    for (const place of [...article.mentions.countries, ...article.mentions.prisons, ...article.mentions.terms]) add(place.articles, article);
  }
  const common = (a: Article, b: Article): number => {
    const shared = (left: readonly unknown[], right: readonly unknown[]): number => left.filter((item) => right.includes(item)).length;
    return (
      (a.mentions.articles.includes(b) ? 4 : 0) +
      3 * shared(a.prisons, b.prisons) + 2 * shared(a.countries, b.countries) +
      shared(a.mentions.prisons, b.mentions.prisons) + shared(a.mentions.terms, b.mentions.terms) + (a.section === b.section ? 1 : 0)
    );
  };
  for (const article of articles) {
    article.related = articles
      .filter((other) => other !== article)
      .map((other) => ({ other, score: common(article, other) }))
      .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
      .slice(0, 3)
      .map(({ other }) => other);
  }
}
