import type { DatedRecord } from '../atlas/model.ts';
import type { Topic } from '../schemas/vocabulary.ts';

/** Sixteen topics cannot be told apart by shades: four families can. */
export const families = {
  building: ['construction', 'design', 'funding', 'privatization'],
  training: ['training', 'accreditation', 'policing', 'data-systems'],
  held: ['deportation', 'conditions', 'deaths', 'political-prisoners'],
  law: ['legal', 'resistance', 'statistics', 'history'],
} as const satisfies { [family: string]: readonly Topic[] };
export type Family = keyof typeof families;
export const familyNames = Object.keys(families) as Family[];

/** A year with records, or years in a row without any (`counts` empty). */
export interface YearRow {
  /** "1829", "1853–1869" or "undated". */
  year: string;
  /** Records of each family in the order of `familyNames`. */
  counts: number[];
}

/** Records by year and family, newest first, undated last, with the years between that have none. */
export function yearRows(records: readonly DatedRecord[]): YearRow[] {
  const byYear = new Map<string, DatedRecord[]>();
  for (const record of records) {
    const year = record.date?.slice(0, 4) ?? 'undated';
    byYear.set(year, [...(byYear.get(year) ?? []), record]);
  }
  const count = (list: readonly DatedRecord[]): number[] => familyNames.map((family) => list.filter(({ topic }) => (families[family] as readonly Topic[]).includes(topic)).length);
  const years = [...byYear.keys()].filter((year) => year !== 'undated').sort().reverse();
  const rows = years.flatMap((year, index): YearRow[] => {
    const [from, to] = [Number(years[index + 1] ?? year) + 1, Number(year) - 1];
    const row = { year, counts: count(byYear.get(year)!) };
    return from > to ? [row] : [row, { year: from === to ? String(to) : `${from}–${to}`, counts: [] }];
  });
  const undated = byYear.get('undated');
  return undated ? [...rows, { year: 'undated', counts: count(undated) }] : rows;
}

/** The rows in two tables of the same length, each with the years that it spans today ("1983–2026"), and one of what is undated. */
export function yearTables(records: readonly DatedRecord[]): { part: 'newer' | 'older' | 'undated'; span: string; rows: YearRow[] }[] {
  const rows = yearRows(records);
  const dated = rows.filter(({ year }) => year !== 'undated');
  const half = Math.ceil(dated.length / 2);
  const parts = { newer: dated.slice(0, half), older: dated.slice(half), undated: rows.slice(dated.length) };
  return (['newer', 'older', 'undated'] as const).filter((part) => parts[part].length).map((part) => {
    const [newest, oldest] = [parts[part][0]!.year, parts[part].at(-1)!.year];
    return { part, span: part === 'undated' ? part : `${oldest.slice(0, 4)}–${newest.slice(-4)}`, rows: parts[part] };
  });
}
