import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { good, problemsAfter } from '../tests/fixtures/roots.ts';
import { extendLedger, ledgerFile, readLedger } from './ledger.ts';

describe('the ledger', () => {
  test('keeps every line and its day, and takes up new addresses in their order', () => {
    expect(extendLedger(new Map([['/b/', '2026-01-01'], ['/gone/', '2026-01-01']]), ['/c/', '/b/', '/b/#part'], '2026-02-02')).toBe(
      '2026-01-01 /b/\n2026-02-02 /b/#part\n2026-02-02 /c/\n2026-01-01 /gone/\n',
    );
  });

  test('reads what it has written', () => {
    const text = readFileSync(join(good, ledgerFile), 'utf8');
    const { lines, problems } = readLedger(text);
    expect(problems).toEqual([]);
    expect(extendLedger(new Map(lines.map(({ address, day }) => [address, day])), [], '')).toBe(text);
  });
});

describe('what has been published', () => {
  test.each([
    ['a former address of a page', 'articles/water.mdx', 'redirectFrom: [/articles/thirst/]\n', '', 'lost-page'],
    ['a former id of a record', 'records/colombia.yaml', '\n  redirectFrom:\n    - la-tramacua-inaugurated-2000', '', 'lost-record'],
    ['a former id of a claim', 'claims/founding-text.yaml', '    redirectFrom:\n      - founding-cost\n', '', 'lost-claim'],
    ['a former heading', 'articles/towers.mdx', 'renamedHeadings: { the-towers: the-plan }\n', '', 'lost-heading'],
    ['the id of a record', 'records/colombia.yaml', 'id: la-tramacua-opened-2000', 'id: la-tramacua-opening-2000', 'lost-record'],
    ['a heading of a translation', 'articles/water.es.mdx', '## Lo que costó', '## El precio', 'lost-heading'],
  ])('is missed when it goes: %s', (_, file, from, to, kind) => {
    expect(problemsAfter(file, from, to)).toContain(`${ledgerFile} ${kind}`);
  });
});
