import { site } from '../site.ts';

const limit = 70;

/** Characters of a text as it stands in HTML, where quotation marks and the like take up to six. */
const width = (text: string): number => text.replace(/[&<>"']/g, '&quot;').length;

/**
 * Title of a page for the browser's tab: with the site's name where both fit into 70 characters,
 * otherwise alone, cut at a word.
 */
export function pageTitle(title: string): string {
  if (title === site.name) return title;
  const whole = `${title} – ${site.name}`;
  return width(whole) <= limit ? whole : feedTitle(title);
}

/** Title of a page without the site's name, where that stands beside it: cut at a word to 70 characters. */
export const feedTitle = (title: string): string => cut(title, limit);

/** Description of a page, of 50 to 200 characters: a short one says what the site is, a long one is cut at a word. */
export function pageDescription(description: string, tagline: string): string {
  const text = description.replace(/\s+/g, ' ').trim();
  return cut(text.length < 50 ? `${text}${/[.!?…]$/.test(text) ? '' : '.'} ${site.name}: ${tagline}.` : text, 200);
}

/** A text, or as many of its words as leave room for an ellipsis; of a single long word, its beginning. */
function cut(whole: string, most: number): string {
  if (width(whole) <= most) return whole;
  let text = whole;
  while (width(text) >= most) text = text.slice(0, text.includes(' ') ? text.lastIndexOf(' ') : -1);
  return `${text.replace(/[\s,;:.–-]+$/, '')}…`;
}
