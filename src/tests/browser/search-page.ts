import type { Page } from 'playwright-core';

/** What the search page shows. Addresses are within the origin: "/prisons/cecot/". */
export interface Shown {
  best: string | null;
  results: string[];
  count: string;
  note: string;
  suggestion: string;
  /** Where the pager stands; empty without one. */
  pager: string;
  title: string;
  /** The part of the address after "?". */
  query: string;
  /** Field and lists by their names. */
  fields: Record<string, string>;
}

/** Searches that show all that the search page can show: a best match, results only, a filter, a correction, nothing. */
export const searches: readonly string[] = ['q=Honduras', 'q=water+in+cells', 'q=accreditation&country=mexico', 'q=Zacatecolca', 'q=qqqqzzzz'].map((query) => `/search/?${query}`);

/** Waits until the search has come to its end. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('#results')?.getAttribute('aria-busy') === 'false' && document.querySelector('#result-count')!.textContent !== '');

/** Opens or reloads a page, and waits for its results if it is a search. */
export async function come(page: Page, opening: Promise<unknown>): Promise<void> {
  await opening;
  if (/\/search\/\?/.test(page.url())) await settled(page);
}

/** Reads what is there now. */
export const read = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const text = (selector: string): string => document.querySelector<HTMLElement>(selector)!.innerText.replace(/\s+/g, ' ').trim();
    const path = ({ pathname, hash }: HTMLAnchorElement): string => pathname + hash;
    const best = document.querySelector<HTMLAnchorElement>('#best-match a');
    return {
      best: best && path(best),
      results: [...document.querySelectorAll<HTMLLIElement>('#results > li')].map((item) => path(item.querySelector('a')!)),
      count: text('#result-count'),
      note: text('#search-note'),
      suggestion: text('#suggestion'),
      pager: text('#pager'),
      title: document.title,
      query: location.search.slice(1),
      fields: Object.fromEntries([...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('#search form [name]')].map(({ name, value }) => [name, value])),
    };
  });

/** Reads what the search has come to. */
export const readSettled = async (page: Page): Promise<Shown> => {
  await settled(page);
  return read(page);
};

/** Asks as a reader does: types, presses Enter, waits. */
export async function ask(page: Page, query: string): Promise<Shown> {
  await page.fill('#q', query);
  await page.press('#q', 'Enter');
  return readSettled(page);
}

/** How many results a sentence speaks of. */
export const countOf = ({ count }: Shown): number => Number(/^[\d,]+/.exec(count)?.[0].replaceAll(',', '') ?? 0);
