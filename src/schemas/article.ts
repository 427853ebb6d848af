import { z } from 'astro/zod';
import { day, redirectFrom, renamedHeadings, slug, text } from './shared.ts';
import { notices, sections } from './vocabulary.ts';

/** Front matter of `content/articles/<slug>.mdx`. */
export const article = z.strictObject({
  title: text,
  description: text,
  published: day,
  reviewed: day,
  section: z.enum(sections),
  countries: z.array(slug).default([]),
  prisons: z.array(slug).default([]),
  notice: z.array(z.enum(notices)).default([]),
  redirectFrom,
  renamedHeadings,
});
