import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadAtlas, atlas } from '../atlas/atlas.ts';
import { good, makeRoot } from '../tests/fixtures/roots.ts';
import { drawCard, fitTitle, joinWords, width } from './card-image.ts';
import { cardOf, cardsOf } from './cards.ts';

loadAtlas(good);

test.each(['CECOT', 'COFADEH', 'Supermax', 'WWWWWWW', 'International Criminal Investigative Training Assistance Program', 'Penitenciaría Nacional de Valledupar «La Tramacúa», Đuro Šćepanović', 'Bureau of International Narcotics and Law Enforcement Affairs', 'Verwaltungsgerichtsbarkeit'])('the title "%s" stands within its box', async (title) => {
  const { size, right, bottom } = await fitTitle(title);
  expect(size).toBeGreaterThanOrEqual(52);
  expect(right).toBeLessThanOrEqual(712);
  expect(bottom).toBeLessThanOrEqual(486);
});

test.each([
  ['The Colombia programme of 2000', 'The~Colombia programme of~2000'],
  ['La Tramacúa, the first of Colombia’s new prisons', 'La~Tramacúa, the~first of~Colombia’s new~prisons'],
  ['Comité de Solidaridad con los Presos Políticos', 'Comité de~Solidaridad con los~Presos Políticos'],
  ['Jericho Correction and Rehabilitation Centre', 'Jericho Correction and~Rehabilitation Centre'],
])('the title "%s" does not break behind a small word or before a short last one', (title, joined) => {
  expect(joinWords(title)).toBe(joined.replaceAll('~', '\u00A0'));
});

test('the longer a title, the smaller its type', async () => {
  expect((await fitTitle('A prison of which the name is much longer than that of any other')).size).toBeLessThan((await fitTitle('CECOT')).size);
});

test('a card is drawn alike each time, and taken from the cache the second time', async () => {
  const card = cardOf(cardsOf(atlas()), '/prisons/la-tramacua/')!;
  const folder = makeRoot();
  const first = await drawCard(card, folder);
  expect(Buffer.from(first).readUInt32BE(16)).toBe(width);
  expect(Buffer.from(await drawCard(card, makeRoot())).equals(first)).toBe(true);
  const [kept, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  writeFileSync(join(folder, kept!), 'as it was kept');
  expect(String(Buffer.from(await drawCard(card, folder)))).toBe('as it was kept');
});

test('a page without a card of its own has that of its section', () => {
  const cards = cardsOf(atlas());
  expect(['/', '/prisons/la-tramacua/', '/prisons/', '/sources/jordan-2010/', '/timeline/2000/', '/about/'].map((path) => cardOf(cards, path)?.file)).toEqual([
    'pages/home', 'prisons/la-tramacua', 'pages/prisons', 'pages/sources', 'pages/timeline', 'pages/about',
  ]);
});
