import { existsSync } from 'node:fs';
import jsQr from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { address } from '../../site.ts';
import { eventually, fileOf, heaviest, htmlOf, layOut, openSite, typicalPages, within } from './site.ts';
import { findText } from './text-fragment.ts';

const site = await openSite();
const article = heaviest('/articles/*');
const country = heaviest('/countries/*');

/** A browser without a sheet for sharing, whose clipboard can be read: the site's policy lets nobody read the true one. */
const watchClipboard = async (page: Page): Promise<void> =>
  void (await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => ((document.body.dataset.copied = text), Promise.resolve()) } });
  }));
const copied = (page: Page): Promise<string> => page.evaluate(() => document.body.dataset.copied!);

describe('a page is shared', () => {
  test('by a button that copies its address and says so', async () => {
    const { page, go } = await site.visit();
    await watchClipboard(page);
    await go(article);
    await page.locator('.share button').first().click();
    await eventually(async () => expect(await page.locator('.share [role="status"]').textContent()).toBe('Copied'));
    expect(await copied(page)).toBe(await page.locator('link[rel="canonical"]').getAttribute('href'));
  });

  test('by showing its address where nothing can be copied', async () => {
    const { page, go } = await site.visit();
    await page.addInitScript(() => {
      for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined });
    });
    await go(article);
    await page.locator('.share button').first().click();
    await eventually(async () => expect(await page.locator('.share [role="status"]').textContent()).toBe(await page.locator('link[rel="canonical"]').getAttribute('href')));
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

  test('by a passage, whose link finds it again', async () => {
    const passages: [what: string, from: string, words: RegExp, to?: string, end?: RegExp][] = [
      ['part of a word', '.text p', /(?<=\p{L})\p{L}+ \p{L}+ \p{L}(?=\p{L})/u],
      ['a hyphen', '.text p', /\p{L}+ \p{L}+-\p{L}+/u],
      ['a comma', '.text p', /\p{L}+, \p{L}+ \p{L}+/u],
      ['an ampersand, brackets or quotes', '.text p', /[“(&][^”)]+[”)]/],
      ['an accent', '.text p', /\p{L}* ?\p{L}*[áéíóúñ]\p{L}*/u],
      ['a word before an apostrophe', '.text p', /\p{L}{3,}(?=’)/u],
      ['part of a number', '.text p', /(?<=\d)[,.]?\d+ \p{L}+/u],
      ['words before a citation mark', '.text p', /(\p{L}+ ){5}\p{L}+[.,]?$/u],
      ['words of a table before a citation mark', '.text td', /\p{L}+ \p{L}+$/u],
      ['a long passage with marks', '.text p:first-of-type', /^\S+ \S+/, '.text p:first-of-type', /\S+$/],
      ['two paragraphs', '.text p:nth-of-type(2)', /^\S+ \S+ \S+/, '.text p:nth-of-type(3)', /^\S+ \S+ \S+ \S+ \S+ \S+ \S+/],
      ['two cells of a table', '.text td:first-child', /\S+$/, '.text td:nth-child(2)', /^\S+/],
      ['a record of a folded year', 'details:not([open]) .told', /\p{L}+, .{30}\p{L}+/u],
      ['two records', '.told', /\S+ \S+$/, 'article + article .told', /^\S+ \S+/],
    ];
    const { page, go } = await site.visit();
    await watchClipboard(page);
    const faults: string[] = [];
    let tried = 0;
    for (const path of [article, heaviest('/countries/*')]) {
      await go(path);
      for (const [what, from, words, to = from, end = words] of passages) {
        const isThere = await page.evaluate(([from, words, to, end]) => {
          const find = (selector: string, pattern: string, after?: Node): [Text, number, number] | undefined => {
            for (const block of document.querySelectorAll(selector)) {
              const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
                const match = !after || after === node || after.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING ? new RegExp(pattern, 'u').exec(node.data) : null;
                if (match) return [node, match.index, match.index + match[0].length];
              }
            }
            return undefined;
          };
          const first = find(from, words);
          const last = first && (to === from && end === words ? first : find(to, end, first[0]));
          if (!first || !last) return false;
          for (const fold of document.querySelectorAll('details')) fold.open = true;
          getSelection()!.setBaseAndExtent(first[0], first[1], last[0], last[2]);
          return true;
        }, [from, words.source, to, end.source] as const);
        if (!isThere) continue;
        tried++;
        const button = page.locator('.passage');
        await button.click();
        await eventually(async () => expect(await button.textContent()).toBe('Copied'));
        const [address, directive] = (await copied(page)).split('#:~:text=') as [string, string];
        const [found, selected] = [await page.evaluate(findText, directive), await page.evaluate(() => String(getSelection()).replace(/\s+/g, ' '))];
        if (address !== (await page.locator('link[rel="canonical"]').getAttribute('href'))) faults.push(`${what}: ${address}`);
        if (!found?.isSelected || found.text.length > selected.length + 40) faults.push(`${path}, ${what}: "${selected}" is found as ${JSON.stringify(found)} by ${directive}`);
        await page.evaluate(() => {
          getSelection()!.removeAllRanges();
          for (const fold of document.querySelectorAll('.fold')) (fold as HTMLDetailsElement).open = false;
        });
        await eventually(async () => expect(await button.count()).toBe(0));
      }
    }
    expect(tried).toBeGreaterThan(passages.length);
    expect(faults).toEqual([]);
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
  await eventually(async () => expect((await card.boundingBox())!.y).toBeLessThan(800));
});

test('a reference carries the day of reading, and can be copied', async () => {
  const { page, go } = await site.visit();
  await watchClipboard(page);
  await go(country);
  await page.locator('.share summary').click();
  await page.locator('.share details button').click();
  await eventually(async () => expect(await page.locator('.share [role="status"]').textContent()).toBe('Copied'));
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }));
  expect(await copied(page)).toContain(`(read on ${today})`);
  expect(await page.locator('.share details p').textContent()).toBe(await copied(page));
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

test('the code on a printed page of each kind leads to its address', async () => {
  const { page, go } = await site.visit({ width: 700, script: false });
  // Another tab turns the picture into the points that a camera sees.
  const { page: camera } = await site.visit();
  await page.emulateMedia({ media: 'print' });
  const paths = typicalPages.filter((path) => existsSync(fileOf(`${path}qr.svg`)));
  const read: { [path: string]: string | undefined } = {};
  for (const path of paths) {
    const code = page.waitForResponse((response) => response.url().endsWith('/qr.svg'));
    await go(path);
    await (await code).finished();
    await page.evaluate(layOut);
    const picture = await page.locator('.share').screenshot();
    const points = await camera.evaluate(async (base64) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      // Its right edge, where the code stands.
      const [width, height] = [120, image.height];
      const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
      canvas.drawImage(image, width - image.width, 0);
      return { colours: String(canvas.getImageData(0, 0, width, height).data), width, height };
    }, picture.toString('base64'));
    read[path] = jsQr(Uint8ClampedArray.from(points.colours.split(','), Number), points.width, points.height)?.data;
  }
  expect(paths.length).toBeGreaterThan(10);
  expect(read).toEqual(Object.fromEntries(paths.map((path) => [path, / rel="canonical" href="([^"]+)"/.exec(htmlOf(path))![1]])));
});
