import { z } from 'astro/zod';
import { citation, formerIds, partialDate, slug, text } from './shared.ts';
import { topics, verdicts, type Verdict } from './vocabulary.ts';

/** Verdicts that say what sources say. */
const settled: ReadonlySet<string> = new Set<Verdict>(['supported', 'partly', 'contradicted']);

/** One checked statement of a founding text. */
export const claim = z
  .strictObject({
    id: slug,
    claim: text,
    verdict: z.enum(verdicts),
    topic: z.enum(topics),
    countries: z.array(slug).default([]),
    prisons: z.array(slug).default([]),
    terms: z.array(slug).default([]),
    sources: z.array(citation).default([]),
    note: text,
    /** What fell out of the text, where it is damaged. */
    missing: text.optional(),
    variants: z
      .array(z.strictObject({ value: text, date: partialDate.nullish(), source: citation, note: text.optional() }))
      .default([]),
    redirectFrom: formerIds,
  })
  .refine(({ sources, verdict }) => sources?.length !== 0 || !settled.has(verdict), {
    path: ['sources'],
    error: 'claim-without-source',
    // Asked beside whatever else is wrong, so that all problems come at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** A whole file `content/claims/<document>.yaml`. */
export const claimFile = z.strictObject({
  document: slug,
  /** What the document is, and how the site uses it. */
  about: text.optional(),
  /** Works that the document lists. */
  works: z.array(z.strictObject({ source: slug, about: text })).default([]),
  claims: z.array(claim),
});
