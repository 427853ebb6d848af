import { fromCslDate, type CslItem } from './csl.ts';

/**
 * What Zotero and Google Scholar read of a page, by the names of its Highwire tags without their prefix; days as "2026/11/21".
 * Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export const highwireOf = ({ title, author = [], issued }: CslItem): { [name: string]: string } => ({
  title,
  author: author.map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' ')).join('; '),
  ...(issued ? { publication_date: fromCslDate(issued).replaceAll('-', '/') } : {}),
});
