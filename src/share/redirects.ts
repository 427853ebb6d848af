import type { Atlas, Entry, Source } from '../atlas/model.ts';
import { defaultLanguage, isLanguage } from '../i18n/languages.ts';
import { address } from '../site.ts';

/** A former address and what stands for it now, both within the origin, with base and language. */
export interface Redirect {
  from: string;
  to: string;
  /** What a link to the new page says. */
  name: string;
}

/**
 * Every redirect of a language, in order of the former addresses. The gate has proved that no two begin at one address,
 * and that none begins where a page stands: so each is one step.
 */
export function redirectsOf({ lang, articles, countries, prisons, terms, pages, sources }: Atlas): Redirect[] {
  const entries: Entry[] = [...articles, ...countries, ...prisons, ...terms, ...pages].filter((entry) => entry.lang === lang);
  const all: { href: string; name: string; redirectFrom: string[] }[] = [...entries, ...sources.map(({ href, title, redirectFrom }: Source) => ({ href, name: title, redirectFrom }))];
  // A former address that names its language is that of a translation which is gone.
  const isOf = (path: string): boolean => lang === defaultLanguage || !isLanguage(path.split('/')[1]!);
  return all
    .flatMap(({ href, name, redirectFrom }) => redirectFrom.filter(isOf).map((path) => ({ from: address(path, lang), to: href, name })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
