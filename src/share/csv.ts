import type { Row } from './tables.ts';

/** What stands between the texts of a list in one cell. */
export const listSeparator = ' | ';

const cell = (value: Row[string] | undefined): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? value.join(listSeparator) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV of RFC 4180: a row of names, then the rows, each ended by CR LF. Nothing and an empty list are an empty cell. */
export const toCsv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
