// Makes the links to a page, to a passage and to a folded record work by a button where the browser can do it.
const root = document.querySelector<HTMLElement>('.share');

const make = (textContent: string, className: string, onclick: () => unknown): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { type: 'button', textContent, className, onclick });

if (root) {
  const [toShare, toCopy, copied, ofPassage] = root.dataset.words!.split('|') as [string, string, string, string];
  const [own, status] = [root.querySelector('a')!, root.querySelector('[role=status]')!];
  const say = (text: string): void => void (status.textContent = text);
  /** What cannot be copied, for want of a secure address, is shown. */
  const copy = async (text: string): Promise<void> => {
    say('');
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      say(text);
    }
  };
  const send = async (directive: string): Promise<void> => {
    const url = own.href + directive;
    if (!navigator.share) return copy(url);
    // Whoever closes the sheet wants nothing.
    await navigator.share({ title: document.title, url }).catch(() => undefined);
  };
  own.parentElement!.after(make(toShare, 'screen', () => send(location.hash)));
  const reference = root.querySelector('details p');
  if (reference) {
    // The day of reading is today.
    const today = new Date().toLocaleDateString(document.documentElement.lang.replace('en', 'en-GB'), { dateStyle: 'long' });
    reference.textContent = reference.textContent.replace(/\[[^\]]+\](?=\)\.$)/, today);
    reference.after(make(toCopy, 'screen', () => copy(reference.textContent)));
  }

  let directive = '';
  const button = make(ofPassage, 'passage screen', async () => {
    await send(directive);
    button.textContent = status.textContent || ofPassage;
  });
  // A press of the button leaves the selection as it is.
  button.onmousedown = (event) => event.preventDefault();
  document.onselectionchange = () => {
    const selection = getSelection()!;
    const block = selection.focusNode?.parentElement?.closest(':is(.text, .card, .claim) :is(p, li, td, h2, h3)');
    if (selection.isCollapsed || !block) {
      if (document.activeElement !== button) button.remove();
      return;
    }
    directive = `#:~:text=${passageOf(selection.getRangeAt(0), String(selection))}`;
    button.textContent = ofPassage;
    // After the passage, so that it is the next stop of the keyboard; fixed, so that nothing moves.
    if (button.parentNode !== block) block.append(button);
  };
}

/** The fragment that finds a passage: whole words, of a long one its beginning and its end. */
function passageOf({ startContainer, startOffset, endContainer, endOffset }: Range, text: string): string {
  const before = startContainer.nodeType === 3 && /^\S/.test(text) ? /[\p{L}\p{N}]*$/u.exec(startContainer.textContent!.slice(0, startOffset))![0] : '';
  const after = endContainer.nodeType === 3 && /\S$/.test(text) ? /^[\p{L}\p{N}]*/u.exec(endContainer.textContent!.slice(endOffset))![0] : '';
  const lines = (before + text + after).trim().split(/\s*\n\s*/).map((line) => line.split(/\s+/));
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const encode = (words: string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
  return first === last && first.length < 12 ? encode(first) : `${encode(first.slice(0, 5))},${encode(last.slice(-5))}`;
}

// A link to a folded record opens its year, where the browser does not do it by itself.
function unfold(): void {
  const target = document.querySelector(':target');
  const folds = [...document.querySelectorAll('details:not([open])')].filter((fold) => fold.contains(target));
  for (const fold of folds) fold.setAttribute('open', '');
  if (folds.length) target!.scrollIntoView();
}
addEventListener('hashchange', unfold);
unfold();
// Paper shows what is folded.
addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});
