import type { APIRoute } from 'astro';
import { atlas } from '../../atlas/atlas.ts';
import type { Language } from '../../i18n/languages.ts';
import { citablesOf, citeFormats, citePath, type Citable } from '../../share/cite-files.ts';
import type { CslItem } from '../../share/csl.ts';
import { highwireOf } from '../../share/highwire.ts';
import { toReference } from '../../share/plain-reference.ts';
import { address, site } from '../../site.ts';

interface Props {
  citable: Citable;
  ending: string;
}

/** Paths of the citation files of one ending; a route names its ending, or the address would have to end with a slash. */
export const citePaths = (ending: string): { params: { file: string }; props: Props }[] =>
  site.published.flatMap((lang) => citablesOf(atlas(lang)).map((citable) => ({ params: { file: citable.path }, props: { citable, ending } })));

/** One citation file. */
export const getCiteFile: APIRoute<Props> = ({ props: { citable, ending } }) => {
  const { type, write } = citeFormats[ending]!;
  return new Response(write(citable), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};

const hrefOf = (kind: string, id: string, lang: Language, ending: string): string => address(`/cite/${citePath(kind, id, lang)}.${ending}`);

/** Address of the file of references to records or claims. */
export const referencesAt = (kind: 'records' | 'claims', id: string, lang: Language): string => hrefOf(kind, id, lang, 'txt');

/** How a page is cited: in words, in files, and by the tags of its head. An article, where every byte counts, leaves the words to a file. */
export const citationOf = (kind: string, id: string, item: CslItem, lang: Language): { reference?: string; files: { name: string; href: string }[]; tags: { [name: string]: string } } => ({
  tags: highwireOf(item),
  ...(kind === 'articles' ? {} : { reference: toReference(item, lang) }),
  files: ['txt', 'bib', 'ris', 'json'].map((ending) => ({ name: citeFormats[ending]!.name, href: hrefOf(kind, id, lang, ending) })),
});
