import { expect, test } from 'vitest';
import { readCsv } from '../tests/csv.ts';
import { toCsv } from './csv.ts';

test('what is written reads the same', () => {
  const rows = [
    { id: 'a', text: 'Cárcel “La Picota”, "Bogotá"', note: 'one\ntwo\r\nthree', size: 1.5 },
    { id: 'b', text: '', note: '"', size: -3 },
    { id: 'c', text: ' , ', note: '=1+1; 日本', size: 0 },
  ];
  expect(readCsv(toCsv(['id', 'text', 'note', 'size'], rows))).toEqual(rows.map((row) => ({ ...row, size: String(row.size) })));
});

test('nothing is an empty cell, a list one cell', () => {
  expect(toCsv(['a', 'b', 'c'], [{ a: null, b: ['x, p. 4', 'y'], c: [] }])).toBe('a,b,c\r\n,"x, p. 4 | y",\r\n');
});

test('the reader is strict', () => {
  expect(readCsv('a,b\r\n"x, ""y""\r\nz",é\r\n')).toEqual([{ a: 'x, "y"\r\nz', b: 'é' }]);
  for (const broken of ['a,b\r\n1\r\n', 'a\r\n"x', 'a\r\nx"y\r\n', 'a\nb\r\n', 'a\r\nb', 'a\r\n"x"y\r\n']) expect(() => readCsv(broken), broken).toThrow();
});
