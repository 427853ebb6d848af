import { z } from 'astro/zod';
import { citations, redirectFrom, renamedHeadings, slug, text } from './shared.ts';
import { notices, termKinds } from './vocabulary.ts';

/** Front matter of `content/glossary/<id>.mdx`. */
export const term = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  kind: z.enum(termKinds),
  summary: text,
  sources: citations('record-without-source'),
  countries: z.array(slug).default([]),
  prisons: z.array(slug).default([]),
  notice: z.array(z.enum(notices)).default([]),
  redirectFrom,
  renamedHeadings,
});
