/** What a result can be, in the order in which a reader sees the kinds. */
export const kinds = ['article', 'country', 'prison', 'term', 'claim', 'source'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that have a name of their own, which a query can match. */
export const namedKinds = ['country', 'prison', 'term', 'article'] as const;
export type NamedKind = (typeof namedKinds)[number];

const sections: Record<Kind, string> = { article: 'articles', country: 'countries', prison: 'prisons', term: 'glossary', claim: 'claims', source: 'sources' };

/** Path of a thing within the site and its language: `/prisons/la-tramacua/`, `/claims/#bar-01`. */
export const pathOfKind = (kind: Kind, id: string): string => (kind === 'claim' ? `/claims/#${id}` : `/${sections[kind]}/${id}/`);
