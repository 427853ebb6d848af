import { z } from 'astro/zod';
import type { Atlas, Citation, Claim, Country, DatedRecord, Entry, Mark, Prison, PrisonFacts, Source } from '../atlas/model.ts';
import { tieKinds, type WingState } from '../atlas/wings.ts';
import { prisonFacts } from '../schemas/prison.ts';
import { citation, slug } from '../schemas/shared.ts';
import { bases, bounds, readings, regions, sections, sourceKinds, sourceTypes, termKinds, topics, usTies, verdicts, type UsTie } from '../schemas/vocabulary.ts';
import { absolute } from '../site.ts';
import { toCsl } from './csl.ts';

// Each table is told once: what its columns are, what they mean and how a row is made. Files, schemas and the notes on the page are made of it.
// A cell is text, a number, nothing (`null`) or a list of texts, so that a row is the same in JSON and in CSV.

const string = z.string();
const partial = z.string().regex(/^\d{4}(-\d{2}){0,2}$/);
const whole = z.iso.date();
const count = z.int().nonnegative();
const link = z.url();
const ids = z.array(slug);
const strings = z.array(string);

const idOf = (what: string) => slug.describe(`Name of the ${what}, the same for ever.`);
const permalink = link.describe('Address of its page or place on the site.');
const cited = z.array(citation).describe('What it rests on: ids of `sources`, each with the place in the source after a comma where one is given.');
const references = ids.describe('Ids of the `sources` in the reference list of its page.');
const reviewed = whole.describe('Day on which it was last checked.');
const aliases = strings.describe('Other names.');
const questions = strings.describe('What is not known.');
const kinds = z.array(z.enum(tieKinds));
const tiesRecorded = kinds.describe('Kinds of tie to the United States that at least one record documents; counted from the records.');
const tiesAlleged = kinds.describe('Kinds of tie that records only allege.');

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const citedBy = (citations: readonly Citation[]): string[] => citations.map(({ source, locator }) => (locator ? `${source.id}, ${locator}` : source.id));
const listed = ({ references: list }: Entry): string[] => list.map(({ source }) => source.id);
/** Sources behind the marks of a page. */
const behind = ({ references: list }: Entry, marks: readonly Mark[]): string[] =>
  citedBy(marks.map(({ number, locator }) => ({ source: list[number - 1]!.source, ...(locator ? { locator } : {}) })));
const ties = (wings: readonly WingState[], wanted: UsTie) => wings.flatMap(({ kind, state }) => (state === wanted ? [kind] : []));

interface Definition<Shape extends z.ZodRawShape, Item> {
  /** What one row is. */
  about: string;
  shape: Shape;
  items: (atlas: Atlas) => readonly Item[];
  row: (item: Item) => z.infer<z.ZodObject<Shape>>;
}

/** Cells of a row by column. */
export interface Row {
  readonly [column: string]: string | number | null | readonly string[];
}

/** One table of the atlas. */
export interface Table {
  about: string;
  /** One row; the order of its keys is the order of the columns. */
  schema: z.ZodObject;
  rows: (atlas: Atlas) => Row[];
}

const table = <Shape extends z.ZodRawShape, Item>({ about, shape, items, row }: Definition<Shape, Item>): Table => ({
  about,
  schema: z.strictObject(shape).describe(about),
  rows: (atlas) => items(atlas).map((item) => row(item) as unknown as Row),
});

const facts: { [Key in keyof PrisonFacts]-?: { value: z.ZodType; note: string } } = {
  opened: { value: partial, note: 'When it opened, as exact as the sources are.' },
  closed: { value: partial, note: 'When it closed.' },
  capacity: { value: count, note: 'How many people it was built for.' },
  population: { value: count, note: 'How many people it held.' },
  security: { value: string, note: 'Level of security, in the words of its sources.' },
};
const factShape: z.ZodRawShape = Object.fromEntries(
  prisonFacts.flatMap((fact) => [
    [fact, facts[fact].value.nullable().describe(`${facts[fact].note} Empty: no source read says.`)],
    [`${fact}_as_of`, partial.nullable().describe(`Day, month or year for which \`${fact}\` holds, where a source gives one.`)],
    [`${fact}_sources`, z.array(citation).describe(`Ids of the \`sources\` of \`${fact}\`, with the place in the source where one is given.`)],
    [`${fact}_note`, string.nullable().describe(`What else sources say about \`${fact}\`; other figures stand here.`)],
  ]),
);
const factCells = (prison: Prison): Row =>
  Object.fromEntries(
    prisonFacts.flatMap((fact): [string, Row[string]][] => {
      const known = prison.facts[fact];
      return [[fact, known?.value ?? null], [`${fact}_as_of`, known?.as_of ?? null], [`${fact}_sources`, behind(prison, known?.citations ?? [])], [`${fact}_note`, known?.note ?? null]];
    }),
  );

