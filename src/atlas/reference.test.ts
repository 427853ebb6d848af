import { expect, test } from 'vitest';
import { parseCitation, parseReference } from './reference.ts';

test.each([
  ['prison:la-tramacua', { scheme: 'prison', id: 'la-tramacua' }],
  ['article:cecot#the-money', { scheme: 'article', id: 'cecot', heading: 'the-money' }],
  ['person:somebody', undefined],
  ['https://example.org/', undefined],
  ['mailto:a@example.org', undefined],
  ['/prisons/', undefined],
  ['#sources', undefined],
])('%s is the reference %j', (url, expected) => {
  expect(parseReference(url)).toEqual(expected);
});

test.each([
  ['jordan-2010', { source: 'jordan-2010' }],
  ['jordan-2010, p. 4', { source: 'jordan-2010', locator: 'p. 4' }],
  ['jordan-2010, p. 4, n. 2', { source: 'jordan-2010', locator: 'p. 4, n. 2' }],
])('"%s" is the citation %j', (written, expected) => {
  expect(parseCitation(written)).toEqual(expected);
});
