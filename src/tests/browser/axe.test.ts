import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { come, searches } from './search-page.ts';
import { lightPages, openSite, patience } from './site.ts';

declare const axe: typeof Axe;

const site = await openSite();
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules: Axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Text has a contrast of 7:1, which covers the lesser rule.
  rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
};
/** The dark theme changes colours and nothing else. */
const rulesOfColour: Axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast-enhanced', 'link-in-text-block'] } };

/** What axe finds on a page as it stands, in both themes, on a phone and on a desk. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(
        async (options) => (await axe.run(document, options)).violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`)),
        { ...(colorScheme === 'light' ? rules : rulesOfColour), resultTypes: ['violations'], preload: false } satisfies Axe.RunOptions,
      );
      faults.push(...found.filter((fault) => !faults.some((known) => known.startsWith(fault))).map((fault) => `${fault} (${width} px, ${colorScheme})`));
    }
  }
  return faults;
}

test('axe finds nothing', { timeout: patience }, async () => {
  await site.expectNoFaults([...lightPages, ...searches], async (path) => {
    const { page, context, go } = await site.visit();
    await come(page, go(path));
    const faults = await violations(page);
    await context.close();
    return faults;
  });
});
