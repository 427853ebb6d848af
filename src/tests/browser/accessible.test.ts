import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { address } from '../../site.ts';
import { misplaced } from './misplaced.ts';
import { come, searches } from './search-page.ts';
import { layOut, openSite, patience, typicalPages, within } from './site.ts';

const site = await openSite();

interface Node {
  role: string;
  name: string;
  level: number;
  /** Names of the parts in which it stands, the outermost first. */
  within: string[];
}

/** The page as assistive technology gets it, in reading order. */
async function tree(session: CDPSession): Promise<Node[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const order: Node[] = [];
  const walk = (id: string, within: string[]): void => {
    const node = byId.get(id);
    if (!node) return;
    const [role, name] = [String(node.role?.value ?? ''), String(node.name?.value ?? '').trim()];
    const level = node.properties?.find((property) => property.name === 'level')?.value.value as number | undefined;
    if (!node.ignored) order.push({ role, name, level: level ?? 0, within });
    const inner = name && /region|group|navigation|complementary/.test(role) ? [...within, name] : within;
    node.childIds?.forEach((child) => walk(child, inner));
  };
  walk(nodes[0]!.nodeId, []);
  return order;
}

const named = new Set(['link', 'button', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'image', 'img', 'DisclosureTriangle']);
const landmarks = new Set(['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'search', 'form', 'region']);
const oneOnly = new Set(['banner', 'main', 'contentinfo']);

/** What somebody who hears the page would complain of. */
function unspoken(nodes: readonly Node[]): string[] {
  const faults = nodes.filter(({ role, name }) => named.has(role) && !name).map(({ role }) => `${role} without a name`);
  const heard = nodes.filter(({ role }) => landmarks.has(role)).map(({ role, name }) => ({ role, key: oneOnly.has(role) ? role : `${role} "${name}"` }));
  for (const key of new Set(heard.map((each) => each.key))) if (heard.filter((each) => each.key === key).length > 1) faults.push(`${key} twice`);
  for (const { role, name, within: parts } of nodes) if (role === 'table' && !name && !parts.length) faults.push('a table without a name, in no part that has one');
  let before = 0;
  for (const { level, name } of nodes.filter(({ role }) => role === 'heading')) {
    if (level > before + 1) faults.push(`heading ${level} "${name}" after ${before}`);
    if (!name) faults.push(`heading ${level} without a name`);
    before = level;
  }
  if (nodes.filter(({ role, level }) => role === 'heading' && level === 1).length !== 1) faults.push('not one heading of the first rank');
  return faults;
}

/** Line height 1.5, paragraphs 2 apart, letters .12, words .16: readers may ask for as much (WCAG 1.4.12). Runs in the page. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [sheet];
}

/** Things that say something by their shape, and cannot be told from the paper. Runs in the page. */
function unseen(): string[] {
  const faults: string[] = [];
  const shapes = new Map<string, string>();
  const canvas = getComputedStyle(document.body).backgroundColor;
  const isSeen = (style: CSSStyleDeclaration): boolean =>
    (style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== canvas) ||
    style.backgroundImage !== 'none' || (style.backgroundColor !== canvas && !/^rgba\(.*, 0\)$/.test(style.backgroundColor));
  for (const [selector, pseudo] of [['.us', '::before'], ['.v', '::before'], ['.disputed', '::before'], ['.plan', '::before'], ['.plan i', undefined]] as const) {
    for (const element of document.querySelectorAll(selector)) {
      const style = getComputedStyle(element, pseudo);
      if (!element.checkVisibility() || style.content === 'none') continue;
      if (!isSeen(style)) faults.push(`${selector}${pseudo ?? ''} of ${element.outerHTML.slice(0, 80)} cannot be seen`);
      const shape = [style.backgroundImage, style.backgroundColor, style.borderTopStyle, style.borderTopWidth, style.clipPath].join();
      // Verdicts and states of a tie differ by their shape: not only by their colour, which is gone here.
      const word = selector === '.us' ? (element.matches('.said') ? 'alleged' : 'recorded') : element.className.replace(' tap', '');
      if (selector === '.plan' || !word) continue;
      const other = shapes.get(`${selector} ${shape}`) ?? word;
      if (other !== word) faults.push(`${selector} ${word} looks as ${other}`);
      shapes.set(`${selector} ${shape}`, word);
    }
  }
  return [...new Set(faults)];
}

/** What moves. Runs in the page. */
const moving = (): string[] => [
  ...document.getAnimations().map((animation) => `animation ${animation.id}`),
  ...[...document.querySelectorAll('*')].flatMap((element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return animationName !== 'none' || parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth' ? [`${element.localName} moves`] : [];
  }),
];

/** Links to different places that are called alike, though somebody has given them a name for the ear. Runs in the page. */
function alike(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href][aria-label]')];
  return links.filter(({ ariaLabel, href }) => links.some((other) => other.ariaLabel === ariaLabel && other.href !== href)).map(({ ariaLabel }) => `"${ariaLabel}" leads to several places`);
}

/** What stays in sight while the page scrolls takes no more than a third of a small window. Runs in the page. */
const sticking = (): string[] =>
  [...document.querySelectorAll('body *')].flatMap((element) => {
    const { position } = getComputedStyle(element);
    return /fixed|sticky/.test(position) && element.getBoundingClientRect().height > innerHeight / 3 ? [`${element.outerHTML.slice(0, 80)} stays in sight`] : [];
  });

test('each kind of page can be heard, enlarged, spaced out, seen in few colours, and stands still', { timeout: patience }, async () => {
  await site.expectNoFaults([...typicalPages, ...searches.slice(0, 2)], async (path) => {
    const { page, context, go } = await site.visit({ width: 1280 });
    await come(page, go(path));
    // What comes into sight late is there for the ear from the beginning, but this protocol names it only once it is laid out.
    await page.evaluate(layOut);
    const session = await context.newCDPSession(page);
    const faults = [...unspoken(await tree(session)), ...(await page.evaluate(alike)), ...(await page.evaluate(moving))];
    await page.emulateMedia({ forcedColors: 'active' });
    faults.push(...(await page.evaluate(unseen)).map((fault) => `${fault} (forced colours)`));
    await page.emulateMedia({ forcedColors: 'none' });
    // 1280 px at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    faults.push(...(await page.evaluate(misplaced)), ...(await page.evaluate(sticking)).map((fault) => `${fault} at 400 %`));
    await page.evaluate(spaceOut);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await page.evaluate(misplaced)).map((fault) => `${fault} (spaced out, ${width} px)`));
    }
    await context.close();
    return [...new Set(faults)];
  });
});

