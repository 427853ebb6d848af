import { expect, test } from 'vitest';
import { address } from '../../site.ts';
import { openSite, within, type Setup } from './site.ts';

const site = await openSite();

// Tor Browser on its three levels: all is on; WebAssembly is off; script, SVG and web fonts are off.
const levels: [name: string, setup: Setup][] = [
  ['Standard', {}],
  ['Safer', { wasm: false }],
  ['Safest', { script: false, blocked: /\.(?:svg|woff2)$/ }],
];

test.each(levels)('on %s a reader reads, looks up, searches and finds a link to share', async (_, setup) => {
  const { page, troubles, go } = await site.visit(setup);
  const path = (): string => within(new URL(page.url()).pathname);
  // Reads.
  await go('/');
  await page.locator(`main a[href^="${address('/articles/')}"]:not([href="${address('/articles/')}"])`).first().click();
  expect(path()).toMatch(/^\/articles\/./);
  expect((await page.locator('.text').innerText()).length).toBeGreaterThan(1000);
  await page.locator('.text sup a').first().click();
  expect(new URL(page.url()).hash).toMatch(/^#s\d/);
  // Looks up.
  await go('/prisons/');
  await page.locator(`main a[href="${address('/prisons/la-tramacua/')}"]`).first().click();
  expect(await page.locator('h1').innerText()).toBe('La Tramacúa');
  // Searches: without script the page lists everything by name.
  await page.fill('#q', 'Honduras');
  await page.locator('form[role="search"] button').first().click();
  expect(path()).toBe('/search/');
  if (setup.script === false) {
    const list = page.locator('#by-name');
    if (!(await list.evaluate((details) => (details as HTMLDetailsElement).open))) await list.locator('summary').click();
    await list.locator(`a[href="${address('/countries/honduras/')}"]`).first().click();
  } else await page.locator('#best-match a').click();
  await page.waitForURL(`**${address('/countries/honduras/')}`);
  // Shares: each record has an address of its own, and there it is.
  const link = page.locator('.card a.pl').first();
  await link.click();
  const { hash } = new URL(page.url());
  expect(hash).not.toBe('');
  expect(await page.locator(`[id="${hash.slice(1)}"]`).isVisible()).toBe(true);
  // What the level itself keeps out may be missed aloud; nothing else goes wrong.
  expect(troubles.filter((trouble) => !(setup.blocked && /net::ERR_FAILED|ERR_BLOCKED/.test(trouble)))).toEqual([]);
});
