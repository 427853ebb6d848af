import { expect, test } from 'vitest';
import { readProse } from './prose.ts';

const read = (body: string) => readProse(body, 'content/articles/x.mdx').prose;

test('words and plain text leave citations and marks out', () => {
  const { plain, words } = read('## A *plan*[^a]\n\nIt was **copied**.[^b, p. 4]\n\n| year |\n| --- |\n| 2000 |\n');
  expect(plain).toBe('A plan\nIt was copied.\nyear\n2000');
  expect(words).toBe(7);
});

test('citations come in reading order, with locator and place', () => {
  expect(read('One[^a] two[^b,  pp. 5–6].\n\nThree *four[^c]*.\n').citations).toEqual([
    { source: 'a', place: { file: 'content/articles/x.mdx', line: 1, column: 6 } },
    { source: 'b', locator: 'pp. 5–6', place: { file: 'content/articles/x.mdx', line: 1, column: 14 } },
    { source: 'c', place: { file: 'content/articles/x.mdx', line: 3, column: 14 } },
  ]);
});

test('headings have the ids that the page gives them', () => {
  expect(read('## La Tramacúa\n\n### Why?\n\n## La Tramacúa\n\n## 21 November 2026\n\n## Section 21 November 2026\n\n## Sources\n').headings).toEqual([
    { id: 'la-tramacúa', text: 'La Tramacúa', depth: 2 },
    { id: 'why', text: 'Why?', depth: 3 },
    { id: 'la-tramacúa-1', text: 'La Tramacúa', depth: 2 },
    { id: 'section-21-november-2026', text: '21 November 2026', depth: 2 },
    { id: 'section-21-november-2026-1', text: 'Section 21 November 2026', depth: 2 },
    // The page has a list of sources itself.
    { id: 'sources-1', text: 'Sources', depth: 2 },
  ]);
});

test('tables have ids after the heading above them, each its own', () => {
  const table = '| year |\n| --- |\n| 2000 |\n\n';
  expect(read(`${table}## What it cost\n\n${table}Text.\n\n${table}`).tables.map(({ id, heading }) => [id, heading?.text])).toEqual([
    ['table-top', undefined],
    ['table-what-it-cost', 'What it cost'],
    ['table-what-it-cost-1', 'What it cost'],
  ]);
});
