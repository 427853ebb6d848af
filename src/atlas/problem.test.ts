import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { broken, good, makeRoot, problemsAfter } from '../tests/fixtures/roots.ts';
import { loadAtlas } from './atlas.ts';
import { problemKinds, report } from './problem.ts';

/** The report on the broken fixture, as a writer should read it. */
const expected = readFileSync(join(broken, 'report.txt'), 'utf8').trimEnd();
/** Its blocks of one kind. */
const blocksOf = (kind: string, text: string): string[] => text.split('\n\n').filter((block) => block.split('\n')[0]!.endsWith(`  ${kind}`));

let told: string | undefined;
function reportOnBroken(): string {
  if (told) return told;
  const root = makeRoot([good, broken]);
  // "Café" in Latin-1, written here because an editor would mend it.
  writeFileSync(join(root, 'content/articles/latin-1.mdx'), Buffer.from('---\ntitle: Caf\xe9\n---\nText\n', 'latin1'));
  // What cannot be stored everywhere.
  symlinkSync('nowhere.mdx', join(root, 'content/articles/linked.mdx'));
  symlinkSync('looped.yaml', join(root, 'content/sources/looped.yaml'));
  mkdirSync(join(root, 'content/articles/folder.mdx'));
  writeFileSync(join(root, 'content/prisons/aux.mdx'), readFileSync(join(good, 'content/prisons/la-tramacua.mdx')));
  // Too big for a fixture.
  writeFileSync(join(root, 'content/sources/endless.yaml'), `note: ${'x'.repeat(300_000)}\n`);
  writeFileSync(join(root, 'content/articles/endless.mdx'), readFileSync(join(good, 'content/articles/academy.mdx'), 'utf8') + 'word '.repeat(2100));
  return (told = report(loadAtlas(root)));
}

describe('content with problems', () => {
  test.each(problemKinds)('%s is told word for word', (kind) => {
    const blocks = blocksOf(kind, expected);
    expect(blocks, `report.txt shows no ${kind}`).not.toEqual([]);
    expect(blocksOf(kind, reportOnBroken())).toEqual(blocks);
  });

  test('all problems come at once, in order of files and lines', () => {
    expect(reportOnBroken()).toBe(expected);
  });

  test('a slip in an id is told as the design says', () => {
    expect(reportOnBroken()).toContain(`
content/articles/guantanamo-of-colombia.mdx:10:3  unknown-prison
  No prison "la-tramcua". Did you mean "la-tramacua"?
  Fix the id, or add content/prisons/la-tramcua.mdx
`);
  });

  test('content without faults has none', () => {
    expect(loadAtlas(good)).toEqual([]);
  });
});

describe('one fault is not told as two', () => {
  test.each([
    ['a prison that others refer to', 'prisons/la-tramacua.mdx', 'country: colombia', 'country: columbia', 'unknown-country'],
    ['a prison that cannot be read', 'prisons/la-tramacua.mdx', 'summary:', 'sumary:', 'unknown-key'],
    ['one side of a dispute', 'records/colombia.yaml', 'date: 2000-04', 'date: 2000-14', 'impossible-date'],
    ['a country that explains a dispute', 'countries/colombia.mdx', 'iso2: CO', 'iso2: Col', 'wrong-type'],
    ['an article whose heading is linked to', 'articles/towers.mdx', 'section: history', 'section: past', 'unknown-section'],
    ['a figure that is shown', 'figures/prisoners-of-colombia.yaml', 'basis: counted', 'basis: guessed', 'unknown-choice'],
    ['a record that has a twin', 'records/colombia.yaml', 'date: 2000-11-16', 'date: 16 November 2000', 'wrong-type'],
  ])('%s', (_, file, from, to, kind) => {
    expect(new Set(problemsAfter(file, from, to))).toContain(`content/${file} ${kind}`);
    expect(problemsAfter(file, from, to).filter((found) => !found.startsWith(`content/${file}`))).toEqual([]);
  });
});

describe('a twin', () => {
  const problemsWith = (text: string): string[] => {
    const root = makeRoot([good]);
    writeFileSync(join(root, 'content/articles/towers.es.mdx'), `---\ntitle: Torres\ndescription: Un plano.\nreviewed: 2026-11-21\n---\n## The plan\n\n${text}\n`);
    return loadAtlas(root).map(({ kind, message }) => `${kind}: ${message}`);
  };
  test('links to headings of the other twin', () => {
    expect(problemsWith('[El coste](article:water#lo-que-costó)')).toEqual([]);
    expect(problemsWith('[El coste](article:water#what-it-cost)')).toContain('unknown-heading: No heading "#what-it-cost" in content/articles/water.mdx.');
  });
});
