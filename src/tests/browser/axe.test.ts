import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { come, searches } from './search-page.ts';
import { layOut, lightPages, openSite, patience } from './site.ts';

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

/** Elements with text, one of each look: what has the same place in the style sheet, the same colours and the same grounds has the same contrast. Runs in the page. */
function looks(): Element[] {
  const numbers = new Map<string, number>();
  const known = new Map<Element, number>();
  const look = (element: Element): number => {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity } = getComputedStyle(element);
    const above = element.parentElement && (known.get(element.parentElement) ?? look(element.parentElement));
    const all = [above, element.localName, element.className, color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity].join();
    const number = numbers.get(all) ?? numbers.size;
    numbers.set(all, number);
    known.set(element, number);
    return number;
  };
  const hasText = (element: Element): boolean => element.matches('input, select') || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
  const shown = [...document.body.querySelectorAll('*')].filter((element) => hasText(element) && element.checkVisibility());
  return [...new Map(shown.reverse().map((element) => [look(element), element])).values()];
}
const whole = (): Document => document;

/** What axe finds on a page as it stands, in both themes, on a phone and on a desk. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(layOut);
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const [part, asked] = colorScheme === 'light' ? [whole, rules] as const : [looks, rulesOfColour] as const;
      const found = await page.evaluate(
        async ({ context, options }) => (await axe.run(context as Document, options)).violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`)),
        { context: await page.evaluateHandle<Document | Element[]>(part), options: { ...asked, resultTypes: ['violations'], preload: false } satisfies Axe.RunOptions },
      );
      faults.push(...found.filter((fault) => !faults.some((known) => known.startsWith(fault))).map((fault) => `${fault} (${width} px, ${colorScheme})`));
    }
  }
  return faults;
}

test('axe finds nothing', { timeout: patience }, async () => {
  await site.expectNoFaults([...lightPages, ...searches], async (path, tab) => {
    const { page, go } = await tab();
    await come(page, go(path));
    return violations(page);
  });
});
