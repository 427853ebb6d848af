/** What a result can be, in the order in which a reader sees the kinds. */
export const kinds = ['article', 'country', 'prison', 'term', 'claim', 'source'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that have a name of their own, which a query can match. */
export const namedKinds = ['country', 'prison', 'term', 'article', 'topic', 'year'] as const;
export type NamedKind = (typeof namedKinds)[number];

const sections: Record<Kind | NamedKind, string> = { article: 'articles', country: 'countries', prison: 'prisons', term: 'glossary', claim: 'claims', source: 'sources', topic: 'timeline/topic', year: 'timeline' };

/** Path of a thing within the site and its language: `/prisons/la-tramacua/`, `/claims/#bar-01`. */
export const pathOfKind = (kind: Kind | NamedKind, id: string): string => (kind === 'claim' ? `/claims/#${id}` : `/${sections[kind]}/${id}/`);
