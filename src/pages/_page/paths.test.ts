import { expect, test } from 'vitest';
import { loadAtlas } from '../../atlas/atlas.ts';
import { good } from '../../tests/fixtures/roots.ts';
import { bodyId } from './body.ts';
import { entryPaths, everyLanguage, itemPaths } from './paths.ts';

loadAtlas(good);

test('an entry has a path in each language in which it is written', () => {
  const paths = entryPaths(({ countries }) => countries, ['en', 'es']);
  expect(paths.map(({ params }) => params)).toEqual([
    { lang: undefined, id: 'colombia' },
    { lang: undefined, id: 'honduras' },
    { lang: 'es', id: 'colombia' },
  ]);
  expect(paths.map(({ props: { lang, entry } }) => [lang, entry.name, bodyId(entry)])).toEqual([
    ['en', 'Colombia', 'colombia'],
    ['en', 'Honduras', 'honduras'],
    ['es', 'Colombia', 'colombia.es'],
  ]);
  expect(entryPaths(({ countries }) => countries, ['en']).map(({ params }) => params.lang)).toEqual([undefined, undefined]);
});

test('lists and sources have a path in every language', () => {
  expect(everyLanguage(['en', 'es']).map(({ params }) => params.lang)).toEqual([undefined, 'es']);
  const years = itemPaths('year', ({ records }) => [['2000', records] as const], ['en', 'es']);
  expect(years.map(({ params }) => params)).toEqual([{ lang: undefined, year: '2000' }, { lang: 'es', year: '2000' }]);
});
