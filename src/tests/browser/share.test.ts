import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { address } from '../../site.ts';
import { fileOf, heaviest, htmlOf, openSite, within } from './site.ts';

const site = await openSite();
const article = heaviest('/articles/*');
const country = heaviest('/countries/*');

/** A browser without a sheet for sharing, whose clipboard can be read: the site's policy lets nobody read the true one. */
const watchClipboard = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => ((document.body.dataset.copied = text), Promise.resolve()) } });
  });
const copied = (page: Page): Promise<string> => page.evaluate(() => document.body.dataset.copied!);

describe('a page is shared', () => {
  test('by a button that copies its address and says so', async () => {
    const { page, go } = await site.visit();
    await watchClipboard(page);
    await go(article);
    await page.locator('.share button').first().click();
    await expect.poll(() => page.locator('.share [role="status"]').textContent()).toBe('Copied');
    expect(await copied(page)).toBe(await page.locator('link[rel="canonical"]').getAttribute('href'));
  });

  test('by the sheet of the device where there is one, with title and fragment', async () => {
    const { page, go } = await site.visit();
    await go(`${article}#sources`);
    const shared = await page.evaluate(async () => {
      let given: unknown;
      Object.defineProperty(navigator, 'share', { value: (data: unknown) => ((given = data), Promise.resolve()) });
      document.querySelector<HTMLButtonElement>('.share button')!.click();
      await new Promise((resolve) => setTimeout(resolve));
      return given;
    });
    expect(shared).toEqual({ title: await page.title(), url: `${await page.locator('link[rel="canonical"]').getAttribute('href')}#sources` });
  });

  test('by a passage, whose link names its words', async () => {
    const { page, go } = await site.visit();
    await watchClipboard(page);
    await go(article);
    const words = await page.evaluate(() => {
      const text = [...document.querySelectorAll('.story-text p')].at(-1)!.firstChild as Text;
      // From within a word: the whole word is meant.
      getSelection()!.setBaseAndExtent(text, 1, text, text.data.indexOf(' ', 20));
      return text.data.slice(0, text.data.indexOf(' ', 20));
    });
    const button = page.locator('.passage');
    await button.click();
    await expect.poll(() => button.textContent()).toBe('Copied');
    const link = await copied(page);
    expect(decodeURIComponent(link.split('#:~:text=')[1]!)).toBe(words.trim());
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await expect.poll(() => button.count()).toBe(0);
  });

  test('by links where scripts are off', async () => {
    const { page, go } = await site.visit({ script: false });
    await go(country);
    expect(await page.locator('.share > p a').first().getAttribute('href')).toBe(await page.locator('link[rel="canonical"]').getAttribute('href'));
    await page.locator('.share summary').click();
    expect(await page.locator('.share details').innerText()).toContain('version ');
    const files = await page.locator('.share .meta a').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(files).toHaveLength(4);
    expect(files.filter((file) => !existsSync(fileOf(within(file))))).toEqual([]);
  });
});

test('headings lead to themselves, by the keyboard too', async () => {
  const { page, go } = await site.visit();
  await go(article);
  const astray = await page.locator('main :is(h2, h3)[id] > a').evaluateAll((links) => links.filter((link) => link.getAttribute('href') !== `#${link.parentElement!.id}`).length);
  expect(astray).toBe(0);
  const link = page.locator('.story-text h2 > a').first();
  await link.focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe(await link.getAttribute('href'));
});

test.each([true, false])('a link to a folded record opens its year (script: %s)', async (script) => {
  const { page, go } = await site.visit({ script });
  await go(country);
  const id = (await page.locator('details.fold:not([open]) .card').last().getAttribute('id'))!;
  const other = await site.visit({ script });
  await other.go(`${country}#${id}`);
  const card = other.page.locator(`[id="${id}"]`);
  await expect.poll(() => card.isVisible()).toBe(true);
  await expect.poll(async () => (await card.boundingBox())!.y).toBeLessThan(800);
});

test('every record can be cited: its card leads to its reference', async () => {
  const { page, go } = await site.visit();
  await go(country);
  const { records } = atlas().countries.find(({ href }) => href === address(country))!;
  const links = await page.locator('.card[id] footer a[href*="/cite/"]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute('href')!));
  expect(links).toHaveLength(records.length);
  const text = htmlOf(within(links[0]!.split('#')[0]!));
  expect(records.filter(({ id, href }) => !text.includes(`${id}\n`) || !text.includes(href))).toEqual([]);
});

test('paper has everything that is folded, and the code of the page, for which no screen asks', async () => {
  const { page, requests, go, rest } = await site.visit({ script: false });
  await go(country);
  await rest();
  const codes = (): number => requests.filter((request) => request.url().endsWith('/qr.svg')).length;
  expect(codes()).toBe(0);
  await page.pdf({ format: 'A4' });
  expect(codes()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const folded = page.locator('details.fold:not([open]) .told');
  expect(await folded.count()).toBeGreaterThan(0);
  expect(await folded.evaluateAll((told) => told.filter((text) => !text.checkVisibility({ contentVisibilityAuto: true })).length)).toBe(0);
});
