import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRoot } from '../tests/fixtures/roots.ts';
import { permanentAddresses } from './addresses.ts';

test('pages, data and feeds keep their addresses in every language, pictures and what scripts load do not', () => {
  const root = makeRoot();
  const lasting = ['index.html', 'search/index.html', 'es/search/index.html', 'es/atom.xml', 'data/records.csv'];
  const passing = ['404.html', '_headers', 'assets/x.js', 'search/plain.json', 'es/search/gazetteer.json', 'cards/pages/home.png', 'es/cards/pages/home.png', 'maps/world-day.png'];
  for (const file of [...lasting, ...passing].map((name) => join(root, name))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  expect(permanentAddresses(root, [])).toEqual(['/', '/data/records.csv', '/es/atom.xml', '/es/search/', '/search/']);
});
