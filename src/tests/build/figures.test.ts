import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { steps } from '../../figures/scale.ts';
import { formatNumber } from '../../i18n/format.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { address } from '../../site.ts';
import { built } from './site.ts';

const { pageAt } = built;
const { articles, records } = atlas();
const t = stringsOf('en');
const textOf = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const lengthOf = (bar: HTMLElement | null, pattern: string): number => (bar?.querySelectorAll(pattern) ?? []).reduce((sum, { text }) => sum + text.length, 0);

const shown = articles.flatMap((article) => article.figures.map((figure) => ({ article, figure, element: pageAt.get(article.href)!.root.getElementById(figure.anchor)! })));

test('figures are there for what the articles argue with numbers', () => {
  expect([...new Set(shown.map(({ figure }) => figure.id))].sort()).toEqual(expect.arrayContaining(['cecot-sums', 'countries-counted', 'share-of-world-prisoners', 'under-supervision']));
});

describe.each(shown)('the figure $figure.id of $article.id', ({ figure, element }) => {
  const points = figure.series.flatMap((series) => series.points);
  const rows = element.querySelectorAll('tbody tr').filter((row) => row.querySelector('[scope="row"]'));

  test('has its title, says what it shows and names the source of every number', () => {
    const caption = textOf(element.querySelector('figcaption'));
    expect(caption).toContain(figure.title);
    expect(caption).toContain(figure.alt.trim());
    const linked = element.querySelectorAll('.meta a').map((link) => link.getAttribute('href'));
    expect(linked).toEqual([...figure.sources.map(({ number }) => `#s${number}`), `#${figure.anchor}`]);
  });

  test('gives each number as it is written, with its date, what it rests on and its citations', () => {
    expect(rows.map((row) => textOf(row.querySelector('td')))).toEqual(
      points.map(({ value, bound, marks }) => `${bound ? `${t.figure.bound[bound]} ` : ''}${formatNumber(value, 'en')} ${marks.map(({ number, locator }) => [number, locator].filter(Boolean).join(', ')).join('')}`),
    );
    for (const [index, { date, basis, marks }] of points.entries()) {
      const said = textOf(rows[index]!.querySelector('[scope="row"]'));
      expect(said).toMatch(date ? date.slice(0, 4) : /undated, read \d/);
      expect(said).toContain(t.figure.basis[basis]);
      expect(marks.length).toBeGreaterThan(0);
    }
  });

  test('says what its patterns mean, where it has two', () => {
    const two = new Set(points.map(({ basis }) => basis === 'said')).size > 1;
    for (const meaning of [t.figure.solid, t.figure.hatched]) expect(textOf(element).includes(meaning)).toBe(two);
  });

  test('has bars as long as its numbers, hidden from those who hear them', () => {
    const whole = figure.kind === 'shares' ? 100 : Math.max(...points.map(({ value }) => value));
    for (const [index, { value, basis }] of points.entries()) {
      const bar = rows[index]!.querySelector('.bar');
      expect(Math.abs(bar!.querySelector(basis === 'said' ? '.hatched' : 'i:not([class])')!.text.length - (steps * value) / whole)).toBeLessThanOrEqual(0.5);
      expect(bar!.getAttribute('aria-hidden')).toBe('true');
    }
  });
});

describe('the timeline', () => {
  const rows = pageAt.get(address('/timeline/'))!.root.querySelectorAll('.year-chart tbody tr');
  const years = rows.flatMap((row) => {
    const link = row.querySelector('a');
    return link ? [{ href: link.getAttribute('href')!, bar: lengthOf(link, '.bar i'), parts: link.querySelectorAll('.bar i').map(({ text }) => text.length), counts: row.querySelectorAll('td').map((cell) => Number(cell.text)) }] : [];
  });

  test('has a bar for every year with records, each as long as the page behind it has cards', () => {
    expect(years.map(({ href }) => href).sort()).toEqual([...new Set(records.map(({ date }) => address(`/timeline/${date?.slice(0, 4) ?? 'undated'}/`)))].sort());
    expect(years.map(({ href, bar }) => [href, bar])).toEqual(years.map(({ href }) => [href, pageAt.get(href)!.root.querySelectorAll('article.card').length]));
  });

  test('says in numbers what its bars show', () => {
    for (const { bar, parts, counts: [all, ...families] } of years) {
      expect(all).toBe(bar);
      expect(families.filter(Boolean)).toEqual(parts);
    }
  });

  test('leaves no year out', () => {
    const spans = rows.map((row) => textOf(row.querySelector('th')).replace(/\|.*/, '')).filter((span) => /^\d/.test(span)).map((span) => span.split('–').map(Number));
    for (const [index, span] of spans.entries()) if (index) expect(span.at(-1), `before ${spans[index - 1]![0]}`).toBe(spans[index - 1]![0]! - 1);
  });
});
