import { z } from 'astro/zod';
import { hiddenCharacter, mixedLetters } from '../i18n/characters.ts';

// An `error` in a schema is no sentence but a word: a kind of problem or a shape of `atlas/problem.ts`, which has the sentences.

/** ASCII kebab-case: file name, id and URL segment in one. */
export const slug = z.string({ error: 'id' }).max(100, { error: 'id' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'id' });

/** Text in which a reader sees every character, and sees what it is. */
const legible = (schema: z.ZodString): z.ZodString =>
  schema.refine((value) => !hiddenCharacter.test(value), { error: 'hidden-character', abort: true }).refine((value) => !mixedLetters.test(value), { error: 'mixed-alphabets' });

/** Characters of the longest text in one piece: a value, or a paragraph of prose. */
export const longestText = 10_000;

/** Text of at least one visible character. */
export const text = legible(z.string().max(longestText, { error: 'too-long', abort: true }).refine((value) => value.trim() !== '', { error: 'empty-text', abort: true }));

/** False for 30 February: a date of the right form need not exist. */
const exists = (date: string): boolean => {
  const day = `${date}-01-01`.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

/** A date as exact as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.number()], { error: 'date' })
  .transform(String)
  .refine((value) => /^\d{4}(-\d{2}){0,2}$/.test(value), { error: 'date', abort: true })
  .refine(exists, { error: 'impossible-date' });

/** A whole day, `YYYY-MM-DD`. */
export const day = z
  .string({ error: 'day' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day', abort: true })
  .refine(exists, { error: 'impossible-date' });

/** Addresses at which a page stood before: they redirect to it. Paths within the site, without a language. */
export const redirectFrom = z.array(z.string({ error: 'path' }).regex(/^(\/[a-z0-9]+(-[a-z0-9]+)*)+\/$/, { error: 'path' })).default([]);

/** Ids that a record or claim had before: they still lead to it. */
export const formerIds = z.array(slug).default([]);

/** Id that a heading had before → id of the heading that stands for it now. */
export const renamedHeadings = z.record(text, text).default({});

/** `source-id` or `source-id, locator`. */
export const citation = legible(z.string({ error: 'bad-citation' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*(, .+)?$/, { error: 'bad-citation', abort: true }));

/** What a figure or an entry rests on: at least one source. */
export const citations = (without: 'figure-without-source' | 'record-without-source') => z.array(citation, { error: without }).min(1, { error: without });

/** A value that cannot stand without its source. */
export const fact = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    { value, as_of: partialDate.optional(), sources: citations('figure-without-source'), note: text.optional() },
    { error: 'figure' },
  );

/** One fact on a profile, with the date at which it held. */
export interface Fact<T> {
  value: T;
  as_of?: string | undefined;
  sources: string[];
  note?: string | undefined;
}
