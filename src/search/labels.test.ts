import { expect, it } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';
import { fill, fillCount, makeLabels } from './labels.ts';

it.each(languages)('turns every sentence of %s into a template without losing its holes', (lang) => {
  const { foundFor, found, page, records, sources, none, corrected, exactly, didYouMean, quoted } = makeLabels(stringsOf(lang), 'Search');
  for (const form of [...foundFor, ...found, ...records, ...sources]) expect(form).toMatch(/\{n\}/);
  for (const form of [...foundFor, none, exactly, quoted]) expect(form).toMatch(/\{q\}/);
  for (const form of [corrected, didYouMean]) expect(form).toContain('{name}');
  expect(page).toMatch(/\{n\}.*\{of\}/);
  expect(JSON.stringify(makeLabels(stringsOf(lang), 'Search'))).not.toMatch(/[^{\w]\d/);
});

it('fills templates, and takes what it puts in for text', () => {
  const { foundFor } = makeLabels(stringsOf('en'), 'Search');
  expect(fillCount(foundFor, 1, 'en', { q: 'El Pozo' })).toBe('1 result for “El Pozo”');
  expect(fillCount(foundFor, 1234, 'en', { q: '{n}$&' })).toBe('1,234 results for “{n}$&”');
  expect(fillCount(makeLabels(stringsOf('es'), '').found, 2, 'es')).toBe('2 resultados');
  expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
});
