/** Records under their years in the order given; `undated` for those without a date. */
export function groupByYear<T extends { date: string | null }>(records: readonly T[]): [year: string, records: T[]][] {
  const years = new Map<string, T[]>();
  for (const record of records) {
    const year = record.date?.slice(0, 4) ?? 'undated';
    years.set(year, [...(years.get(year) ?? []), record]);
  }
  return [...years];
}
