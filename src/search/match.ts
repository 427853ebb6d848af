import { distance, nearest } from '../i18n/distance.ts';
import { fold } from '../i18n/fold.ts';
import type { Named } from './gazetteer.ts';
import type { NamedKind } from './kinds.ts';

export type Why = 'exact' | 'alias' | 'place' | 'prefix' | 'typo';

/** The entry that a query names, why it was chosen, and the name that was meant, as it is written. */
export interface Match {
  entry: Named;
  why: Why;
  name: string;
  /** The query is this name and nothing else. */
  whole: boolean;
}

export interface Answer {
  best?: Match;
  /** "Did you mean": another word to search for. */
  suggestion?: string;
}

/** Words that say what a thing is, not which: in English, Spanish and Portuguese, folded. */
const kindWords = new Set(
  ('prison prisons jail jails gaol gaols penitentiary penitentiaries carcel carceles prision prisiones penal penales presidio presidios ' +
    'penitenciaria penitenciarias penitenciario penitenciarios prisao prisoes cadeia cadeias').split(' '),
);
/** Words that join: they count only beside another word. */
export const joints: ReadonlySet<string> = new Set('the a an of in at on for and la el las los le les o os as un una de del da do das dos en y e'.split(' '));

/** Words that many prisons share: alone, they name none of them. */
const generic = new Set('national central federal state district regional local military women womens men mens s maximum minimum high security new old'.split(' '));

interface Name {
  entry: Named;
  why: 'exact' | 'alias' | 'place';
  written: string;
  folded: string;
  words: string[];
  /** Without kind words and joints; the whole where nothing else is left. */
  core: string;
}

const isGeneric = ({ core }: Name): boolean => core.split(' ').every((word) => generic.has(word));
const coreOf = (words: readonly string[]): string => words.filter((word) => !kindWords.has(word) && !joints.has(word)).join(' ');
const whyOrder = { exact: 0, alias: 1, place: 2 } as const;
const kindOrder: { [kind in NamedKind]: number } = { country: 0, prison: 1, term: 2, article: 3, topic: 4, year: 5 };

/** Better first: a name before an alias before a place, then by kind, then what leaves the least over, then what has most records. */
const byRank = (over: (name: Name) => number) => (a: Name, b: Name): number =>
  whyOrder[a.why] - whyOrder[b.why] || kindOrder[a.entry.kind] - kindOrder[b.entry.kind] || over(a) - over(b) || b.entry.records - a.entry.records;
const lengthOf = ({ folded: { length } }: Name): number => length;
const first = (names: readonly Name[], over: (name: Name) => number = () => 0): Name | undefined => [...names].sort(byRank(over))[0];

interface Slip {
  entry: Named;
  written: string;
}
interface Found extends Slip {
  tier: Why;
}

