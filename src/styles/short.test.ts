import { expect, test } from 'vitest';
import { physical } from './short.ts';

test.each([
  ['margin-block-start', 'margin-top'],
  ['border-inline-end', 'border-right'],
  ['inset-inline-start', 'left'],
  ['max-inline-size', 'max-width'],
  ['block-size', 'height'],
  ['margin-block', 'margin-block'],
  ['contain-intrinsic-block-size', 'contain-intrinsic-block-size'],
  ['color', 'color'],
])('%s is %s', (logical, expected) => {
  expect(physical(logical)).toBe(expected);
});
