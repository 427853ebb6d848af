import { expect, test } from 'vitest';
import { gather, physical } from './short.ts';

test.each([
  ['margin-block-start', 'margin-top'],
  ['border-inline-end', 'border-right'],
  ['border-block-start-color', 'border-top-color'],
  ['scroll-padding-block-start', 'scroll-padding-top'],
  ['inset-inline-start', 'left'],
  ['max-inline-size', 'max-width'],
  ['block-size', 'height'],
  ['margin-block', 'margin-block'],
  ['contain-intrinsic-block-size', 'contain-intrinsic-block-size'],
  ['color', 'color'],
])('%s is %s', (logical, expected) => {
  expect(physical(logical)).toBe(expected);
});

test('rules for wider screens come after those for narrower ones, paper last', () => {
  expect(gather('@media (width>=62rem){a{top:1px}}@media print{a{top:0}}b{left:0;color:red}@media (width>=40rem){a{top:2px}}@media (width>=62rem){b{top:3px}}')).toBe(
    'b{color:red;left:0}@media (width>=40rem){a{top:2px}}@media (width>=62rem){a{top:1px}b{top:3px}}@media print{a{top:0}}',
  );
});

test('a shorthand stands before its parts', () => {
  expect(gather('a{border-top:3px;color:red;border:1px}')).toBe('a{border:1px;border-top:3px;color:red}');
});
