import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { formatCoordinates, formatDate, formatNumber, languageName, readingMinutes } from './format.ts';
import { isLanguage, prefixOf } from './languages.ts';

test.each([
  ['2000-04-02', '2\u00a0April 2000', '2\u00a0de\u00a0abril de 2000'],
  ['2000-11-16', '16\u00a0November 2000', '16\u00a0de\u00a0noviembre de 2000'],
  ['2000-04', 'April 2000', 'abril de 2000'],
  ['2000', '2000', '2000'],
  ['1829-10-25', '25\u00a0October 1829', '25\u00a0de\u00a0octubre de 1829'],
])('%s is written "%s" and "%s"', (date, english, spanish) => {
  expect(formatDate(date, 'en')).toBe(english);
  expect(formatDate(date, 'es')).toBe(spanish);
});

test.each([
  [1600, '1,600', '1600'],
  [25_000, '25,000', '25.000'],
  [1_234_567, '1,234,567', '1.234.567'],
])('%i is written "%s" and "%s"', (value, english, spanish) => {
  expect(formatNumber(value, 'en')).toBe(english);
  expect(formatNumber(value, 'es')).toBe(spanish);
});

test.each([
  [[10.4631, -73.2532], '10.46° N, 73.25° W'],
  [[-33.9, 18.42], '33.90° S, 18.42° E'],
] as const)('%j is the position %s', (at, expected) => {
  expect(formatCoordinates(at)).toBe(expected);
});

test.each([
  ['La Tramacúa', 'la tramacua'],
  ['  la   TRAMACUA ', 'la tramacua'],
  ['Ñuñoa', 'nunoa'],
  ['Stare Kiejkuty (“Quartz”)', 'stare kiejkuty quartz'],
  ['U.S.–Colombia', 'u s colombia'],
  ['—', ''],
])('"%s" folds to "%s"', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test('languages are named in the language of the page', () => {
  expect(languageName('es', 'en')).toBe('Spanish');
  expect(languageName('pt', 'es')).toBe('portugués');
});

test('a text takes whole minutes, at least one', () => {
  expect([0, 220, 1100].map(readingMinutes)).toEqual([1, 1, 5]);
});

test('only the default language has no prefix', () => {
  expect([prefixOf('en'), prefixOf('es')]).toEqual(['', '/es']);
  expect(['en', 'es', 'fr', ''].map(isLanguage)).toEqual([true, true, false, false]);
});
