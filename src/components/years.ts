/** Records under their years in the order given; `undated` for those without a date. */
export function groupByYear<T extends { date: string | null }>(records: readonly T[]): [year: string, records: T[]][] {
  const years = new Map<string, T[]>();
  for (const record of records) {
    const year = record.date?.slice(0, 4) ?? 'undated';
    years.set(year, [...(years.get(year) ?? []), record]);
  }
  return [...years];
}

/** Records that stand open before the rest is folded, and the number above which anything is. */
const shown = 10;
const many = 12;

/** Which years stand open: all where there are few records, otherwise the newest, up to about ten records. */
export function openYears(years: readonly (readonly [year: string, records: readonly unknown[]])[]): Set<string> {
  const total = years.reduce((sum, [, records]) => sum + records.length, 0);
  let count = 0;
  const open = new Set<string>();
  for (const [year, records] of years) {
    count += records.length;
    if (open.size && count > shown && total > many) break;
    open.add(year);
  }
  return open;
}