/** Makes the function that says what a query names. */
export function makeMatcher(all: readonly Named[]): (query: string) => Answer {
  // "Deaths" and "2016" are words of many questions: they name a topic or a year only where they are the whole of one.
  const isSubject = ({ kind }: Named): boolean => kind === 'topic' || kind === 'year';
  const subjects = new Map(all.filter(isSubject).flatMap(namesOf).map((name) => [name.folded, name]));
  const entries = all.filter((entry) => !isSubject(entry));
  const countryNames = new Set(entries.filter(({ kind }) => kind === 'country').flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));
  // "State of Mexico" does not make the country's name a town's.
  const names = entries.flatMap(namesOf).filter(({ why, folded }) => why !== 'place' || !countryNames.has(folded));
  const wordsOf = new Map(entries.map((entry) => [entry, new Set(namesOf(entry).flatMap(({ words }) => words))]));
  const byText = new Map<string, Name[]>();
  for (const name of names) for (const text of new Set([name.folded, name.core])) byText.set(text, [...(byText.get(text) ?? []), name]);

  return (query) => {
    const folded = fold(query);
    if (!folded) return {};
    const words = folded.split(' ');
    const core = coreOf(words) || folded;
    const subject = found(subjects.get(folded));
    // A title that has several words of the query is nearer than the topic of that name.
    const equal = whole(folded, core) ?? (words.length > 1 && beginning(folded, core) ? undefined : subject);
    const letters = equal ?? beginning(folded, core);
    const misspelt = letters ? undefined : misspeltWhole(folded, core);
    const named = letters ?? (misspelt ? undefined : inside(words));
    if (named) return { best: { entry: named.entry, why: named.tier, name: named.written, whole: named === equal } };
    const slip = misspelt ?? misspeltPart(core) ?? misspeltInside(words);
    if (slip) return { best: { entry: slip.entry, why: 'typo', name: slip.written, whole: false }, suggestion: slip.written };
    const near = core.length < 5 || words.length > 3 ? undefined : nearest(core, names.map((name) => name.core));
    return near ? { suggestion: first(names.filter((name) => name.core === near))!.written } : {};
  };

  function found(name: Name | undefined, tier?: Why): Found | undefined {
    return name && { entry: name.entry, tier: tier ?? name.why, written: name.written };
  }

  /** The query is a name, letter by letter; failing that, without the words that say only what the thing is. */
  function whole(folded: string, core: string): Found | undefined {
    const equal = names.filter((name) => name.folded === folded);
    const alike = (byText.get(core) ?? []).filter((name) => name.folded === core || name.core === core);
    return (['exact', 'alias', 'place'] as const).map((why) => found(first(equal.filter((name) => name.why === why)) ?? first(alike.filter((name) => name.why === why), lengthOf))).find(Boolean);
  }

  /** A name, or a word of a name, begins with the query. */
  function beginning(folded: string, core: string): Found | undefined {
    if (core.length < 3) return undefined;
    const starts = names.filter((name) => name.folded.startsWith(folded) || name.core.startsWith(core));
    const holding = (text: string, of: 'folded' | 'core'): Name | undefined => first(names.filter((name) => ` ${name[of]}`.includes(` ${text}`)), lengthOf);
    // Word for word before "Bureau of Prisons" becomes any bureau.
    const literal = folded.includes(' ') ? holding(folded, 'folded') : undefined;
    return found(literal ?? first(starts, lengthOf) ?? holding(core, 'core'), 'prefix');
  }

  /** Some words of the query are a name: the longest ones, a prison before its country. */
  function inside(words: readonly string[]): Found | undefined {
    const runs = runsOf(words).filter(({ text }) => text.length > 2 && coreOf(text.split(' ')) && byText.has(text));
    const outer = runs.filter((run) => !runs.some((other) => other !== run && other.from <= run.from && other.to >= run.to));
    const named = outer.flatMap(({ text }) => byText.get(text)!.filter((name) => name.folded === text || !isGeneric(name)));
    const countries = new Set(named.filter(({ why }) => why !== 'place').map(({ entry }) => entry).filter(({ kind }) => kind === 'country'));
    const rank = ({ entry, why }: Name): number => {
      if (entry.kind === 'prison') return why !== 'place' ? 0 : countries.has(entry.country!) ? 1 : 3;
      return kindOrder[entry.kind] + 2;
    };
    const held = ({ entry }: Name): number => words.filter((word) => wordsOf.get(entry)!.has(word)).length;
    return found([...named].sort((a, b) => rank(a) - rank(b) || held(b) - held(a) || b.words.length - a.words.length || byRank(() => 0)(a, b))[0]);
  }

  /** The best of the names that are the fewest slips away. */
  function nearestOf(far: (name: Name) => number): Name | undefined {
    const near = names.map((name) => ({ name, steps: far(name) })).filter(({ steps }) => steps < Infinity);
    const least = Math.min(...near.map(({ steps }) => steps));
    return first(near.filter(({ steps }) => steps === least).map(({ name }) => name), lengthOf);
  }

  /** A name is a few slips of the pen away. */
  function misspeltWhole(folded: string, core: string): Slip | undefined {
    const [ofAll, ofCore] = [slipsFrom(folded), slipsFrom(core)];
    return nearestOf((name) => Math.min(ofAll(name.folded), ofCore(name.core)));
  }

  /** The beginning of a name is: "guantanmo" for "Guantánamo Bay"; failing that, any words of a name. */
  function misspeltPart(core: string): Slip | undefined {
    const count = core.split(' ').length;
    const slips = slipsFrom(core);
    const best =
      nearestOf((name) => slips(name.core.split(' ').slice(0, count).join(' '))) ??
      (core.length < 7 ? undefined : nearestOf((name) => Math.min(...runsOf(name.core.split(' '), count, count).map(({ text }) => slips(text)))));
    return best && { entry: best.entry, written: partOf(best, core) };
  }

  /** Some words of the query are nearly a name. */
  function misspeltInside(words: readonly string[]): Slip | undefined {
    for (const { text } of runsOf(words).filter(({ text }) => text.length > 6 && coreOf(text.split(' ')) === text)) {
      const slips = slipsFrom(text);
      const best = first(names.filter((name) => !isGeneric(name) && slips(name.core) < (text.length < 10 ? 2 : Infinity)), lengthOf);
      if (best) return best;
    }
    return undefined;
  }
}