describe('with the keyboard alone', () => {
  /** Walks with Tab until the focus is on what is looked for. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let press = 0; press < 400; press++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`The keyboard does not come to ${selector}.`);
  }
  const path = (page: Page): string => within(new URL(page.url()).pathname);

  test('a reader comes from the first page to an article, its source and back, and to a country by searching', async () => {
    const { page, troubles, go } = await site.visit();
    await go('/');
    await tabTo(page, `main a[href^="${address('/articles/')}"]:not([href="${address('/articles/')}"])`);
    await page.keyboard.press('Enter');
    await page.locator('.text').waitFor();
    await tabTo(page, '.text sup a');
    const mark = await page.evaluate(() => document.activeElement!.id);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#s\d+$/);
    await tabTo(page, `a[href="#${mark}"]`);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(`#${mark}`);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Honduras');
    await page.keyboard.press('Enter');
    await page.locator('#results a').first().waitFor();
    await tabTo(page, '#best-match a');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address('/countries/honduras/')}`);
    expect(troubles).toEqual([]);
  });

  test('a reader comes from a country to a kind of tie, a record and its source, and on a phone over the menu to the claims and one verdict', async () => {
    const { page, troubles, go } = await site.visit({ width: 360 });
    await go('/countries/colombia/');
    await tabTo(page, '.ties a');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#tie-/);
    await tabTo(page, '.tie-topics .meta a');
    await page.keyboard.press('Enter');
    await tabTo(page, `.card footer a[href^="${address('/sources/')}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address('/sources/')}*/`);
    await tabTo(page, 'a[href="#menu"]');
    await page.keyboard.press('Enter');
    await tabTo(page, `#menu a[href="${address('/claims/')}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address('/claims/')}`);
    await tabTo(page, '.tally a');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).not.toBe('');
    expect(path(page)).toBe('/claims/');
    expect(troubles).toEqual([]);
  });
});
