import type { Language } from '../i18n/languages.ts';
import type { Fact } from '../schemas/shared.ts';
import type { Basis, Bound, FigureKind, Notice, Region, Section, SourceKind, TermKind, Topic, UsTie, Verdict } from '../schemas/vocabulary.ts';
import type { Heading, ProseTable } from './prose.ts';
import type { TieState, WingState } from './wings.ts';

/** A source as one use of it cites it. */
export interface Citation {
  source: Source;
  locator?: string;
}

/** An entry of a page's reference list, numbered in order of first use from 1. */
export interface ListedSource {
  number: number;
  source: Source;
  /** Fragment ids of the marks that cite it, in reading order. */
  uses: string[];
}

/** What every page of the atlas has. */
export interface Entry {
  id: string;
  /** Language of the text: the page's own where a twin exists, otherwise the default. */
  lang: Language;
  /** Languages in which the entry exists. */
  languages: Language[];
  /** File of the prose, from the project's root. */
  file: string;
  /** Address within the origin, with base and language. */
  href: string;
  /** What a list or a search calls it. */
  name: string;
  /** One to three sentences, plain. */
  summary: string;
  headings: Heading[];
  tables: ProseTable[];
  /** Words of prose. */
  words: number;
  /** Prose as plain text, a paragraph a line. */
  plain: string;
  references: ListedSource[];
  /** Paths within the site and without language at which it stood before. */
  redirectFrom: string[];
  /** Id that a heading had before → id of the heading that stands for it now. */
  renamedHeadings: { [before: string]: string };
  /** Citations of the prose in reading order. */
  marks: Mark[];
}

/** Places and terms that a text links to, in order of first mention. */
export interface Mentions {
  articles: Article[];
  countries: Country[];
  prisons: Prison[];
  terms: Term[];
}

export interface Article extends Entry {
  published: string;
  reviewed: string;
  section: Section;
  /** Topics of the records that rest on its sources, most frequent first, at most four. */
  topics: Topic[];
  countries: Country[];
  prisons: Prison[];
  notice: Notice[];
  mentions: Mentions;
  /** In the order in which they stand in it. */
  figures: Figure[];
  /** Other articles, most in common first. */
  related: Article[];
}

/** Numbers of an article as a table with bars, its citations numbered in the article's reference list. */
export interface Figure {
  id: string;
  /** Its fragment in the article. */
  anchor: string;
  lang: Language;
  kind: FigureKind;
  title: string;
  /** What it shows, in words. */
  alt: string;
  /** What the rows name and what the values count. */
  rows: string;
  unit: string;
  series: { name?: string | undefined; points: FigurePoint[] }[];
  note?: string | undefined;
  /** Every source of its numbers, once, in order of first use. */
  sources: { number: number; source: Source }[];
}

export interface FigurePoint {
  label?: string | undefined;
  /** `null`: undated; then it was so on the day on which it was read. */
  date: string | null;
  read: string;
  value: number;
  bound?: Bound | undefined;
  basis: Basis;
  note?: string | undefined;
  marks: Mark[];
}

export interface Country extends Entry {
  aliases: string[];
  iso2: string;
  region: Region;
  reviewed: string;
  questions: string[];
  notice: Notice[];
  prisons: Prison[];
  /** Records kept in this country's file, newest first, undated last. */
  records: DatedRecord[];
  /** Records kept elsewhere that concern it. */
  elsewhere: DatedRecord[];
  disputes: Dispute[];
  claims: Claim[];
  /** Articles about it, then articles that mention it. */
  articles: Article[];
  wings: WingState[];
  otherTies: TieState;
}

export interface PrisonFacts {
  opened?: CitedFact<string>;
  closed?: CitedFact<string>;
  capacity?: CitedFact<number>;
  population?: CitedFact<number>;
  security?: CitedFact<string>;
}

export interface CitedFact<T> extends Omit<Fact<T>, 'sources'> {
  citations: Mark[];
}

/** A citation mark outside prose: its number in the page's reference list and its fragment id. */
export interface Mark {
  number: number;
  anchor: string;
  locator?: string;
}

