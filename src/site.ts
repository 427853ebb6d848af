import { prefixOf, type Language } from './i18n/languages.ts';

/** What a fork changes first. `SITE_URL` and `BASE_PATH` come from the environment of the build. */
export const site = {
  name: 'Prison Imperialism',
  /** Where room is short: the search engines of a browser (16 characters at most), a home screen. */
  shortName: 'Prison Atlas',
  /** Origin under which the site is published, without a slash at its end. */
  url: (process.env.SITE_URL ?? 'https://example.org').replace(/\/+$/, ''),
  /** Path under which the site is published: empty, or "/x" without a slash at its end. */
  base: (process.env.BASE_PATH ?? '').replace(/^(?=[^/])/, '/').replace(/\/+$/, ''),
  /** Address for corrections; hidden while empty. */
  contact: '',
  /** Languages in which pages are published; the interface already speaks all of `i18n/languages.ts`. */
  published: ['en'] as readonly Language[],
  /** The country whose prisons are exported: it has no ties to itself. */
  exporter: 'united-states',
} as const;

/** Sections of the site, in the order of the seven wings of its plan. */
export const wings = ['articles', 'countries', 'prisons', 'timeline', 'claims', 'glossary', 'sources'] as const;
/** Pages about the site itself. */
export const backstage = ['about', 'method', 'privacy', 'changes'] as const;
/** Pages about it that are made of the atlas, not written. */
export const made = ['data', 'feeds'] as const;

/** A way through the articles for a first visit; the home page shows the first three. */
export const startHere = ['what-is-prison-imperialism', 'la-tramacua', 'cecot', 'eastern-state-copied', 'accreditation-as-export', 'numbers-behind-the-argument'];

/** Names to look up for a first try of the search. */
export const lookUp = ['honduras', 'la-tramacua', 'accreditation'];

/** Address of a page of the site within its origin: `address('/prisons/', 'es')` → `/base/es/prisons/`. */
export const address = (path: string, lang: Language = 'en'): string => `${site.base}${prefixOf(lang)}${path}`;

/** Address of the words of a page that are found there first: a text fragment, in which hyphens have a meaning of their own. */
export const passageHref = (page: string, words: string): string => `${page}#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;

/** Address with its origin, for links that leave the page (canonical links, paper). */
export const absolute = (href: string): string => `${site.url}${href}`;
