import { expect, test } from 'vitest';
import { distance, nearest } from './distance.ts';

test.each([
  ['tramacua', 'tramacua', 0],
  ['tramcua', 'tramacua', 1],
  ['tramaxua', 'tramacua', 1],
  ['trmaacua', 'tramacua', 1],
  ['guantanmo', 'guantanamo', 1],
  ['cecot', 'combita', 4],
  ['a', 'abcdef', 4],
])('from %s to %s it is %i steps, where 4 stands for more than 3', (a, b, steps) => {
  expect(distance(a, b, 3)).toBe(steps);
  expect(distance(b, a, 3)).toBe(steps);
});

test.each([
  ['la-tramcua', 'la-tramacua'],
  ['columbia', 'colombia'],
  // One step from two of them: the first in the alphabet.
  ['el-pozo-3', 'el-pozo-1'],
  ['atlantis', undefined],
])('the nearest to %s is %s', (word, expected) => {
  expect(nearest(word, ['el-pozo-2', 'colombia', 'el-pozo-1', 'la-tramacua', 'cecot'])).toBe(expected);
});