/** A person or body as a list of names gives it: "Dardel, Julie de". */
const nameOf = ({ literal, family, given, suffix, 'non-dropping-particle': particle }: { [part: string]: string | undefined }): string =>
  literal ?? [family, [given, particle].filter(Boolean).join(' '), suffix].filter(Boolean).join(', ');

/** The tables of the atlas, in the order in which they are published. */
export const tables = {
  countries: table({
    about: 'One row is one country, with what ties it to the United States.',
    shape: {
      id: idOf('country'),
      name: string.describe('Name in English.'),
      aliases,
      iso2: string.regex(/^[A-Z]{2}$/).describe('ISO 3166-1 alpha-2 code.'),
      region: z.enum(regions).describe('Part of the world.'),
      summary: string.describe('What the record shows, in one to three sentences.'),
      ties_recorded: tiesRecorded,
      ties_alleged: tiesAlleged,
      prisons: count.describe('Number of its rows in `prisons`.'),
      records: count.describe('Number of rows in `records` that concern it.'),
      questions,
      sources: references,
      reviewed,
      permalink,
    },
    items: ({ countries }) => countries,
    row: (country: Country) => ({
      id: country.id,
      name: country.name,
      aliases: country.aliases,
      iso2: country.iso2,
      region: country.region,
      summary: country.summary,
      ties_recorded: ties(country.wings, 'recorded'),
      ties_alleged: ties(country.wings, 'alleged'),
      prisons: country.prisons.length,
      records: country.records.length + country.elsewhere.length,
      questions: country.questions,
      sources: listed(country),
      reviewed: country.reviewed,
      permalink: absolute(country.href),
    }),
  }),
  prisons: table({
    about: 'One row is one prison, open or closed.',
    shape: {
      id: idOf('prison'),
      name: string.describe('Name by which it is known.'),
      official_name: string.nullable().describe('Full official name.'),
      aliases,
      country: slug.describe('Id in `countries`.'),
      place: string.nullable().describe('Town and region.'),
      latitude: z.number().min(-90).max(90).nullable().describe('Degrees north, WGS 84. Empty: the position is not known.'),
      longitude: z.number().min(-180).max(180).nullable().describe('Degrees east, WGS 84.'),
      precision: z.enum(['site', 'town', 'region']).nullable().describe('What the position is of: the prison itself, only its town, or only its region.'),
      position_source: string.nullable().describe('Where the position comes from; `geonames`: GeoNames, CC BY 4.0.'),
      ...factShape,
      us_role: string.nullable().describe('What the United States had to do with it, in our words.'),
      ties_recorded: tiesRecorded,
      ties_alleged: tiesAlleged,
      summary: string.describe('What the record shows, in one to three sentences.'),
      records: count.describe('Number of rows in `records` that concern it.'),
      questions,
      sources: references,
      reviewed,
      permalink,
    },
    items: ({ prisons }) => prisons,
    row: (prison: Prison) => ({
      id: prison.id,
      name: prison.name,
      official_name: prison.officialName ?? null,
      aliases: prison.aliases,
      country: prison.country.id,
      place: prison.place ?? null,
      latitude: prison.coordinates?.at[0] ?? null,
      longitude: prison.coordinates?.at[1] ?? null,
      precision: prison.coordinates?.precision ?? null,
      position_source: prison.coordinates?.source ?? null,
      ...factCells(prison),
      us_role: prison.usRole ?? null,
      ties_recorded: ties(prison.wings, 'recorded'),
      ties_alleged: ties(prison.wings, 'alleged'),
      summary: prison.summary,
      records: prison.records.length,
      questions: prison.questions,
      sources: listed(prison),
      reviewed: prison.reviewed,
      permalink: absolute(prison.href),
    }),
  }),
  records: table({
    about: 'One row is one sourced fact, with its date where a source gives one.',
    shape: {
      id: idOf('record'),
      date: partial.nullable().describe('Year, month or day, as exact as the sources are. Empty: undated, never guessed.'),
      topic: z.enum(topics).describe('What it is about.'),
      us_tie: z.enum(usTies).nullable().describe('Whether the United States takes part in what is told: `recorded` (documented) or `alleged`. Empty: it does not, or the record does not say.'),
      country: slug.describe('Id in `countries`: the country under which it is kept.'),
      other_countries: ids.describe('Ids in `countries`: other countries concerned.'),
      prisons: ids.describe('Ids in `prisons`.'),
      text: string.describe('The fact, in our words.'),
      note: string.nullable().describe('What a reader should know about it.'),
      dispute: slug.nullable().describe('Id in `disputes`, if sources disagree about it.'),
      sources: cited,
      permalink,
    },
    items: ({ records }) => records,
    row: (record: DatedRecord) => ({
      id: record.id,
      date: record.date,
      topic: record.topic,
      us_tie: record.usTie ?? null,
      country: record.country.id,
      other_countries: idsOf(record.countries),
      prisons: idsOf(record.prisons),
      text: record.text,
      note: record.note ?? null,
      dispute: record.dispute ?? null,
      sources: citedBy(record.citations),
      permalink: absolute(record.href),
    }),
  }),
  disputes: table({
    about: 'One row is one question on which sources disagree.',
    shape: {
      id: idOf('disagreement'),
      question: string.describe('What the sources disagree about.'),
      records: ids.describe('Ids of the `records` that stand against each other, the oldest first.'),
    },
    items: ({ countries }) => [...new Set(countries.flatMap(({ disputes }) => disputes))],
    row: ({ word, question, sides }) => ({ id: word, question, records: idsOf(sides) }),
  }),
  claims: table({
    about: 'One row is one statement of a founding text of the project, checked against sources.',
    shape: {
      id: idOf('claim'),
      document: slug.describe('Id in `sources`: the text that says so.'),
      claim: string.describe('The statement, in our words. It is the text’s, not ours.'),
      verdict: z.enum(verdicts).describe('What the sources say of it.'),
      topic: z.enum(topics).describe('What it is about.'),
      countries: ids.describe('Ids in `countries`.'),
      prisons: ids.describe('Ids in `prisons`.'),
      terms: ids.describe('Ids in `terms`.'),
      note: string.describe('Why the verdict is what it is.'),
      missing: string.nullable().describe('What fell out of the text, where it is damaged.'),
      sources: cited,
      permalink,
    },
    items: ({ claims }) => claims,
    row: (claim: Claim) => ({
      id: claim.id,
      document: claim.document.id,
      claim: claim.claim,
      verdict: claim.verdict,
      topic: claim.topic,
      countries: idsOf(claim.countries),
      prisons: idsOf(claim.prisons),
      terms: idsOf(claim.terms),
      note: claim.note,
      missing: claim.missing ?? null,
      sources: citedBy(claim.citations),
      permalink: absolute(claim.href),
    }),
  }),
  variants: table({
    about: 'One row is one other figure that a source gives for what a claim says.',
    shape: {
      claim: slug.describe('Id in `claims`.'),
      value: string.describe('The figure, as the source gives it.'),
      date: partial.nullable().describe('Date for which it holds.'),
      source: citation.describe('Id in `sources`, with the place in the source after a comma where one is given.'),
      note: string.nullable().describe('What the figure counts.'),
    },
    items: ({ claims }) => claims.flatMap((claim) => claim.variants.map((variant) => ({ ...variant, claim: claim.id }))),
    row: ({ claim, value, date, citation: from, note }) => ({ claim, value, date, source: citedBy([from])[0]!, note: note ?? null }),
  }),
  terms: table({
    about: 'One row is one entry of the glossary: a term, an organisation, a programme, a law, a person.',
    shape: {
      id: idOf('entry'),
      name: string.describe('Name in English.'),
      aliases,
      kind: z.enum(termKinds).describe('What it is.'),
      summary: string.describe('What it means or who it is, in one to three sentences.'),
      countries: ids.describe('Ids in `countries`.'),
      prisons: ids.describe('Ids in `prisons`.'),
      sources: references,
      permalink,
    },
    items: ({ terms }) => terms,
    row: (term) => ({
      id: term.id, name: term.name, aliases: term.aliases, kind: term.kind, summary: term.summary, countries: idsOf(term.countries), prisons: idsOf(term.prisons),
      sources: listed(term), permalink: absolute(term.href),
    }),
  }),
  articles: table({
    about: 'One row is one article; its text stands on its page.',
    shape: {
      id: idOf('article'),
      title: string.describe('Title.'),
      description: string.describe('What it tells, in one to three sentences.'),
      section: z.enum(sections).describe('Part of the collection.'),
      published: whole.describe('Day of publication.'),
      reviewed,
      countries: ids.describe('Ids of the `countries` that it is about.'),
      prisons: ids.describe('Ids of the `prisons` that it is about.'),
      words: count.describe('Length of its text in words.'),
      sources: references,
      permalink,
    },
    items: ({ articles }) => articles,
    row: (article) => ({
      id: article.id, title: article.name, description: article.summary, section: article.section, published: article.published, reviewed: article.reviewed,
      countries: idsOf(article.countries), prisons: idsOf(article.prisons), words: article.words, sources: listed(article), permalink: absolute(article.href),
    }),
  }),
  numbers: table({
    about: 'One row is one number in a figure of an article.',
    shape: {
      figure: slug.describe('Name of the figure.'),
      articles: ids.describe('Ids of the `articles` that show the figure.'),
      title: string.describe('Title of the figure.'),
      series: string.nullable().describe('Name of the series, where the figure has several.'),
      label: string.nullable().describe('What is counted, or who counts. Empty: the date names the row.'),
      date: partial.nullable().describe('When the number held or was said. Empty: its source is undated.'),
      read: whole.describe('Day on which its sources were read.'),
      value: z.number().nonnegative().describe('The number, in the `unit`.'),
      unit: string.describe('What the values of the figure count.'),
      bound: z.enum(bounds).nullable().describe('Whether the source gives the number as a limit.'),
      basis: z.enum(bases).describe('What the number rests on.'),
      note: string.nullable().describe('What a reader should know about it.'),
      sources: cited,
      permalink,
    },
    // A figure that several articles show is told once, with the marks of the first.
    items: ({ articles }) => {
      const shown = Object.values(Object.groupBy(articles.flatMap((article) => article.figures.map((figure) => ({ article, figure }))), ({ figure }) => figure.id));
      return shown.flatMap((places) => {
        const { article, figure } = places![0]!;
        return figure.series.flatMap(({ name, points }) => points.map((point) => ({ article, figure, shownIn: places!.map((place) => place.article), name, point })));
      });
    },
    row: ({ article, figure, shownIn, name, point }) => ({
      figure: figure.id,
      articles: idsOf(shownIn),
      title: figure.title,
      series: name ?? null,
      label: point.label ?? null,
      date: point.date,
      read: point.read,
      value: point.value,
      unit: figure.unit,
      bound: point.bound ?? null,
      basis: point.basis,
      note: point.note ?? null,
      sources: behind(article, point.marks),
      permalink: absolute(`${article.href}#${figure.anchor}`),
    }),
  }),
  sources: table({
    about: 'One row is one source: a report, a court file, a news item, a book, a page.',
    shape: {
      id: idOf('source'),
      type: z.enum(sourceTypes).describe('Item type of CSL 1.0.2.'),
      title: string.describe('Title; in square brackets, ours.'),
      authors: strings.describe('Authors, family name first; bodies as they call themselves.'),
      editors: strings.describe('Editors.'),
      container: string.nullable().describe('Periodical, book or site in which it appeared.'),
      publisher: string.nullable().describe('Who published what we read.'),
      original_publisher: string.nullable().describe('Who published it first, where we read a copy.'),
      issued: partial.nullable().describe('Date of publication. Empty: the source shows none.'),
      accessed: whole.describe('Day on which we read it.'),
      url: link.nullable().describe('Address at which we read it.'),
      language: string.describe('Language, BCP 47.'),
      kind: z.enum(sourceKinds).describe('Where the source stands.'),
      read_as: z.enum(readings).nullable().describe('How we read it. Empty: in the original.'),
      note: string.nullable().describe('What a reader should know about this copy.'),
      cited: count.describe('How many pages, records and claims rest on it.'),
      permalink,
    },
    items: ({ sources }) => sources,
    row: (source: Source) => {
      const { author = [], editor = [] } = toCsl(source);
      return {
        id: source.id,
        type: source.type as (typeof sourceTypes)[number],
        title: source.title,
        authors: author.map((name) => nameOf(name as never)),
        editors: editor.map((name) => nameOf(name as never)),
        container: source.container ?? null,
        publisher: source.publisher ?? null,
        original_publisher: source.originalPublisher ?? null,
        issued: source.issued ?? null,
        accessed: source.accessed,
        url: source.url ?? null,
        language: source.language,
        kind: source.kind,
        read_as: source.readAs ?? null,
        note: source.note ?? null,
        cited: Object.values(source.citedBy).reduce((sum, list) => sum + list.length, 0),
        permalink: absolute(source.href),
      };
    },
  }),
} satisfies { [name: string]: Table };

export type TableName = keyof typeof tables;
/** Names of the tables in the order in which they are published. */
export const tableNames = Object.keys(tables) as TableName[];
/** Rows of every table. */
export type Rows = { [Name in TableName]: Row[] };
