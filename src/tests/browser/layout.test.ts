import { test } from 'vitest';
import { misplaced } from './misplaced.ts';
import { come, searches } from './search-page.ts';
import { openSite, patience, samplePages } from './site.ts';

const site = await openSite();
const widths = [320, 360, 768, 1280];

/** Links and controls that are hard to hit: less than 24 px, or less than 44 px both ways. In a sentence the line sets the size. Runs in the page. */
function small(): string[] {
  const isInSentence = (element: Element): boolean => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement!;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement!;
    return block.textContent.trim() !== element.textContent.trim();
  };
  return [...document.querySelectorAll('a[href], button, input, select, summary')].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (!element.checkVisibility({ contentVisibilityAuto: false }) || isInSentence(element)) return [];
    return Math.min(width, height) < 24 || Math.max(width, height) < 43.5 ? [`${element.outerHTML.slice(0, 120)} is ${Math.round(width)} × ${Math.round(height)}`] : [];
  });
}

/** Where everything stands, and how large it is. Runs in the page. */
const boxes = (): string =>
  [...document.querySelectorAll('*')].map((element) => [...Object.values(element.getBoundingClientRect().toJSON() as object), element.scrollWidth, element.scrollHeight].join(' ')).join('\n');

test('nothing stands beyond the window, is cut off, or is too small to hit', { timeout: patience }, async () => {
  await site.expectNoFaults([...samplePages, ...searches], async (path, tab) => {
    const { page, go } = await tab();
    await come(page, go(path));
    const faults: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      const look = async (): Promise<string[]> => [...(await page.evaluate(misplaced)), ...(await page.evaluate(small))];
      const found = await look();
      const inLight = await page.evaluate(boxes);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Where everything stands as it did in the light theme, there is nothing to be looked at again.
      if ((await page.evaluate(boxes)) !== inLight) found.push(...(await look()));
      faults.push(...new Set(found.filter((fault) => !faults.some((known) => known.startsWith(fault))).map((fault) => `${fault} (${width} px)`)));
    }
    return faults;
  });
});
