import { expect, test } from 'vitest';
import type { Reading } from './read.ts';
import { makeSources } from './sources.ts';

const plain = { type: 'report', title: 'Out of sight', accessed: '2026-11-21', language: 'en', kind: 'ngo-report', author: [], editor: [] };
const person = (family: string, given = 'A.') => ({ family, given });
const make = (data: object) => makeSources({ sources: [{ id: 'x', file: 'content/sources/x.yaml', data: { ...plain, ...data } }], twins: new Map() } as unknown as Reading, 'en').get('x')!;

test.each([
  ['one author', { author: [person('Jordan', 'James')], issued: '2010-05' }, 'Jordan 2010', 'Jordan, James'],
  ['two authors', { author: [person('Chatha'), person('Clark')], issued: '2017' }, 'Chatha & Clark 2017', 'Chatha, A.; Clark, A.'],
  ['three authors', { author: [person('A'), person('B'), person('C')] }, 'A et al.', 'A, A.; B, A.; C, A.'],
  ['four authors', { author: [person('A'), person('B'), person('C'), person('D')] }, 'A et al.', 'A, A.; B, A.; C, A.; et al.'],
  ['a particle', { author: [{ family: 'Dardel', given: 'Julie', 'non-dropping-particle': 'de' }] }, 'de Dardel', 'Dardel, Julie de'],
  ['a body', { author: [{ literal: 'Amnesty International' }], issued: '2012' }, 'Amnesty International 2012', 'Amnesty International'],
  ['an editor alone', { editor: [person('Wacquant', 'Loïc')] }, 'Wacquant', 'Wacquant, Loïc'],
  ['a publisher alone', { publisher: 'El Pilón', issued: '2016-01-19' }, 'El Pilón 2016', 'El Pilón'],
  ['a repost', { publisher: 'A blog', 'original-publisher': 'BuzzFeed News' }, 'BuzzFeed News', 'BuzzFeed News'],
  ['nothing but a title', {}, 'Out of sight', ''],
])('a source with %s', (_, data, label, authors) => {
  expect(make(data)).toMatchObject({ label, authors });
});
