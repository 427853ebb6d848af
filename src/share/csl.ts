import type { Article, Citation, Claim, Country, CslName, DatedRecord, Entry, Prison, Source, Term } from '../atlas/model.ts';
import type { Language } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';
import { absolute, site } from '../site.ts';
import { digest } from './digest.ts';

/** A date of CSL: year, then month and day where they are known. */
export interface CslDate {
  'date-parts': [number[]];
}

/** An item of CSL-JSON 1.0.2, as far as the bibliography uses it. Its `id` is unique among sources and pages. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  'container-title'?: string;
  publisher?: string;
  'publisher-place'?: string;
  genre?: string;
  number?: string;
  volume?: string;
  issue?: string;
  page?: string;
  ISBN?: string;
  DOI?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language?: string;
  version?: string;
  note?: string;
}

/** What appears in a periodical or on a site: CSL calls that the container, not the publisher. */
const contained: ReadonlySet<string> = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'review', 'post', 'post-weblog', 'webpage']);

/** A date as exact as it is known ("2017-07-22", "2017") in CSL. */
export const toCslDate = (date: string): CslDate => ({ 'date-parts': [date.split('-').map(Number)] });

/** An ISO date as exact as a CSL date is. */
export const fromCslDate = ({ 'date-parts': [parts] }: CslDate): string => parts.map((part, index) => String(part).padStart(index ? 2 : 4, '0')).join('-');

/** Names as they are written, without the keys that are not set. */
const named = (names: unknown): { [role: string]: CslName[] } => names as { [role: string]: CslName[] };

/**
 * A source as CSL-JSON, ready for Zotero and citeproc. What was read in a copy is cited as it was first published; where it was read stands in the note.
 * @param lang language of the words in the note
 */
export function toCsl(source: Source, lang: Language = 'en'): CslItem {
  const { type, accessed, issued, url, readAs, note } = source;
  const { author, editor } = named(source.csl);
  const own = source.csl as Partial<CslItem>;
  const published = source.originalPublisher ?? source.publisher;
  const container = source.container ?? (contained.has(type) ? published : undefined);
  const copy = source.originalPublisher && source.publisher !== source.originalPublisher ? source.publisher : undefined;
  const t = stringsOf(lang);
  const how = readAs && readAs !== 'original' ? t.readAs[readAs] : undefined;
  // A note of ours says how it was read where no other publisher is to be named.
  const read = copy ? (how ? `${how}: ${copy}.` : t.citation.readAt(copy)) : how && !note ? `${how}.` : undefined;
  return trim({
    id: source.id,
    type,
    title: source.title,
    author,
    editor,
    'container-title': container,
    publisher: published === container ? undefined : published,
    'publisher-place': own['publisher-place'],
    genre: own.genre,
    number: own.number,
    volume: own.volume,
    issue: own.issue,
    page: own.page,
    ISBN: own.ISBN,
    DOI: own.DOI,
    issued: issued ? toCslDate(issued) : undefined,
    accessed: toCslDate(accessed),
    URL: url,
    language: source.language,
    note: [read, note].filter(Boolean).join(' ') || undefined,
  });
}

/** A page, record or claim of ours as CSL needs it. */
interface Own {
  id: string;
  title: string;
  href: string;
  lang: Language;
  /** Day of publication or of the last check, `YYYY-MM-DD`. */
  date: string;
  /** What a change of would make another version. */
  content: unknown;
  genre?: string;
}

/** The version names the words, not the day: the same words have the same version. No day of access: only the reader knows it. */
const ownCsl = ({ id, title, href, lang, date, content, genre }: Own): CslItem =>
  trim({
    id, type: 'webpage', title, author: [{ literal: site.name }], 'container-title': site.name, publisher: site.name, genre,
    issued: toCslDate(date), URL: absolute(href), language: lang, version: digest(content),
  });

const keysOf = (citations: readonly Citation[]): string[] => citations.map(({ source, locator }) => (locator ? `${source.id}, ${locator}` : source.id));
const proseOf = ({ name, summary, plain, references }: Entry): unknown[] => [name, summary, plain, references.map(({ source, uses }) => [source.id, uses.length])];
const recordOf = ({ id, date, topic, text, note, dispute, citations }: DatedRecord): unknown[] => [id, date, topic, text, note, dispute, keysOf(citations)];
const claimOf = ({ id, claim, verdict, note, missing, variants, citations }: Claim): unknown[] => [id, claim, verdict, note, missing, variants.map(({ value, date }) => [value, date]), keysOf(citations)];

/** An article as CSL-JSON. */
export const articleCsl = (article: Article): CslItem =>
  ownCsl({ id: `article-${article.id}`, title: article.name, href: article.href, lang: article.lang, date: article.published, content: proseOf(article) });

/** A country or a prison as CSL-JSON; its version changes with its records and claims too. */
export function profileCsl(place: Country | Prison): CslItem {
  const kind = 'iso2' in place ? 'country' : 'prison';
  const content = [...proseOf(place), 'facts' in place ? [place.facts, place.coordinates, place.usRole] : [], place.questions, place.records.map(recordOf), place.claims.map(claimOf)];
  return ownCsl({ id: `${kind}-${place.id}`, title: place.name, href: place.href, lang: place.lang, date: place.reviewed, content });
}

/**
 * A glossary entry as CSL-JSON.
 * @param date day to which the glossary stands, `YYYY-MM-DD`: `versionDate(atlas)` of `version.ts`
 */
export const termCsl = (term: Term, date: string): CslItem =>
  ownCsl({ id: `term-${term.id}`, title: term.name, href: term.href, lang: term.lang, date, content: proseOf(term) });

/** A record as CSL-JSON, dated by the last check of its country; its title is its text, cut at a word. */
export const recordCsl = (record: DatedRecord): CslItem =>
  ownCsl({
    id: `record-${record.id}`, title: cutAtWord(record.text), href: record.href, lang: record.lang, date: record.country.reviewed,
    content: recordOf(record), genre: stringsOf(record.lang).citation.record,
  });

/**
 * A claim as CSL-JSON; its title says that it is one, so that nobody takes it for a statement of ours.
 * @param date day to which the claims stand, `YYYY-MM-DD`: `versionDate(atlas)` of `version.ts`
 */
export const claimCsl = (claim: Claim, date: string): CslItem =>
  ownCsl({
    id: `claim-${claim.id}`, title: stringsOf(claim.lang).citation.claimed(cutAtWord(claim.claim)), href: claim.href, lang: claim.lang, date,
    content: claimOf(claim), genre: stringsOf(claim.lang).citation.claim,
  });

/** At most 120 characters, cut after a word; a full stop at the end falls away. */
export function cutAtWord(text: string, limit = 120): string {
  if (text.length <= limit) return text.replace(/\.$/, '');
  return `${text.slice(0, text.lastIndexOf(' ', limit - 1)).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Without the keys that have no value or an empty list. */
function trim(item: { [Key in keyof CslItem]: CslItem[Key] | undefined }): CslItem {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as unknown as CslItem;
}
