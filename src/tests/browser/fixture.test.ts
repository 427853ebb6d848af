import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serve } from '../../tools/serve.ts';
import { fixtureBase, fixtureFolder } from '../fixture-site.ts';
import { launch } from './chromium.ts';
import { ask, settled } from './search-page.ts';

// A small site under a base path, with entries whose every text is markup, quotes and code.
const folder = fixtureFolder();
const [{ server, address }, browser] = await Promise.all([serve(folder, 0), launch()]);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html')).map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''));

async function open() {
  const context = await browser.newContext();
  context.setDefaultTimeout(100_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(address) || troubles.push(`asks ${request.url()}`)));
  page.on('response', (response) => void (response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`)));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && troubles.push(message.text())));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('dialog', (dialog) => { troubles.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  return { page, troubles };
}

test('under a base path a reader walks from page to page and searches, in two languages', async () => {
  const { page, troubles } = await open();
  await page.goto(address);
  for (const step of ['main a[href$="/prisons/"], header a[href$="/prisons/"]', 'main a[href$="/prisons/la-tramacua/"]', 'sup a', '.refs cite a']) {
    await page.locator(step).first().click();
    expect(page.url().startsWith(address)).toBe(true);
  }
  await page.waitForLoadState(); // the shortcut comes with a script
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Honduras');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await page.locator('#best-match a').getAttribute('href')).toBe(`${fixtureBase}/countries/honduras/`);
  await ask(page, 'trained');
  expect(await page.locator('#results a').first().getAttribute('href')).toMatch(new RegExp(`^${fixtureBase}/`));
  await page.goto(`${address}es/search/?q=Tramacúa`);
  await settled(page);
  await page.locator('#best-match a').click();
  await page.waitForURL(`**${fixtureBase}/es/prisons/la-tramacua/`);
  await page.goto(`${address}prisons/la-tramcua/`).catch(() => undefined);
  expect(await page.locator(`#near a[href="${fixtureBase}/prisons/la-tramacua/"]`).first().textContent()).toContain('La Tramacúa');
  expect(troubles.filter((trouble) => !/404/.test(trouble))).toEqual([]);
});

test('an address that has moved keeps its fragment on the way', async () => {
  const { page, troubles } = await open();
  await page.goto(`${address}articles/thirst/#what-it-cost`);
  await page.waitForURL(`${address}articles/water/#what-it-cost`);
  expect(troubles).toEqual([]);
});

test('hostile texts are text on every page and among the results', async () => {
  const { page, troubles } = await open();
  const markup = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('x-hostile, [onclick], main title')].map(({ outerHTML }) => outerHTML.slice(0, 100)));
  const faults: string[] = [];
  for (const path of paths.filter((each) => /hostile|^(articles|countries|prisons|claims|glossary|sources|timeline|data)?\/?$/.test(each))) {
    await page.goto(address + path);
    faults.push(...(await markup()).map((fault) => `${path}: ${fault}`));
    if (/hostile/.test(path) && !(await page.locator('h1').textContent())!.includes('</title><x-hostile onclick="alert(1)">')) faults.push(`${path}: another heading`);
  }
  await page.goto(`${address}search/`);
  for (const query of ['x-hostile', 'hostile summed', 'Country script title', 'Prose with']) {
    await ask(page, query);
    expect(await page.locator('#results li, #best-match a').count(), query).toBeGreaterThan(0);
    faults.push(...(await markup()).map((fault) => `?q=${query}: ${fault}`));
  }
  expect(await page.locator('#results').innerText()).toContain('<x-hostile');
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});

test('no file that is not a page or data holds the markup of a text', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(xml|svg|atom|rss|webmanifest|opml)$/.test(file));
  expect(files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('<x-hostile'))).toEqual([]);
});
