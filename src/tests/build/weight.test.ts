import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { address } from '../../site.ts';
import { built, expectNoFaults, isLight, weigh, type Page } from './site.ts';

// Brotli 11, in bytes: the bars of the design.
const { pages, pageAt, fileAt } = built;
const search = address('/search/');
const articles = atlas().articles.map(({ href }) => pageAt.get(href)!);

/** Scripts that a page loads before anybody does anything: its own and what they import. */
function scriptsOf(page: Page): string[] {
  const all = new Set<string>();
  const add = (path: string): void => {
    if (all.has(path)) return;
    all.add(path);
    for (const [, imported] of readFileSync(fileAt(path)!, 'utf8').matchAll(/(?:^|[;\s}])import\s*(?:[\w*{][^'"()]*?from\s*)?["']([^"']+)["']/g)) add(new URL(imported!, `http://x${path}`).pathname);
  };
  for (const script of page.root.querySelectorAll('script[src]')) add(script.getAttribute('src')!);
  return [...all];
}
const weights = new Map<string, number>();
function weighFile(path: string): number {
  const weight = weights.get(path) ?? weigh(readFileSync(fileAt(path)!));
  weights.set(path, weight);
  return weight;
}
const weighScripts = (page: Page): number => scriptsOf(page).reduce((sum, path) => sum + weighFile(path), 0);

test('half of the articles weigh no more than 14,000 bytes, none more than 30,000', () => {
  const sorted = articles.map(({ path, html }) => ({ path, weight: weigh(html) })).sort((a, b) => a.weight - b.weight);
  expect(sorted.at(Math.floor((sorted.length - 1) / 2))!.weight).toBeLessThanOrEqual(14_000);
  expect(sorted.filter(({ weight }) => weight > 30_000)).toEqual([]);
});

test('every other page weighs no more than 40,000 bytes', () => {
  expectNoFaults(pages.filter((page) => !articles.includes(page)), ({ html }) => (isLight(html, 40_000) ? [] : [`${weigh(html)} bytes`]));
});

test('the search page with its script weighs no more than 25,000 bytes', () => {
  const page = pageAt.get(search)!;
  expect(weigh(page.html) + weighScripts(page)).toBeLessThanOrEqual(25_000);
});

test('the scripts of any other page weigh no more than 1,500 bytes', () => {
  expectNoFaults(pages.filter(({ path }) => path !== search), (page) => (weighScripts(page) <= 1500 ? [] : [`${weighScripts(page)} bytes`]));
});

test('the style weighs no more than 7,000 bytes', () => {
  expect(weigh(pages[0]!.root.querySelector('style')!.innerHTML)).toBeLessThanOrEqual(7000);
});
