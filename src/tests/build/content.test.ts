import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { topics } from '../../schemas/vocabulary.ts';
import { filtersOf } from '../../search/index-entries.ts';
import { address, site } from '../../site.ts';
import { built, expectNoFaults, type Page } from './site.ts';

const { pages, pageAt } = built;
const { articles, countries, prisons, terms, pages: own, records, claims, sources } = atlas();
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOf = (element: HTMLElement | null | undefined): string => squeeze(element?.textContent ?? '');
/** A page by an address that may have a fragment, and the element that the fragment names. */
const at = (href: string): { page: Page | undefined; element: HTMLElement | undefined } => {
  const [path, id] = href.split('#') as [string, string?];
  const page = pageAt.get(path);
  return { page, element: (id && page?.root.getElementById(id)) || undefined };
};

test('every entry of the atlas has its page under its name', () => {
  const missing = [...articles, ...countries, ...prisons, ...terms, ...own].filter(({ href, name }) => textOf(at(href).page?.root.querySelector('h1')) !== squeeze(name));
  expect(missing.map(({ href }) => href)).toEqual([]);
});

test('every source has its page under its title', () => {
  expect(sources.filter(({ href, title }) => textOf(at(href).page?.root.querySelector('h1')) !== squeeze(title)).map(({ href }) => href)).toEqual([]);
});

test('every record stands on the page of its country, under its id, with its words', () => {
  expect(records.filter(({ href, text }) => !textOf(at(href).element).includes(squeeze(text))).map(({ href }) => href)).toEqual([]);
});

test('every record stands on the pages of its year and its topic', () => {
  const pagesOf = (date: string | null, topic: string): string[] => [`/timeline/${date?.slice(0, 4) ?? 'undated'}/`, `/timeline/topic/${topic}/`];
  const missing = records.flatMap(({ href, date, topic }) => pagesOf(date, topic).filter((path) => !at(address(path)).page?.html.includes(`href="${href}"`)).map((path) => `${href} on ${path}`));
  expect(missing).toEqual([]);
});

test('every claim stands on the page of claims, under its id, with its words', () => {
  expect(claims.filter(({ href, claim }) => !textOf(at(href).element).includes(squeeze(claim))).map(({ href }) => href)).toEqual([]);
});

describe('a citation mark', () => {
  const marks = (page: Page): HTMLElement[] => page.root.querySelectorAll('[role="doc-noteref"]');
  const entryOf = (page: Page, mark: HTMLElement): HTMLElement | null => page.root.getElementById(mark.getAttribute('href')!.slice(1));

  test('leads to an entry of the list that leads back to it', () => {
    expectNoFaults(pages, (page) =>
      marks(page).flatMap((mark) => {
        const back = entryOf(page, mark)?.querySelectorAll('[role="doc-backlink"]').some((link) => link.getAttribute('href') === `#${mark.id}`);
        return back ? [] : [`${mark.getAttribute('href')}: no entry with a way back to #${mark.id}`];
      }),
    );
  });

  test('shows the number of its entry', () => {
    expectNoFaults(pages, (page) => marks(page).filter((mark) => `#s${Number.parseInt(mark.text, 10)}` !== mark.getAttribute('href')).map((mark) => `"${mark.text}" leads to ${mark.getAttribute('href')}`));
  });

  test('is one of those that the atlas knows, each of which is there', () => {
    const counted = [...articles, ...countries, ...prisons, ...terms, ...own].map(({ href, references }) => [href, references.reduce((sum, { uses }) => sum + uses.length, 0)]);
    expect(counted.filter(([href, uses]) => at(String(href)).page && marks(at(String(href)).page!).length !== uses)).toEqual([]);
  });
});

describe('what a page is sorted under by the search', () => {
  const known: { [filter: string]: ReadonlySet<string> } = {
    kind: new Set(['article', 'country', 'prison', 'term', 'claim', 'source']),
    country: new Set(countries.map(({ id }) => id)),
    prison: new Set(prisons.map(({ id }) => id)),
    topic: new Set(topics),
  };
  const all = filtersOf(atlas());
  const filters = (page: Page): [name: string, value: string][] =>
    Object.entries(all.get(page.path.slice(site.base.length)) ?? {}).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));

  test('names things that exist', () => {
    expectNoFaults(pages, (page) => filters(page).filter(([name, value]) => !known[name]?.has(value)).map(([name, value]) => `${name} "${value}"`));
  });

  test('says what kind of page it is, and where it belongs', () => {
    const expected = [
      ...articles.map((article) => [article.href, 'article', [...article.countries, ...article.prisons]] as const),
      ...countries.map((country) => [country.href, 'country', [country]] as const),
      ...prisons.map((prison) => [prison.href, 'prison', [prison, prison.country]] as const),
      ...terms.map((term) => [term.href, 'term', [...term.countries, ...term.prisons]] as const),
    ];
    const faults = expected.flatMap(([href, kind, places]) => {
      const page = at(href).page;
      const found = page ? filters(page).map(([name, value]) => `${name} ${value}`) : [];
      return [`kind ${kind}`, ...places.map((place) => `${'iso2' in place ? 'country' : 'prison'} ${place.id}`)].filter((filter) => !found.includes(filter)).map((filter) => `${href}: no ${filter}`);
    });
    expect(faults).toEqual([]);
  });
});

test('a title in another language than the page says so', () => {
  // A title in brackets is our translation.
  const foreign = new Map(sources.filter(({ language, title }) => !title.startsWith('[') && !site.published.some((lang) => lang === language)).map((source) => [source.href, source]));
  const langOf = (element: HTMLElement | null): string | undefined => (element ? (element.getAttribute('lang') ?? langOf(element.parentNode)) : undefined);
  expectNoFaults(pages, (page) =>
    page.root.querySelectorAll('a[href], h1').flatMap((element) => {
      const source = foreign.get(element.getAttribute('href') ?? page.path);
      return !source || textOf(element) !== squeeze(source.title) || langOf(element) === source.language ? [] : [`"${source.title}" is not marked as ${source.language}`];
    }),
  );
});
