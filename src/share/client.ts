// Makes the links to a page, to a passage and to a folded record work by a button where the browser can do it.
const page = document;
const root = page.querySelector<HTMLElement>('.share');

const make = (textContent: string, onclick: () => unknown): HTMLButtonElement => Object.assign(page.createElement('button'), { textContent, onclick });

if (root) {
  const [toShare, toCopy, copied, ofPassage] = root.dataset.words!.split('|') as [string, string, string, string];
  const [own, cited, status] = ['a', 'details p', '[role]'].map((selector) => root.querySelector(selector)) as [HTMLAnchorElement, HTMLElement?, HTMLElement?];
  const copy = async (text: string): Promise<string> => {
    // What cannot be copied, for want of a secure address, is shown.
    return (status!.textContent = await navigator.clipboard.writeText(text).then(() => copied).catch(() => text));
  };
  // Whoever closes the sheet wants nothing.
  const send = async (directive: string): Promise<string> => {
    const url = own.href + directive;
    return navigator.share ? navigator.share({ title: page.title, url }).then(() => '', () => '') : copy(url);
  };
  own.after(' ', make(toShare, () => send(location.hash)));
  cited?.after(make(toCopy, () => copy(cited.textContent)));

  let directive = '';
  const button = make(ofPassage, async () => (button.textContent = (await send(directive)) || ofPassage));
  button.className = 'passage';
  // A press of the button leaves the selection as it is.
  button.onmousedown = () => false;
  page.onselectionchange = () => {
    const selection = getSelection()!;
    const block = selection.isCollapsed ? null : selection.focusNode!.parentElement?.closest(':is(.text, .card, .claim) :is(p, li, td)');
    if (block) {
      directive = `#:~:text=${passageOf(selection.getRangeAt(0), String(selection))}`;
      button.textContent = ofPassage;
      // After the passage, so that it is the next stop of the keyboard; fixed, so that nothing moves.
      if (button.parentNode !== block) block.append(button);
    } else if (page.activeElement !== button) button.remove();
  };
}

/** The fragment that finds a passage: whole words, of a long one its beginning and its end. */
function passageOf({ startContainer, startOffset, endContainer, endOffset }: Range, text: string): string {
  const before = /^\S/.test(text) ? /[\p{L}\p{N}]*$/u.exec((startContainer as Text).data?.slice(0, startOffset)) : '';
  const after = /\S$/.test(text) ? /^[\p{L}\p{N}]*/u.exec((endContainer as Text).data?.slice(endOffset)) : '';
  const lines = `${before ?? ''}${text}${after ?? ''}`.trim().split(/\s*\n\s*/);
  const [first, last] = [lines[0]!, lines.at(-1)!].map((line) => line.split(/\s+/)) as [string[], string[]];
  const encode = (words: string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
  return lines[1] ?? first[12] ? `${encode(first.slice(0, 5))},${encode(last.slice(-5))}` : encode(first);
}

// A link to a folded record opens its year, where the browser does not do it by itself.
onhashchange = () => {
  const target = page.querySelector(':target');
  for (const fold of page.querySelectorAll('details')) {
    if (!target || fold.open || !fold.contains(target)) continue;
    fold.open = true;
    target.scrollIntoView();
  }
};
onhashchange(null!);
// Paper shows what is folded.
onbeforeprint = () => page.querySelectorAll('details').forEach((fold) => (fold.open = true));
