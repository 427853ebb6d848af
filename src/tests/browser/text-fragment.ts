/**
 * Finds the passage that a text directive names, as a browser has to; runs in the page. The browser of these tests takes the directive
 * from the address but does not act on it.
 * @param directive what follows "#:~:text="
 * @returns the words between the first and the last that are meant, or nothing
 * @see https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive
 */
export function findText(directive: string): { text: string; isSelected: boolean } | undefined {
  const parts = directive.split(',').map((part) => ({ part, text: decodeURIComponent(part.replace(/^-|-$/g, '')) }));
  const prefix = parts[0]!.part.endsWith('-') ? parts.shift()!.text : '';
  const [start, end] = parts.map(({ text }) => text) as [string, string?];

  // The text of the page, a line for each block, with white space collapsed, and the place of each of its characters.
  const places: [Text, number][] = [];
  let page = '';
  let last: Element | undefined;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement!;
    if (/^(script|style|button)$/i.test(parent.tagName) || parent.closest('[hidden]')) continue;
    let block = parent;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement!;
    const breaks = block !== last;
    last = block;
    const add = (unit: string, offset: number): void => void (page += unit, places.push([node, offset]));
    if (breaks && page) add('\n', 0);
    for (let offset = 0; offset < node.data.length; offset++) {
      const unit = node.data[offset]!;
      if (!/\s/.test(unit)) add(unit, offset);
      else if (!/\s$/.test(page)) add(' ', offset);
    }
  }
  const boundaries = new Set<number>([0, page.length]);
  for (const { index, segment } of new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(page)) boundaries.add(index).add(index + segment.length);
  /** The next place of whole words that stand in one block. */
  const find = (words: string, from: number): number => {
    for (let at = page.indexOf(words, from); at >= 0; at = page.indexOf(words, at + 1)) if (boundaries.has(at) && boundaries.has(at + words.length)) return at;
    return -1;
  };
  for (let from = 0; ; ) {
    let at = find(prefix || start, from);
    if (at < 0) return undefined;
    from = at + 1;
    if (prefix) {
      const next = at + prefix.length + /^\s*/.exec(page.slice(at + prefix.length))![0].length;
      if (find(start, next) !== next) continue;
      at = next;
    }
    const close = end === undefined ? at + start.length : find(end, at + start.length) + end.length;
    if (end !== undefined && close < end.length) return undefined;
    const range = document.createRange();
    range.setStart(...places[at]!);
    const [node, offset] = places[close - 1]!;
    range.setEnd(node, offset + 1);
    const selected = getSelection()!.getRangeAt(0);
    return { text: page.slice(at, close), isSelected: selected.compareBoundaryPoints(Range.START_TO_START, range) >= 0 && selected.compareBoundaryPoints(Range.END_TO_END, range) <= 0 };
  }
}