/** The written words of a name that a misspelt query means: "Guantánamo" of "Guantánamo Bay". */
function partOf({ written }: Name, core: string): string {
  const slips = slipsFrom(core);
  const near = runsOf(written.split(/\s+/)).reverse().find(({ text }) => slips(coreOf(fold(text).split(' '))) < Infinity);
  return near ? near.text.replace(/^\p{P}+|\p{P}+$/gu, '') : written;
}

const slipsAllowed = (name: string): number => (name.length < 5 ? 0 : name.length < 8 ? 1 : 2);

/** Measures how many slips of the pen lie between a query and a name; infinite where there are more than the name allows. */
function slipsFrom(query: string): (name: string) => number {
  // Two slips leave one of four pieces whole, even if one of them swaps letters of two pieces: most names are out at once.
  const size = Math.ceil(query.length / 4);
  const pieces = Array.from({ length: Math.ceil(query.length / size) }, (_, index) => query.slice(index * size, (index + 1) * size));
  return (name) => {
    const limit = slipsAllowed(name);
    if (!limit || Math.abs(name.length - query.length) > limit || !pieces.some((piece) => name.includes(piece))) return Infinity;
    const far = distance(query, name, limit);
    return far > limit ? Infinity : far;
  };
}

/** Runs of neighbouring words, the longest first. */
function runsOf(words: readonly string[], most = Math.min(words.length, 8), least = 1): { text: string; from: number; to: number }[] {
  const runs = [];
  for (let length = most; length >= least; length--) {
    for (let from = 0; from + length <= words.length; from++) runs.push({ text: words.slice(from, from + length).join(' '), from, to: from + length });
  }
  return runs;
}

/** The names in what is said of a place: of "Abu Ghraib, about 32 km west of Baghdad" both, and nothing of the rest, which is prose and would make a name of "about". */
function placesOf(place: string): string[] {
  const named = place.split(/[,;()]/).map((part) => part.trim().replace(/^.*\b(?:near|from|(?:outskirts|north|south|east|west) of)\s+/i, ''));
  return named.filter((part) => /^\p{Lu}/u.test(part));
}

/** Everything by which an entry can be asked for. */
function namesOf(entry: Named): Name[] {
  const make = (why: Name['why']) => (written: string): Name => {
    const folded = fold(written);
    const words = folded.split(' ');
    return { entry, why, written, folded, words, core: coreOf(words) || folded };
  };
  const parts = placesOf(entry.place);
  const places = [...new Set([parts.join(', '), ...parts])];
  return [make('exact')(entry.name), ...entry.aliases.map(make('alias')), ...places.map(make('place'))].filter(({ folded }) => folded);
}
