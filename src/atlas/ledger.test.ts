import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { good, makeRoot, problemsAfter } from '../tests/fixtures/roots.ts';
import { loadAtlas } from './atlas.ts';
import { connect } from './connect.ts';
import { extendLedger, ledgerFile, readLedger } from './ledger.ts';
import { readContent } from './read.ts';

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

  test('tells the first day of an address that a merge has left twice', () => {
    const root = makeRoot([good]);
    writeFileSync(join(root, ledgerFile), '2026-02-02 /b/\n2026-01-01 /b/\n2026-01-01 /c/\n2026-02-02 /c/\n');
    expect([...connect(readContent(root), 'en').published].sort()).toEqual([['/b/', '2026-01-01'], ['/c/', '2026-01-01']]);
  });
});

describe('what has been published', () => {
  test.each(['/claims/#%E0', '/articles/water/#%E0', '/countries/colombia/#%E0'])('is missed where it was never there: %s', (address) => {
    const root = makeRoot([good]);
    appendFileSync(join(root, ledgerFile), `2026-01-01 ${address}\n`);
    expect(loadAtlas(root).map(({ file, kind }) => `${file} ${kind}`)).toEqual([`${ledgerFile} ${address.startsWith('/claims/') ? 'lost-claim' : 'lost-heading'}`]);
  });

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
