import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { eventually, openSite } from './site.ts';

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
  const opacity = (href: string): Promise<string> => page.locator(`.world-map svg a[href="${href}"] text`).evaluate((name) => getComputedStyle(name).opacity);

  test('shows the name of a country that has the focus, and leads there', async () => {
    const link = page.locator(`.world-map svg a[href="${first!.href}"]`);
    expect(await opacity(first!.href)).toBe('0');
    await page.locator('.map a[href="#map-key"]').focus();
    expect((await page.locator('.map a[href="#map-key"]').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Tab');
    expect(await link.evaluate((node) => node === document.activeElement || node.contains(document.activeElement))).toBe(true);
    expect(await opacity(first!.href)).toBe('1');
    expect(await link.textContent()).toContain(first!.name);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${first!.href}`);
    await page.goBack();
  });

  test('leads to a prison by pointer', async () => {
    const dot = page.locator(`.part-map svg a[href="${placed.href}"] circle`);
    await dot.scrollIntoViewIfNeeded();
    await dot.dispatchEvent('click');
    await page.waitForURL(`**${placed.href}`);
    await page.goBack();
  });

  test('can be moved sideways on a narrow window, and the page stays', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    const wide = await page.locator('.map-window').first().evaluate((node) => node.scrollWidth > node.clientWidth);
    expect(wide).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

// WCAG 2.5.8: no finger that lands within 12 pixels of a mark's middle finds another; what is smaller on the map is a link of 44 pixels in the list below it.
test.each([360, 1280])('at %d pixels each prison on a map can be hit, and so can frames and lists', async (width) => {
  const { page, go } = await site.visit({ width });
  for (const path of ['/countries/', '/countries/el-salvador/', '/countries/haiti/']) {
    await go(path);
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<SVGCircleElement>('.part-map a circle, .place-map a circle')].flatMap((circle) => {
        circle.scrollIntoView({ block: 'center', inline: 'center' });
        const { left, top, width: across, height } = circle.getBoundingClientRect();
        const [x, y] = [left + across / 2, top + height / 2];
        const hit = [[0, 0], [11, 0], [-11, 0], [0, 11], [0, -11]].every(([right, down]) => circle.parentElement!.contains(document.elementFromPoint(x + right!, y + down!)));
        return hit && across >= 24 ? [] : [circle.parentElement!.textContent];
      }),
    );
    expect(missed, path).toEqual([]);
  }
  await go('/countries/');
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.map rect, .map summary, .map figcaption .tap')].flatMap((target) => {
      const { width: across, height } = target.getBoundingClientRect();
      return height >= 44 && across >= 24 ? [] : [target.outerHTML];
    }),
  );
  expect(small).toEqual([]);
});

test('without SVG the picture and the lists still say it', async () => {
  const { page, go } = await site.visit({ width: 1280 });
  await go('/countries/');
  await page.evaluate(() => document.querySelectorAll('svg').forEach((svg) => svg.remove()));
  const picture = page.locator('.world-map img');
  await picture.scrollIntoViewIfNeeded();
  await eventually(async () => expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000));
  expect(await page.locator(`main a[href="${first!.href}"]`).count()).toBeGreaterThan(0);
});
