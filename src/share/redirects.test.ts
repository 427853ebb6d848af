import { expect, test } from 'vitest';
import { goodAtlas } from '../tests/fixtures/roots.ts';
import { redirectsOf } from './redirects.ts';

test('each former address leads to the page that took its place', () => {
  expect(redirectsOf(goodAtlas()).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '/articles/thirst/ /articles/water/',
    '/prisons/valledupar/ /prisons/la-tramacua/',
    '/sources/el-pilon-undated/ /sources/el-pilon-2016/',
  ]);
});

test('in another language, former addresses lead to what is written in it', () => {
  expect(redirectsOf(goodAtlas('es')).map(({ from, to, name }) => `${from} ${to} ${name}`)).toEqual([
    '/es/articles/thirst/ /es/articles/water/ El agua en La Tramacúa',
    '/es/prisons/valledupar/ /es/prisons/la-tramacua/ La Tramacúa',
    '/es/sources/el-pilon-undated/ /es/sources/el-pilon-2016/ Grave situación en La Tramacúa',
  ]);
});
