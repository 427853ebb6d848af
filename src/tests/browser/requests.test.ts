import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { come, searches } from './search-page.ts';
import { allPages, everyPage, heaviest, openSite, patience, samplePages } from './site.ts';

const site = await openSite();

/** How far things moved while the page came, as the browser counts it and tools report it: in thousandths. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What is buffered comes in the next task; two frames let the last layout be counted.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(Math.round(sum * 1000) / 1000), 50)));
      }),
  );

/** A busy machine may paint half a page: what moves is what moves in three visits. */
async function movement(page: Page): Promise<number> {
  let least = await layoutShift(page);
  for (let again = 0; least && again < 2; again++) {
    await come(page, page.reload());
    least = Math.min(least, await layoutShift(page));
  }
  return least;
}

/** What a page keeps in the reader's browser. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(document.cookie ? ['document.cookie'] : []),
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
    ...('caches' in globalThis ? (await caches.keys()).map((key) => `cache ${key}`) : []),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
  ]);

test('pages ask for nothing elsewhere or in vain, keep nothing and stand still', { timeout: patience }, async () => {
  await site.expectNoFaults([...samplePages, ...searches], async (path) => {
    const { page, context, troubles, go, rest } = await site.visit({ width: 1280 });
    await come(page, go(path));
    await rest();
    const wide = await movement(page);
    await page.setViewportSize({ width: 360, height: 640 });
    await come(page, page.reload());
    const narrow = await movement(page);
    const faults = [
      ...troubles,
      ...(await context.cookies()).map(({ name }) => `cookie ${name}`),
      ...(await kept(page)),
      ...(wide ? [`layout shift ${wide} at 1280 px`] : []),
      ...(narrow ? [`layout shift ${narrow} at 360 px`] : []),
    ];
    await context.close();
    return faults;
  });
});

test('an article is read after one request; all else waits', { timeout: patience }, async () => {
  const articles = everyPage ? allPages.filter((path) => /^\/articles\/.+/.test(path)) : [heaviest('/articles/*')];
  await site.expectNoFaults(articles, async (path) => {
    const { page, context, requests, go, rest } = await site.visit({ width: 360 });
    await go(path);
    await rest();
    // Modules wait, and so does what they import: no element of the page names it.
    const awaited = await page.locator('script[src]:not([type="module"], [defer])').evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
    const critical = requests.filter((request) => {
      const type = request.resourceType();
      return !(type === 'font' || (type === 'other' && /favicon/.test(request.url())) || (type === 'script' && !awaited.includes(request.url())));
    });
    await context.close();
    return [
      ...(critical.map((request) => request.resourceType()).join() === 'document' ? [] : [`waits for ${critical.map((request) => request.url()).join(', ')}`]),
      ...(requests.length > 5 ? [`${requests.length} requests`] : []),
    ];
  });
});
