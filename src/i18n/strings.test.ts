import { describe, expect, test } from 'vitest';
import { languages } from './languages.ts';
import { stringsOf } from './strings.ts';

/** Every string by its path, as the kind of thing that it is. */
function shape(value: unknown, path = ''): [path: string, kind: string][] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
  return [[path, typeof value === 'function' ? `function of ${value.length}` : typeof value]];
}
const plain = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(plain) : typeof value === 'string' ? [value] : []);

describe.each(languages)('interface in %s', (lang) => {
  test('has the same strings as in English', () => {
    expect(Object.fromEntries(shape(stringsOf(lang)))).toEqual(Object.fromEntries(shape(stringsOf('en'))));
  });

  test('leaves no string empty', () => {
    expect(plain(stringsOf(lang)).filter((text) => !text.trim())).toEqual([]);
  });
});

test.each([
  ['en', 1, '1 country'],
  ['en', 0, '0 countries'],
  ['en', 1234, '1,234 countries'],
  ['es', 1, '1 país'],
  ['es', 2, '2 países'],
] as const)('in %s, %i is counted as "%s"', (lang, count, expected) => {
  expect(stringsOf(lang).count.countries(count)).toBe(expected);
});
