import { expect, test } from 'vitest';
import type { DatedRecord } from '../atlas/model.ts';
import { topics, type Topic } from '../schemas/vocabulary.ts';
import { families, yearRows, yearTables } from './timeline.ts';

const record = (date: string | null, topic: Topic): DatedRecord => ({ date, topic }) as DatedRecord;
const records = [record('2003-05', 'design'), record('2003', 'training'), record('2003-01-02', 'funding'), record('2002', 'deaths'), record('1999', 'history'), record('1997', 'legal'), record(null, 'policing')];

test('every topic belongs to one family', () => {
  expect(Object.values<readonly string[]>(families).flat().sort()).toEqual([...topics].sort());
});

test('years come newest first with the records of each family, and years without any in one row', () => {
  expect(yearRows(records)).toEqual([
    { year: '2003', counts: [2, 1, 0, 0] },
    { year: '2002', counts: [0, 0, 1, 0] },
    { year: '2000–2001', counts: [] },
    { year: '1999', counts: [0, 0, 0, 1] },
    { year: '1998', counts: [] },
    { year: '1997', counts: [0, 0, 0, 1] },
    { year: 'undated', counts: [0, 1, 0, 0] },
  ]);
});

test('tables share the years, and name the span of theirs', () => {
  expect(yearTables(records).map(({ part, span, rows }) => [part, span, rows.length])).toEqual([['newer', '2000–2003', 3], ['older', '1997–1999', 3], ['undated', 'undated', 1]]);
});
