import { z } from 'astro/zod';
import { citations, formerIds, partialDate, slug, text } from './shared.ts';
import { topics, usTies } from './vocabulary.ts';

/** One entry of `content/records/<country>.yaml`. */
export const record = z.strictObject({
  id: slug,
  date: partialDate.nullable(),
  topic: z.enum(topics),
  us_tie: z.enum(usTies).optional(),
  prisons: z.array(slug).default([]),
  /** Other countries concerned; the file's own is not repeated. */
  countries: z.array(slug).default([]),
  text,
  sources: citations('record-without-source'),
  dispute: slug.optional(),
  note: text.optional(),
  redirectFrom: formerIds,
});
