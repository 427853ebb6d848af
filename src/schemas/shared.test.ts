import { expect, test } from 'vitest';
import { citation, day, partialDate, slug } from './shared.ts';

const schemas = { partialDate, day, slug, citation };

test.each([
  ['partialDate', '2000-02-29', true],
  ['partialDate', '2000-11', true],
  ['partialDate', '2000', true],
  ['partialDate', 2000, true],
  ['partialDate', '1900-02-29', false],
  ['partialDate', '2001-02-30', false],
  ['partialDate', '2000-00', false],
  ['partialDate', '2000-1-1', false],
  ['partialDate', 'April 2000', false],
  ['day', '2026-11-21', true],
  ['day', '2026-11-31', false],
  ['day', '2026-11', false],
  ['slug', 'la-tramacua-2', true],
  ['slug', 'la-tramacúa', false],
  ['slug', 'La-Tramacua', false],
  ['slug', 'la--tramacua', false],
  ['slug', '-la', false],
  ['citation', 'jordan-2010', true],
  ['citation', 'jordan-2010, p. 4, n. 2', true],
  ['citation', 'jordan-2010,p. 4', false],
  ['citation', 'jordan-2010, ', false],
] as const)('as %s, %j is accepted: %s', (name, value, accepted) => {
  expect(schemas[name].safeParse(value).success).toBe(accepted);
});