export interface Prison extends Entry {
  officialName?: string;
  aliases: string[];
  country: Country;
  place?: string;
  coordinates?: { at: [number, number]; precision: 'site' | 'town' | 'region'; source: string };
  facts: PrisonFacts;
  usRole?: string;
  reviewed: string;
  questions: string[];
  notice: Notice[];
  records: DatedRecord[];
  disputes: Dispute[];
  claims: Claim[];
  articles: Article[];
  wings: WingState[];
  otherTies: TieState;
}

export interface Term extends Entry {
  aliases: string[];
  kind: TermKind;
  notice: Notice[];
  countries: Country[];
  prisons: Prison[];
  claims: Claim[];
  articles: Article[];
}

/** A page about the site itself. */
export interface Page extends Entry {
  reviewed: string;
}

/** One sourced fact; called `DatedRecord` because TypeScript has a `Record` of its own. */
export interface DatedRecord {
  id: string;
  href: string;
  /** As exact as the source gives it; `null`: undated. */
  date: string | null;
  topic: Topic;
  usTie?: UsTie;
  /** The country in whose file it stands. */
  country: Country;
  /** Other countries concerned. */
  countries: Country[];
  prisons: Prison[];
  lang: Language;
  text: string;
  note?: string;
  citations: Citation[];
  dispute?: string;
  /** Ids that it had before. */
  formerIds: string[];
}

/** Records that contradict each other, with what they disagree about. */
export interface Dispute {
  word: string;
  question: string;
  sides: DatedRecord[];
}

export interface Claim {
  id: string;
  href: string;
  /** The founding text that makes it. */
  document: Source;
  lang: Language;
  claim: string;
  verdict: Verdict;
  topic: Topic;
  countries: Country[];
  prisons: Prison[];
  terms: Term[];
  citations: Citation[];
  note: string;
  /** Ids that it had before. */
  formerIds: string[];
  missing?: string;
  variants: { value: string; date: string | null; citation: Citation; note?: string }[];
}

/** A text whose claims are checked, with the works that it lists. */
export interface FoundingText {
  source: Source;
  about?: string;
  claims: Claim[];
  works: { source: Source; about: string }[];
}

export interface CslName {
  literal?: string | undefined;
  family?: string | undefined;
  given?: string | undefined;
  'non-dropping-particle'?: string | undefined;
  suffix?: string | undefined;
}

export interface Source {
  id: string;
  href: string;
  /** "Associated Press 2026", "Jordan 2010": as a card cites it. */
  label: string;
  /** Who answers for it: authors, otherwise the publisher. */
  authors: string;
  title: string;
  /** Of the title. */
  language: string;
  type: string;
  kind: SourceKind;
  container?: string;
  publisher?: string;
  issued?: string;
  accessed: string;
  url?: string;
  readAs?: 'original' | 'copy' | 'repost' | 'excerpt';
  originalPublisher?: string;
  note?: string;
  csl: { [variable: string]: unknown };
  /** Paths at which its page stood before. */
  redirectFrom: string[];
  /** The founding text that lists it. */
  listedIn?: Source;
  /** Everything that cites it. */
  citedBy: { articles: Article[]; countries: Country[]; prisons: Prison[]; terms: Term[]; pages: Page[]; records: DatedRecord[]; claims: Claim[] };
}

/** Everything the site says in one language, read once, checked and connected. */
export interface Atlas {
  lang: Language;
  articles: Article[];
  countries: Country[];
  prisons: Prison[];
  terms: Term[];
  pages: Page[];
  /** Newest first, undated last. */
  records: DatedRecord[];
  claims: Claim[];
  /** Founding texts in the order of their claims. */
  documents: FoundingText[];
  sources: Source[];
  /** Day on which each address was first published, by path and fragment without base: the ledger. */
  published: ReadonlyMap<string, string>;
  /** Entries by the file of their prose. */
  byFile: Map<string, Entry>;
  /** Address of anything that a link can name; `undefined` where nothing is known by that name. */
  resolve(url: string): string | undefined;
}
