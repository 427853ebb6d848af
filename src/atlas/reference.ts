/** The kinds of things that a link in prose can name, and the folder in which each lives. */
export const schemes = {
  article: 'articles',
  country: 'countries',
  prison: 'prisons',
  term: 'glossary',
  record: 'records',
  claim: 'claims',
  page: 'pages',
} as const;
export type Scheme = keyof typeof schemes;

export interface Reference {
  scheme: Scheme;
  id: string;
  /** Heading of an article or page, without "#". */
  heading?: string;
}

/** Reads "prison:la-tramacua" or "article:cecot#money"; `undefined` if the address is of another form. */
export function parseReference(url: string): Reference | undefined {
  const [, scheme, id, heading] = /^([a-z]+):([^#/]+)(?:#(.+))?$/.exec(url) ?? [];
  if (!scheme || !Object.hasOwn(schemes, scheme)) return undefined;
  return { scheme: scheme as Scheme, id: id!, ...(heading ? { heading } : {}) };
}

/** Address of a page within the site and its language, without base: `/prisons/la-tramacua/`. */
export const pathOf = {
  article: (id: string): string => `/articles/${id}/`,
  country: (id: string): string => `/countries/${id}/`,
  prison: (id: string): string => `/prisons/${id}/`,
  term: (id: string): string => `/glossary/${id}/`,
  source: (id: string): string => `/sources/${id}/`,
  claim: (id: string): string => `/claims/#${id}`,
  page: (id: string): string => `/${id}/`,
  record: (id: string, country: string): string => `/countries/${country}/#${id}`,
};

/** A citation in data: "source-id" or "source-id, p. 4". */
export function parseCitation(citation: string): { source: string; locator?: string } {
  const [source, ...rest] = citation.split(', ');
  return { source: source!, ...(rest.length ? { locator: rest.join(', ') } : {}) };
}
