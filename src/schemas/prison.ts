import { z } from 'astro/zod';
import { day, fact, partialDate, redirectFrom, renamedHeadings, slug, text } from './shared.ts';
import { notices } from './vocabulary.ts';

/** Facts of a prison in the order in which a profile shows them. */
export const prisonFacts = ['opened', 'closed', 'capacity', 'population', 'security'] as const;

/** Front matter of `content/prisons/<id>.mdx`. */
export const prison = z.strictObject({
  name: text,
  official_name: text.optional(),
  aliases: z.array(text).default([]),
  country: slug,
  place: text.optional(),
  /** `at` is latitude, longitude in degrees. */
  coordinates: z
    .strictObject({
      at: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)], { error: 'position' }),
      precision: z.enum(['site', 'town', 'region']),
      source: text,
    })
    .nullish(),
  opened: fact(partialDate).optional(),
  closed: fact(partialDate).optional(),
  capacity: fact(z.int({ error: 'int' }).positive({ error: 'within-limits' })).optional(),
  population: fact(z.int({ error: 'int' }).nonnegative({ error: 'within-limits' })).optional(),
  security: fact(text).optional(),
  us_role: text.optional(),
  summary: text,
  questions: z.array(text).default([]),
  notice: z.array(z.enum(notices)).default([]),
  reviewed: day,
  redirectFrom,
  renamedHeadings,
});
