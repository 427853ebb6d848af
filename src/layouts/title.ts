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
  const whole = [`${title} – ${site.name}`, title].find((text) => width(text) <= limit);
  return whole ?? `${cut(title).replace(/[\s,;:–-]+$/, '')}…`;
}

/** The words of a title that leave room for an ellipsis; of a single long word, its beginning. */
function cut(title: string): string {
  let text = title;
  while (width(text) >= limit) text = text.slice(0, text.includes(' ') ? text.lastIndexOf(' ') : -1);
  return text;
}
