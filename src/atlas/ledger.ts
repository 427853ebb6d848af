import type { Place } from './located.ts';
import { problem, type Problem } from './problem.ts';

/** The ledger: each address and permanent fragment ever published, a line each, with the day on which it first was. Nothing is ever taken out. */
export const ledgerFile = 'content/urls.txt';

export interface LedgerLine {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Path with its language, without base, and fragment if any: `/es/articles/cecot/#the-deal`. */
  address: string;
  place: Place;
}

/** Reads the text of the ledger; lines of another form are problems. */
export function readLedger(text: string): { lines: LedgerLine[]; problems: Problem[] } {
  const lines: LedgerLine[] = [];
  const problems: Problem[] = [];
  for (const [index, found] of text.split('\n').entries()) {
    if (!found) continue;
    const place = { file: ledgerFile, line: index + 1, column: 1 };
    const [, day, address] = /^(\d{4}-\d{2}-\d{2}) (\/\S*)$/.exec(found) ?? [];
    if (day && address) lines.push({ day, address, place });
    else problems.push(problem('bad-ledger-line', place, { found: found.slice(0, 60) }));
  }
  return { lines, problems };
}

const byAddress = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The ledger's text with new addresses added.
 * @param published day by address, as the atlas has it
 * @param today day of the new ones, `YYYY-MM-DD`
 */
export function extendLedger(published: ReadonlyMap<string, string>, addresses: readonly string[], today: string): string {
  const all = new Map([...addresses.map((address): [string, string] => [address, today]), ...published]);
  return [...all].sort(byAddress).map(([address, day]) => `${day} ${address}\n`).join('');
}
