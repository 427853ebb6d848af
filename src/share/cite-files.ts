import type { Atlas, Entry } from '../atlas/model.ts';
import { prefixOf, type Language } from '../i18n/languages.ts';
import { toBibtex } from './bibtex.ts';
import { articleCsl, claimCsl, profileCsl, recordCsl, termCsl, type CslItem } from './csl.ts';
import { toReference } from './plain-reference.ts';
import { toRis } from './ris.ts';
import { versionDate } from './version.ts';

/** What a reader cites together: a page, the records of a country, the claims of a text. */
export interface Citable {
  /** Below `/cite/` and without its ending: "articles/cecot", "records/colombia", "es/claims/jordan-2010". */
  path: string;
  lang: Language;
  items: CslItem[];
  /** Ids by which the page of records or claims knows them, in the order of the items. */
  ids?: string[];
}

/** Where the citations of something stand, below `/cite/` and without an ending. */
export const citePath = (kind: string, id: string, lang: Language): string => `${prefixOf(lang)}/${kind}/${id}`.slice(1);

/** Everything that can be cited of the site in one language. */
export function citablesOf(atlas: Atlas): Citable[] {
  const { lang, articles, countries, prisons, terms, documents } = atlas;
  const date = versionDate(atlas);
  const pages = <T extends Entry>(kind: string, entries: readonly T[], toItem: (entry: T) => CslItem): Citable[] =>
    entries.filter((entry) => entry.lang === lang).map((entry) => ({ path: citePath(kind, entry.id, lang), lang, items: [toItem(entry)] }));
  const parts = <T extends { id: string }>(kind: string, id: string, list: readonly T[], toItem: (part: T) => CslItem): Citable[] =>
    list.length ? [{ path: citePath(kind, id, lang), lang, items: list.map(toItem), ids: list.map((part) => part.id) }] : [];
  return [
    ...pages('articles', articles, articleCsl),
    ...pages('countries', countries, profileCsl),
    ...pages('prisons', prisons, profileCsl),
    ...pages('glossary', terms, (term) => termCsl(term, date)),
    ...countries.flatMap(({ id, records }) => parts('records', id, records, recordCsl)),
    ...documents.flatMap(({ source, claims }) => parts('claims', source.id, claims, (claim) => claimCsl(claim, date))),
  ];
}

/** Formats by the ending of their files: name, media type, and how they are written. */
export const citeFormats: { [ending: string]: { name: string; type: string; write: (citable: Citable) => string } } = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex', write: ({ items }) => items.map(toBibtex).join('\n') },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: ({ items }) => items.map(toRis).join('') },
  json: { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: ({ items }) => `${JSON.stringify(items, null, 1)}\n` },
  // Of a page in all three ways; of records and claims each reference below the id by which its page knows it, so that a link can name it.
  txt: { name: 'Text', type: 'text/plain', write: ({ items, ids, lang }) => items.map((item, index) => (ids ? `${ids[index]!}\n${toReference(item, lang)}\n` : [`${toReference(item, lang)}\n`, toBibtex(item), toRis(item)].join('\n'))).join('\n') },
};
