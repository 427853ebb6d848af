/** A stretch of text; found words are marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A page's text as the index keeps it, and where in it the query's words stand. */
export interface IndexedText {
  content: string;
  /** Elements with an id, by the number of the word that they begin with. */
  anchors: readonly { element: string; id: string; text?: string; location: number }[];
  weighted_locations: readonly { location: number; balanced_score: number }[];
}

/** A part of a page that has an address of its own. */
export interface Section {
  id: string;
  title: string;
  excerpt: Part[];
}

const leadLength = 36;
const sectionLength = 28;
/** Words shown before the first that was found. */
const before = 6;

/** Words of a text, numbered as the index numbers them. */
const wordsOf = (content: string): string[] => content.split(/\s+/);
const endsSentence = (word: string): boolean => /[.!?:]["'”»)\]]?$/.test(word);

/**
 * Cuts a stretch around found words.
 * @param from first word that may be shown
 * @param to word after the last
 */
export function excerptOf(words: readonly string[], found: ReadonlySet<number>, from: number, to: number, length: number): Part[] {
  const hits = [...found].filter((at) => at >= from && at < to).sort((a, b) => a - b);
  // The window that holds most of them; of equals, the first.
  const best = hits.map((hit) => ({ hit, count: hits.filter((at) => at >= hit && at < hit + length - before).length })).sort((a, b) => b.count - a.count || a.hit - b.hit)[0];
  const last = Math.min(to, words.length);
  // The beginning reads best: it is left only for words that stand far from it.
  const first = best && best.hit - from > length / 2 ? best.hit - before : from;
  const start = Math.max(from, Math.min(first, last - length));
  const end = Math.min(last, start + length);
  const parts: Part[] = [];
  const add = (text: string, marked: boolean): void => {
    const previous = parts.at(-1);
    if (previous?.marked === marked) previous.text += text;
    else parts.push({ text, marked });
  };
  if (start > from && !endsSentence(words[start - 1]!)) add('… ', false);
  for (let at = start; at < end; at++) {
    if (at > start) add(' ', found.has(at - 1) && found.has(at));
    add(words[at]!, found.has(at));
  }
  if (end > start && !endsSentence(words[end - 1]!)) add(' …', false);
  return parts;
}

/**
 * What a result shows of a page: its beginning, and the few sections in which the query's words stand most densely.
 * A section is what follows a heading, or one record; a record's title is its date, with which it begins.
 */
export function readText({ content, anchors, weighted_locations: hits }: IndexedText, title: string, shown: number): { lead: Part[]; sections: Section[] } {
  const words = wordsOf(content);
  const found = new Set(hits.map(({ location }) => location));
  const starts = anchors
    .filter(({ element, text }) => element === 'article' || (/^h[2-6]$/.test(element) && text?.trim()))
    .sort((a, b) => a.location - b.location)
    .map(({ element, id, text, location }, index, all) => ({ id, text: element === 'article' ? '' : text!.trim(), from: location, to: all[index + 1]?.location ?? words.length }));
  const skipped = wordsOf(title).length;
  const opening = wordsOf(title).every((word, index) => words[index]?.startsWith(word)) ? skipped : 0;
  const sections = starts
    .map((start, index) => ({ ...start, index, score: hits.filter(({ location }) => location >= start.from && location < start.to).reduce((sum, hit) => sum + hit.balanced_score, 0) }))
    .filter(({ score }) => score)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, shown)
    .sort((a, b) => a.index - b.index)
    .map(({ id, text, from, to }): Section => {
      // The heading, or the date, is the title: what follows is the text.
      const end = text ? from + wordsOf(text).length : words.findIndex((word, at) => at >= from && word.endsWith('.')) + 1;
      return { id, title: text || words.slice(from, end).join(' ').replace(/\.$/, ''), excerpt: excerptOf(words, found, end, to, sectionLength) };
    });
  return { lead: excerptOf(words, found, opening, starts[0]?.from ?? words.length, leadLength), sections: sections.filter(({ title: name }) => name) };
}

/** Text with the words marked that begin with one of the folded query words. */
export function markWords(text: string, words: readonly string[], fold: (word: string) => string): Part[] {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, marked: words.some((word) => fold(piece).startsWith(word)) }));
}
