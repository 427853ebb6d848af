import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { address } from '../../site.ts';
import { allPages, eventually, heaviest, htmlOf, openSite, within, type Visit } from './site.ts';

const site = await openSite();
const article = heaviest('/articles/*');
const country = heaviest('/countries/*');
const prison = heaviest('/prisons/*');

/** True if an element, or at least its beginning, is in sight. */
const isInSight = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const { top, left, width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0 && top >= -1 && top < innerHeight && left >= -1 && left < innerWidth;
  });
/** Waits until an element is in sight: sections that come into sight are laid out late. */
const expectInSight = (element: Locator): Promise<void> => eventually(async () => expect(await isInSight(element), String(element)).toBe(true));
const fragment = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

describe('an article', () => {
  let page: Page;
  beforeAll(async () => {
    const visit = await site.visit({ width: 1024 });
    ({ page } = visit);
    await visit.go(article);
  });

  test('has citation marks that each answer where their number stands', async () => {
    const covered = await page.locator('sup a').evaluateAll((marks) =>
      marks.flatMap((mark) => {
        mark.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = mark.getClientRects()[0]!;
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit === mark ? [] : [`${mark.id} is covered by ${hit?.id || hit?.tagName}`];
      }),
    );
    expect(covered).toEqual([]);
  });

  test.each(['first', 'last'] as const)('leads from its %s citation mark to the entry and back', async (which) => {
    const mark = page.locator('sup a')[which]();
    const target = (await mark.getAttribute('href'))!;
    await mark.click();
    expect(fragment(page)).toBe(target);
    const entry = page.locator(`li${target}`);
    await expectInSight(entry);
    const id = (await mark.getAttribute('id'))!;
    await entry.locator(`a[role="doc-backlink"][href="#${id}"]`).click();
    expect(fragment(page)).toBe(`#${id}`);
    await expectInSight(mark);
  });

  test('leads from its contents to each section', async () => {
    const links = await page.locator('.toc a').all();
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const target = (await link.getAttribute('href'))!;
      await link.click();
      expect(fragment(page)).toBe(target);
      const heading = page.locator(`[id="${target.slice(1)}"]`);
      await expectInSight(heading);
      expect(await heading.textContent()).toBe(await link.textContent());
    }
  });

  test('leads from an entry to the page of the source, and from there to the original and to archived copies', async () => {
    const hrefs = await page.locator('.refs cite a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    const href = hrefs.find((each) => htmlOf(within(each)).includes('rel="external"'))!;
    const link = page.locator(`.refs cite a[href="${href}"]`);
    const title = await link.textContent();
    await link.click();
    expect(await page.locator('h1').textContent()).toBe(title);
    const [original, archived] = await page.locator('a[rel~="external"]').evaluateAll((links) => links.map((each) => each.getAttribute('href')!));
    expect(original).toMatch(/^https?:\/\//);
    expect(archived).toBe(`https://web.archive.org/web/*/${original}`);
  });
});

describe('the keyboard', () => {
  const focused = (page: Page): Locator => page.locator(':focus');

  test('comes to the link to the text first, and it works', async () => {
    const { page, go } = await site.visit();
    await go(article);
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('href')).toBe('#main');
    await expectInSight(focused(page));
    await page.keyboard.press('Enter');
    expect(fragment(page)).toBe('#main');
    await page.keyboard.press('Tab');
    expect(await focused(page).evaluate((element) => element.closest('main') !== null)).toBe(true);
  });

  test.each([article, prison, '/search/', '/'])('comes to everything on %s in the order in which it stands, and shows where it is', async (path) => {
    const { page, go } = await site.visit();
    await go(path);
    const stops = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')];
      const shown = all.filter((element) => element.checkVisibility({ contentVisibilityAuto: false }));
      shown.forEach((element, index) => (element.dataset.stop = String(index)));
      return shown.length;
    });
    expect(stops).toBeGreaterThan(20);
    const faults: string[] = [];
    const seen: number[] = [];
    for (let press = 0; press < stops; press++) {
      await page.keyboard.press('Tab');
      const { stop, what, isShown, isInSight: inSight } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        const { top, bottom, left, right } = element.getBoundingClientRect();
        return {
          stop: Number(element.dataset.stop ?? -1),
          what: element.outerHTML.slice(0, 120),
          isShown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)|transparent/.test(outlineColor),
          isInSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
        };
      });
      seen.push(stop);
      if (!isShown) faults.push(`no focus to be seen: ${what}`);
      if (!inSight) faults.push(`focus out of sight: ${what}`);
    }
    expect(faults.slice(0, 10), `${faults.length} faults`).toEqual([]);
    expect(seen).toEqual(seen.map((_, index) => index));
    // All of the site is within reach: the search field and the sections.
    expect(await page.locator('input[name="q"][data-stop]').count()).toBe(1);
    expect(await page.locator('header nav a[data-stop]').count()).toBe(7);
  });

  test.each([
    ['Control+K', article],
    ['Meta+K', article],
    ['Control+K', '/search/'],
    ['Control+K', '/404.html'],
  ])('puts the cursor into the search field with %s on %s', async (keys, path) => {
    const { page, go } = await site.visit();
    await go(path);
    await page.keyboard.press(keys);
    expect(await focused(page).getAttribute('name')).toBe('q');
    await page.keyboard.type('Honduras');
    expect(await focused(page).inputValue()).toBe('Honduras');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=Honduras$/);
  });
});

