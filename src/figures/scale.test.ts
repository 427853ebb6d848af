import { expect, test } from 'vitest';
import type { FigurePoint } from '../atlas/model.ts';
import { barLengths } from './scale.ts';

const series = (...lists: number[][]) => lists.map((values) => ({ points: values.map((value): FigurePoint => ({ value, date: '2000', read: '2026-11-21', basis: 'counted', marks: [] })) }));

test('the longest bar has all steps, the others their share of it', () => {
  expect(barLengths({ kind: 'bars', series: series([87, 40], [23, 0]) })).toEqual([[150, 69], [40, 0]]);
});

test('a share is measured against a hundred', () => {
  expect(barLengths({ kind: 'shares', series: series([4.4, 25]) })).toEqual([[7, 38]]);
});

test('what is more than nothing can be seen', () => {
  expect(barLengths({ kind: 'bars', series: series([1, 1000]) })).toEqual([[1, 150]]);
});
