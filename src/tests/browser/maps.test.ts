import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { openSite } from './site.ts';

const site = await openSite();
const [first] = atlas().countries;
const placed = atlas().prisons.find(({ coordinates }) => coordinates)!;

describe('the world map', () => {
  let page: Page;
  beforeAll(async () => {
    const visit = await site.visit({ width: 1280 });
    ({ page } = visit);
    await visit.go('/countries/');
  });
  const opacity = (href: string): Promise<string> => page.locator(`.map svg a[href="${href}"] text`).evaluate((name) => getComputedStyle(name).opacity);

  test('shows the name of a country that has the focus, and leads there', async () => {
    const link = page.locator(`.map svg a[href="${first!.href}"]`);
    expect(await opacity(first!.href)).toBe('0');
    await page.locator('.map a[href="#map-key"]').focus();
    expect((await page.locator('.map a[href="#map-key"]').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Tab');
    expect(await link.evaluate((node) => node === document.activeElement || node.contains(document.activeElement))).toBe(true);
    expect(await opacity(first!.href)).toBe('1');
    expect(await link.textContent()).toBe(first!.name);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${first!.href}`);
    await page.goBack();
  });

  test('leads to a prison by pointer', async () => {
    const dot = page.locator(`.map svg a[href="${placed.href}"] circle`);
    await dot.scrollIntoViewIfNeeded();
    await dot.dispatchEvent('click');
    await page.waitForURL(`**${placed.href}`);
    await page.goBack();
  });

  test('can be moved sideways on a narrow window, and the page stays', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    const wide = await page.locator('.map-window').evaluate((node) => node.scrollWidth > node.clientWidth);
    expect(wide).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

test('without SVG the picture and the lists still say it', async () => {
  const { page, go } = await site.visit({ width: 1280 });
  await go('/countries/');
  await page.evaluate(() => document.querySelectorAll('svg').forEach((svg) => svg.remove()));
  const picture = page.locator('.map img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
  expect(await page.locator(`main a[href="${first!.href}"]`).count()).toBeGreaterThan(0);
});
