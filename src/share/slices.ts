import { tableNames, type Row, type Rows } from './tables.ts';

const list = (row: Row, column: string): readonly string[] => (row[column] as readonly string[] | undefined) ?? [];
const idOf = ({ id }: Row): string => id as string;

/** Every source that a row names, whichever of its columns does. */
const sourcesOf = (row: Row): string[] =>
  Object.entries(row).flatMap(([column, value]) => {
    if (!/(^|_)sources?$|^document$/.test(column) || column === 'position_source' || value === null) return [];
    return (typeof value === 'object' ? value : [String(value)]).map((citation) => citation.split(', ')[0]!);
  });

/** Rows in the order of the whole, those of `wanted`, with what hangs on them: disagreements, variants, numbers, and every source that is named. */
function complete(rows: Rows, wanted: Omit<Rows, 'disputes' | 'variants' | 'numbers' | 'sources'>): Rows {
  const [records, claims, articles] = [wanted.records, wanted.claims, wanted.articles].map((part) => new Set(part.map(idOf)));
  const part: Rows = {
    ...wanted,
    sources: [],
    disputes: rows.disputes.filter((row) => list(row, 'records').some((id) => records!.has(id))),
    variants: rows.variants.filter(({ claim }) => claims!.has(claim as string)),
    numbers: rows.numbers.filter((row) => list(row, 'articles').some((id) => articles!.has(id))),
  };
  const named = new Set(Object.values(part).flatMap((table) => table.flatMap(sourcesOf)));
  part.sources = rows.sources.filter((row) => named.has(idOf(row)));
  return Object.fromEntries(tableNames.map((name) => [name, part[name]])) as Rows;
}

/** All that the tables say about one country: itself, its prisons, and the records, claims, terms and articles that name it or one of them. */
export function sliceCountry(rows: Rows, id: string): Rows {
  const prisons = rows.prisons.filter(({ country }) => country === id);
  const inside = new Set(prisons.map(idOf));
  const concerns = (row: Row): boolean => list(row, 'countries').includes(id) || list(row, 'prisons').some((prison) => inside.has(prison));
  return complete(rows, {
    countries: rows.countries.filter((row) => idOf(row) === id),
    prisons,
    records: rows.records.filter((row) => row.country === id || list(row, 'other_countries').includes(id)),
    claims: rows.claims.filter((row) => list(row, 'countries').includes(id)),
    terms: rows.terms.filter(concerns),
    articles: rows.articles.filter(concerns),
  });
}

/** All that the tables say about one prison, and the row of its country. */
export function slicePrison(rows: Rows, id: string): Rows {
  const names = (row: Row): boolean => list(row, 'prisons').includes(id);
  const prisons = rows.prisons.filter((row) => idOf(row) === id);
  return complete(rows, {
    countries: rows.countries.filter((row) => idOf(row) === prisons[0]?.country),
    prisons,
    records: rows.records.filter(names),
    claims: rows.claims.filter(names),
    terms: rows.terms.filter(names),
    articles: rows.articles.filter(names),
  });
}
