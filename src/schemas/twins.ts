import { z } from 'astro/zod';
import { day, renamedHeadings, slug, text } from './shared.ts';

/**
 * A twin carries what is said in another language, beside the file that it translates (`<id>.es.mdx`, `<country>.es.yaml`).
 * Dates, sources, topics and figures live once, in the file itself.
 */
export const articleTwin = z.strictObject({ title: text, description: text, reviewed: day, renamedHeadings });
export const pageTwin = articleTwin;
export const countryTwin = z.strictObject({
  name: text,
  aliases: z.array(text).optional(),
  summary: text,
  disputes: z.record(slug, text).default({}),
  questions: z.array(text).default([]),
  reviewed: day,
  renamedHeadings,
});
export const prisonTwin = z.strictObject({
  name: text.optional(),
  aliases: z.array(text).optional(),
  us_role: text.optional(),
  summary: text,
  questions: z.array(text).default([]),
  reviewed: day,
  renamedHeadings,
});
export const termTwin = z.strictObject({ name: text, aliases: z.array(text).optional(), summary: text, renamedHeadings });
/** Records and claims by id. */
export const entryTwins = z.record(slug, z.strictObject({ text, note: text.optional() }));
export const sourceTwin = z.strictObject({ note: text });
/** Every other text of a figure (headings, names, labels, notes) by the words that it translates. */
export const figureTwin = z.strictObject({ title: text, alt: text, words: z.record(text, text) });
