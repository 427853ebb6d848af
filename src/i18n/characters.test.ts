import { expect, test } from 'vitest';
import { codeOf, hiddenCharacter, mixedLetters, wordAt } from './characters.ts';

test.each([
  ['a zero byte', 'a\0b', 'U+0000'],
  ['an escape to the terminal', '\u001b[2J', 'U+001B'],
  ['a turn of direction', 'La \u202eTramacúa', 'U+202E'],
  ['a space without width', 'CE\u200bCOT', 'U+200B'],
  ['a byte order mark', '\ufeffCECOT', 'U+FEFF'],
  ['a tag', 'CECOT\u{e0041}', 'U+E0041'],
  ['a filler that counts as a letter', 'a\u3164b', 'U+3164'],
])('%s is hidden', (_, text, code) => {
  expect(codeOf(hiddenCharacter.exec(text)![0])).toBe(code);
});

test.each(['La Tramacúa\n\tpp. 5–6', 'سجن أبو غريب', '¿Ñandú? “§ 4”', '👩🏽 ☠️', 'a\u00a0b'])('nothing is hidden in %j', (text) => {
  expect(hiddenCharacter.test(text)).toBe(false);
});

test.each(['l\u0430-tramacua', 'Гуантанамo', 'C\u0395COT', '\u0430a'])('%j mixes letters', (word) => {
  const text = `the ${word} there`;
  expect(wordAt(text, mixedLetters.exec(text)!.index)).toBe(word);
});

test.each(['la-tramacua', 'Абу-Грейб, Abu Ghraib', 'тюрьма (prison)', 'анти-ICE', '50 µg', 'α and b'])('%j is written in one alphabet a word', (text) => {
  expect(mixedLetters.test(text)).toBe(false);
});
