import { z } from 'astro/zod';
import { day, redirectFrom, renamedHeadings, text } from './shared.ts';

/** Front matter of `content/pages/<id>.mdx`: what the site says about itself. */
export const page = z.strictObject({ title: text, description: text, reviewed: day, redirectFrom, renamedHeadings });
