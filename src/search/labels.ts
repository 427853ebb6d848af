import type { Strings } from '../i18n/en.ts';
import { tieKinds } from '../atlas/wings.ts';

/** A sentence with holes in it, `{n}` or `{q}`; of a pair, the first is for one. */
type Template = string;
type Pair = [one: Template, many: Template];

/** What the search page says, in a form that JSON can carry. */
export type Labels = ReturnType<typeof makeLabels>;

// A number that stands for itself in every language, so that it can be found again in the sentence.
const pair = (say: (count: number) => string): Pair => [say(1).replace('1', '{n}'), say(2).replace('2', '{n}')];

/** Interface strings of the search page; functions become templates. */
export function makeLabels(t: Strings, pageTitle: string) {
  const { search } = t;
  return {
    pageTitle,
    index: search.index,
    found: pair(search.found),
    foundFor: pair((count) => search.foundFor(count, '{q}')),
    none: search.none('{q}'),
    nothing: search.nothing,
    corrected: search.corrected('{name}'),
    exactly: search.exactly('{q}'),
    didYouMean: search.didYouMean('{name}'),
    quoted: search.quoted('{q}'),
    unfiltered: search.unfiltered,
    wayOut: search.wayOut,
    why: { exact: search.exact, alias: search.alias, place: search.place, prefix: search.prefix, typo: search.typo },
    kinds: { ...search.kinds, topic: search.topic, year: t.table.year },
    verdicts: t.verdict,
    ties: tieKinds.map((kind) => t.tie[kind]),
    tieLink: t.tieLink,
    tieAlleged: t.tieAlleged,
    records: pair(t.count.records),
    sources: pair(t.count.sources),
    plain: search.plain,
    failed: search.failed,
    unavailable: search.unavailable,
    more: search.more,
    less: search.less,
    page: search.page(1, 2).replace('1', '{n}').replace('2', '{of}'),
  };
}

/** Fills the holes of a template. */
export const fill = (template: Template, values: Record<string, string>): string => template.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);

/** Fills the form of a pair that fits the number. */
export const fillCount = (forms: readonly [Template, Template], count: number, lang: string, values: Record<string, string> = {}): string =>
  fill(forms[count === 1 ? 0 : 1], { n: count.toLocaleString(lang), ...values });
