import { expect, test } from 'vitest';
import type { Box, Point } from '../components/map-sheet.ts';
import { roomIn, spread } from './room.ts';

const sheet: Box = [0, 0, 100, 100];
const far = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

test('points that lie too close stand apart, the others stay', () => {
  const points: Point[] = [[50, 50], [50, 50], [52, 50], [10, 90]];
  const moved = spread(points, 20, sheet);
  for (const [index, a] of moved.entries()) for (const b of moved.slice(index + 1)) expect(far(a, b)).toBeGreaterThanOrEqual(20);
  expect(moved[3]).toEqual([10, 90]);
  expect(spread(points, 20, sheet)).toEqual(moved);
});

test('no point is pushed off the sheet', () => {
  for (const [x, y] of spread([[1, 1], [2, 1], [1, 2]], 30, sheet)) expect(Math.min(x, y, 100 - x, 100 - y)).toBeGreaterThanOrEqual(0);
});

test('a name finds the room nearest to a point, within its country, beside marks and holes', () => {
  const square: Point[] = [[0, 0], [60, 0], [60, 60], [0, 60]];
  expect(roomIn([square], 10, 5, [], sheet, [30, 30])).toEqual([31, 29]);
  const beside = roomIn([square], 10, 5, [[20, 0, 40, 60]], sheet, [30, 30])!;
  expect(beside[0] <= 10 || beside[0] >= 50).toBe(true);
  expect(roomIn([square], 31, 5, [], sheet, [30, 30])).toBeUndefined();
  expect(roomIn([square, [[10, 10], [50, 10], [50, 50], [10, 50]]], 10, 10, [], sheet, [30, 30])).toBeUndefined();
});
