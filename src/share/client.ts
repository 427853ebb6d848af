// Makes the links to a page, to a passage and to a folded record work by a button where the browser can do it.
const page = document;
const root = page.querySelector<HTMLElement>('.share');

const make = (textContent: string, onclick: () => unknown): HTMLButtonElement => Object.assign(page.createElement('button'), { textContent, onclick });

if (root) {
  const [toShare, toCopy, copied, ofPassage] = root.dataset.words!.split('|') as [string, string, string, string];
  const [own, cited, status] = ['a', 'details p', '[role]'].map((selector) => root.querySelector(selector)) as [HTMLAnchorElement, HTMLElement?, HTMLElement?];
  // What cannot be copied, for want of a secure address, is shown.
  const copy = async (text: string): Promise<string> => (status!.textContent = (await navigator.clipboard?.writeText(text).then(() => copied, () => text)) ?? text);
  // Whoever closes the sheet wants nothing.
  const send = async (directive: string): Promise<string> => {
    const url = own.href + directive;
    return navigator.share ? navigator.share({ title: page.title, url }).then(() => '', () => '') : copy(url);
  };
  own.after(make(toShare, () => send(location.hash)));
  if (cited) {
    // The day of reading, as the site writes days: "en-150" is English as Europe writes it.
    cited.textContent = cited.textContent.replace(/\[\w+]/, new Date().toLocaleDateString(`${page.documentElement.lang}-150`, { dateStyle: 'long' }));
    cited.after(make(toCopy, () => copy(cited.textContent)));
  }

  let directive: string;
  const button = make(ofPassage, async () => (button.textContent = (await send(directive)) || ofPassage));
  button.className = 'passage';
  // A press of the button leaves the selection as it is.
  button.onmousedown = () => false;
  page.onselectionchange = () => {
    const selection = getSelection()!;
    // Results of a search are not there for whoever gets the link.
    const block = selection.isCollapsed ? null : selection.focusNode!.parentElement?.closest('main :is(p,li,td,dd):not(#results *)');
    if (page.activeElement !== button) button.remove();
    if (!block) return;
    directive = `#:~:text=${passageOf(selection.getRangeAt(0), String(selection))}`;
    button.textContent = ofPassage;
    // After the passage, so that it is the next stop of the keyboard; fixed, so that nothing moves.
    block.append(button);
  };
}

/** The fragment that finds a passage: all that stands between two spaces, a citation mark at its end included; of a long one its beginning and its end. */
function passageOf({ startContainer, startOffset, endContainer, endOffset }: Range, text: string): string {
  const before = /^\s/.test(text) ? '' : /\S*$/.exec((startContainer as Text).data?.slice(0, startOffset) ?? '');
  const after = /\s$/.test(text) ? '' : /^\S*/.exec(((endContainer as Text).data?.slice(endOffset) ?? ' ') + (endContainer.nextSibling?.textContent ?? ''));
  const lines = `${before}${text}${after}`.trim().split(/\s*[\n\t]\s*/).map((line) => line.split(/\s+/));
  const encode = (words: string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
  return lines[1] ?? lines[0]![12] ? `${encode(lines[0]!.slice(0, 5))},${encode(lines.at(-1)!.slice(-5))}` : encode(lines[0]!);
}

// A link to a folded record opens its year, where the browser does not do it by itself.
const unfold = (): void => {
  const target = page.querySelector(':target');
  const fold = target?.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  target!.scrollIntoView();
};
onhashchange = unfold;
unfold();
// Paper shows what is folded.
onbeforeprint = () => page.querySelectorAll('details').forEach((fold) => (fold.open = true));
