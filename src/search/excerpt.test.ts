import { describe, expect, it } from 'vitest';
import { fold } from '../i18n/fold.ts';
import { excerptOf, markWords, readText, type IndexedText, type Part } from './excerpt.ts';

/** Parts as one line, marked words in square brackets. */
const shown = (parts: readonly Part[]): string => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `w${index}`);

describe('an excerpt', () => {
  it('begins at the beginning if the words stand near it', () => {
    expect(shown(excerptOf(numbered(50), new Set([3]), 0, 50, 10))).toBe('w0 w1 w2 [w3] w4 w5 w6 w7 w8 w9 …');
  });

  it('is cut where most of the words stand', () => {
    expect(shown(excerptOf(numbered(50), new Set([20, 40, 41]), 0, 50, 10))).toBe('… w34 w35 w36 w37 w38 w39 [w40 w41] w42 w43 …');
  });

  it('stays within its section and says where it is cut off', () => {
    expect(shown(excerptOf(['One.', 'Two', 'three', 'four.', 'Five'], new Set([2]), 1, 4, 10))).toBe('Two [three] four.');
    expect(shown(excerptOf([], new Set(), 0, 0, 10))).toBe('');
    expect(shown(excerptOf(numbered(5), new Set([99]), 3, 99, 10))).toBe('w3 w4 …');
  });

  it('keeps markup in a text as text', () => {
    const words = '<img src=x onerror=alert(1)> </mark> <mark> &lt;b&gt; <script>alert(1)</script>'.split(' ');
    expect(excerptOf(words, new Set([3]), 0, words.length, 10)).toEqual([
      { text: '<img src=x onerror=alert(1)> ', marked: false },
      { text: '</mark>', marked: true },
      { text: ' <mark> &lt;b&gt; <script>alert(1)</script> …', marked: false },
    ]);
  });
});

describe('the text of a result', () => {
  const content = 'Honduras. Embassy cables place an adviser there. Deaths. A fire killed many prisoners. Records. 2025. 20 August 2025. CBS News wrote of Honduras and deportees. No date. An undated fire.';
  const at = (word: string, from = 0): number => content.split(' ').indexOf(word, from);
  const text = (...locations: number[]): IndexedText => ({
    content,
    anchors: [
      { element: 'h2', id: 'records', text: 'Records', location: at('Records.') },
      { element: 'h2', id: 'deaths', text: 'Deaths', location: at('Deaths.') },
      { element: 'p', id: 'p', text: 'Embassy', location: 1 },
      { element: 'h3', id: 'y2025', text: ' ', location: at('2025.') },
      { element: 'article', id: 'deportees-2025', text: '', location: at('20') },
      { element: 'article', id: 'fire-undated', location: at('No') },
    ],
    weighted_locations: locations.map((location) => ({ location, balanced_score: 1 })),
  });

  it('begins after the title', () => {
    expect(shown(readText(text(), 'Honduras', 3).lead)).toBe('Embassy cables place an adviser there.');
    expect(shown(readText(text(0), 'Another title', 3).lead)).toBe('[Honduras.] Embassy cables place an adviser there.');
  });

  it('names the sections in which the words stand: headings, and records by their date', () => {
    const { sections } = readText(text(at('fire'), at('Honduras'), at('fire.')), 'Honduras', 3);
    expect(sections.map(({ id, title, excerpt }) => [id, title, shown(excerpt)])).toEqual([
      ['deaths', 'Deaths', 'A [fire] killed many prisoners.'],
      ['deportees-2025', '20 August 2025', 'CBS News wrote of [Honduras] and deportees.'],
      ['fire-undated', 'No date', 'An undated [fire.]'],
    ]);
  });

  it('shows the densest sections, in the order of the page', () => {
    const { sections } = readText(text(at('fire'), at('fire.'), at('undated')), 'Honduras', 1);
    expect(sections.map(({ id }) => id)).toEqual(['fire-undated']);
  });
});

it('marks words that begin with a word of the query', () => {
  expect(shown(markWords('La Tramacúa, near Valledupar', ['tramac', 'valle'], fold))).toBe('La [Tramacúa], near [Valledupar]');
  expect(markWords('<b>x</b>', [], fold).every(({ marked }) => !marked)).toBe(true);
});
