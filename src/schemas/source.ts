import { z } from 'astro/zod';
import { day, partialDate, redirectFrom, text } from './shared.ts';
import { readings, sourceKinds, sourceTypes } from './vocabulary.ts';

/** A CSL name: a person, or a body as `literal`. */
export const cslName = z.union(
  [
    z.strictObject({ literal: text }),
    z.strictObject({ family: text, given: text.optional(), 'non-dropping-particle': text.optional(), suffix: text.optional() }),
  ],
  { error: 'name' },
);

const numberOrText = z.union([text, z.number().transform(String)], { error: 'number-or-text' });
const webAddress = text.refine((value) => /^https?:\/\/[^\s"<>]+$/.test(value) && URL.canParse(value), { error: 'bad-url' });

/** `content/sources/<id>.yaml`: CSL 1.0.2 variables under their CSL names, dates as ISO strings, and where the source stands. */
export const source = z.strictObject({
  type: z.enum(sourceTypes),
  title: text,
  author: z.array(cslName).default([]),
  editor: z.array(cslName).default([]),
  'container-title': text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  genre: text.optional(),
  number: numberOrText.optional(),
  volume: numberOrText.optional(),
  issue: numberOrText.optional(),
  page: numberOrText.optional(),
  ISBN: text.optional(),
  DOI: text.optional(),
  /** Absent: undated. */
  issued: partialDate.optional(),
  accessed: day,
  URL: webAddress.optional(),
  /** BCP 47. */
  language: z.string({ error: 'language-code' }).regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: 'language-code' }),
  kind: z.enum(sourceKinds),
  'read-as': z.enum(readings).optional(),
  'original-publisher': text.optional(),
  note: text.optional(),
  redirectFrom,
});
