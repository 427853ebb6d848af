import { z } from 'astro/zod';
import { day, redirectFrom, renamedHeadings, slug, text } from './shared.ts';
import { notices, regions } from './vocabulary.ts';

/** Front matter of `content/countries/<id>.mdx`. */
export const country = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  /** ISO 3166-1 alpha-2. */
  iso2: z.string({ error: 'country-code' }).regex(/^[A-Z]{2}$/, { error: 'country-code' }),
  region: z.enum(regions),
  summary: text,
  /** Word of a disagreement → what its sources disagree about. */
  disputes: z.record(slug, text).default({}),
  questions: z.array(text).default([]),
  notice: z.array(z.enum(notices)).default([]),
  reviewed: day,
  redirectFrom,
  renamedHeadings,
});