describe('without script', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit({ script: false });
  });

  test.each([article, country, prison, '/prisons/', '/timeline/'])('%s shows all it has', async (path) => {
    const { page, go } = visit;
    await go(path);
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((element) => element.textContent.trim() && !element.closest('details:not([open]), .vh, .if-script, noscript, svg text') && !element.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true, opacityProperty: true }))
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(hidden).toEqual([]);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(2000);
    expect(await page.locator('.if-script:visible').count()).toBe(0);
  });

  test('the field leads to the search page with what was asked', async () => {
    const { page, go } = visit;
    await go(article);
    await page.fill('#q', 'La Tramacúa');
    await page.locator('form[role="search"] button').click();
    expect(page.url()).toBe(`${site.address}/search/?q=La+Tramac%C3%BAa`);
  });

  test('the search page says so, and lists every article, country and prison', async () => {
    const { page, go } = visit;
    await go('/search/');
    expect(await page.locator('noscript').innerText()).not.toBe('');
    if (!(await page.locator('#by-name').evaluate((list) => (list as HTMLDetailsElement).open))) await page.locator('#by-name summary').click();
    const named = await page.locator('#by-name a:visible').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(named.map(within).sort()).toEqual(allPages.filter((path) => /^\/(articles|countries|prisons)\/.+\/$/.test(path)));
  });
});

describe('on paper', () => {
  test.each([article, country, prison])('%s has its sources and its address, and nothing to click', async (path) => {
    const { page, go } = await site.visit({ width: 794 });
    await go(path);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav:visible, form:visible, input:visible, button:visible, .skip:visible, [role="doc-backlink"]:visible').count()).toBe(0);
    const own = page.locator('.share a').first();
    expect(await own.isVisible()).toBe(true);
    expect(await own.textContent()).toBe(await page.locator('link[rel="canonical"]').getAttribute('href'));
    const sources = page.locator('.refs li');
    expect(await sources.count()).toBeGreaterThan(0);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    // Links keep their addresses in the file: so the sheets have every source.
    const hrefs = await page.locator('.refs cite a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.filter((href) => !pdf.includes(`/URI (${href})`))).toEqual([]);
  });

  test('is black on white in the dark too', async () => {
    const { page, go } = await site.visit({ scheme: 'dark' });
    await go(article);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const [paper, ink] = await page.locator('body').evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]);
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(Math.max(...ink!.match(/\d+/g)!.map(Number))).toBeLessThan(60);
  });
});

test('an address that does not exist leads to the one that was meant', async () => {
  const { page, go } = await site.visit();
  await go('/prisons/la-tramcua/');
  await page.locator(`#near a[href="${address('/prisons/la-tramacua/')}"]`).click();
  expect(await page.locator('h1').textContent()).toBe('La Tramacúa');
});
