import { expect, test } from 'vitest';
import { site } from '../site.ts';
import { pageTitle } from './title.ts';

const name = site.name;
const long = 'What the founding texts say about prisons abroad, and what the record of them shows';

test.each([
  ['with the name of the site where both fit', 'Colombia', `Colombia – ${name}`],
  ['once where it is the name of the site', name, name],
  ['alone where the name does not fit', 'x'.repeat(60), 'x'.repeat(60)],
  ['whole at 70 characters', 'x'.repeat(70), 'x'.repeat(70)],
  ['cut at a word, without the comma before the cut', long, 'What the founding texts say about prisons abroad, and what the record…'],
  ['without punctuation before the cut', `${'word '.repeat(13)}end, then more`, `${'word '.repeat(13)}end…`],
  ['without the name where quotation marks make it too long', `${'x'.repeat(40)} "US"`, `${'x'.repeat(40)} "US"`],
  ['cut sooner where it has quotation marks', `${'word '.repeat(11)}"end" of it`, `${'word '.repeat(11)}…`.replace(' …', '…')],
  ['cut somewhere where there is no word', 'x'.repeat(90), `${'x'.repeat(69)}…`],
])('a title stands %s', (_, title, expected) => {
  expect(pageTitle(title)).toBe(expected);
  expect(pageTitle(title).replaceAll('"', '&quot;').length).toBeLessThanOrEqual(70);
});
