import { z } from 'astro/zod';
import { citations, partialDate, text } from './shared.ts';
import { bases, bounds, figureKinds } from './vocabulary.ts';

/** One bar of a figure. */
const point = z
  .strictObject({
    /** Who counts, or what is counted; without it the date names the row. */
    label: text.optional(),
    /** When the number held or was said; `null`: its source is undated, and the day on which it was read is shown. */
    date: partialDate.nullable(),
    value: z.number({ error: 'number' }).nonnegative({ error: 'within-limits' }),
    bound: z.enum(bounds).optional(),
    basis: z.enum(bases),
    sources: citations('record-without-source'),
    note: text.optional(),
  })
  .refine(({ label, date }) => label !== undefined || date !== null, {
    path: ['label'],
    error: 'missing-key',
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** `content/figures/<id>.yaml`: numbers of an article as a table with a bar in each row. */
export const figure = z.strictObject({
  kind: z.enum(figureKinds),
  title: text,
  /** What the figure shows, in a sentence or two: it stands above it and says all to who does not see bars. */
  alt: text,
  /** What the rows name; heads the first column. */
  rows: text,
  /** What the values count; heads the second column. */
  unit: text,
  series: z.array(z.strictObject({ name: text.optional(), points: z.array(point).min(1, { error: 'empty-text' }) })).min(1, { error: 'empty-text' }),
  note: text.optional(),
}).superRefine(({ kind, series }, { addIssue }) => {
  if (kind !== 'shares') return;
  for (const [at, { points }] of series.entries()) {
    for (const [index, { value }] of points.entries()) if (value > 100) addIssue({ code: 'custom', path: ['series', at, 'points', index, 'value'], message: 'within-limits' });
  }
});
