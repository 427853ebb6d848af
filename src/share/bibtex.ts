import type { CslName } from '../atlas/model.ts';
import { fromCslDate, type CslItem } from './csl.ts';

/** Types that BibTeX, biblatex and Zotero all know; `online` alone is of biblatex, and BibTeX reads it as `misc`. */
const types: { [type: string]: string } = {
  article: 'article', 'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', review: 'article',
  book: 'book', chapter: 'incollection', 'entry-encyclopedia': 'incollection', manuscript: 'unpublished', pamphlet: 'booklet', 'paper-conference': 'inproceedings',
  post: 'online', 'post-weblog': 'online', report: 'techreport', thesis: 'phdthesis', webpage: 'online',
};
const subtypes: { [type: string]: string } = { 'article-magazine': 'magazine', 'article-newspaper': 'newspaper' };
/** Field that holds who publishes: each type has its own. */
const publishers: { [type: string]: string } = { techreport: 'institution', phdthesis: 'school', online: 'organization', misc: 'howpublished', unpublished: 'howpublished', booklet: 'howpublished' };
/** Field that holds what something appears in. */
const containers: { [type: string]: string } = { article: 'journal', incollection: 'booktitle', inproceedings: 'booktitle', online: 'organization', misc: 'howpublished' };

/** Names of languages for `langid`, by which titles in other languages keep their capitals and hyphens. */
const languages: { [code: string]: string } = { ar: 'arabic', de: 'german', en: 'english', es: 'spanish', fr: 'french', id: 'indonesian', it: 'italian', lv: 'latvian', nl: 'dutch', pt: 'portuguese' };

const special: { [character: string]: string } = {
  '\\': '{\\textbackslash}', '{': '{\\textbraceleft}', '}': '{\\textbraceright}', '~': '{\\textasciitilde}', '^': '{\\textasciicircum}',
  $: '\\$', '%': '\\%', '&': '\\&', '#': '\\#', _: '\\_',
};

/** Text with TeX's own characters made safe; accents stay as they are, in UTF-8. */
const escape = (text: string): string => text.replace(/[\\{}~^$%&#_]/g, (character) => special[character]!).replace(/\s+/g, ' ');

/** An address stays as it is but for what would end the field: braces and backslashes. */
const verbatim = (url: string): string => url.replace(/[{}\\]/g, (character) => `%${character.codePointAt(0)!.toString(16).toUpperCase()}`);

/** A body in braces, so that it is not taken for a person. */
function nameOf({ literal, family = '', given, suffix, 'non-dropping-particle': particle }: CslName): string {
  if (literal !== undefined || !given) return `{${escape(literal ?? [particle, family].filter(Boolean).join(' '))}}`;
  return [[particle, family].filter(Boolean).join(' '), suffix, given].flatMap((part) => (part ? [escape(part)] : [])).join(', ');
}

/**
 * One entry of a `.bib` file in UTF-8, ended by a line feed, for biber, BibTeX and Zotero. Its key is the item's id.
 * `date` is for biber and Zotero, which know days, `year` for BibTeX; the title stands in two pairs of braces, so that no style changes its capitals.
 */
export function toBibtex(item: CslItem): string {
  const type = types[item.type] ?? 'misc';
  const fields = new Map<string, string>();
  const add = (field: string | undefined, value: string | undefined): void => void (field && value && !fields.has(field) && fields.set(field, value));
  const names = (list: CslName[] | undefined): string | undefined => list?.map(nameOf).join(' and ');
  const text = (value: string | undefined): string | undefined => value && escape(value);
  const date = item.issued && fromCslDate(item.issued);

  add('title', `{${escape(item.title)}}`);
  add('author', names(item.author));
  add('editor', names(item.editor));
  add(containers[type] ?? 'series', text(item['container-title']));
  add(publishers[type] ?? 'publisher', text(item.publisher));
  add('address', text(item['publisher-place']));
  add('type', text(item.genre));
  add('entrysubtype', subtypes[item.type]);
  add('volume', text(item.volume));
  add('number', text(item.issue ?? item.number));
  add('pages', text(item.page)?.replace(/(?<=\d)[-–](?=\d)/g, '--'));
  add('isbn', text(item.ISBN));
  add('doi', item.DOI && verbatim(item.DOI));
  add('date', date);
  add('year', date?.slice(0, 4));
  add('version', text(item.version));
  add('url', item.URL && verbatim(item.URL));
  add('urldate', item.accessed && fromCslDate(item.accessed));
  add('langid', languages[item.language?.split('-')[0] ?? '']);
  add('note', text(item.note));
  return `@${type}{${item.id},\n${[...fields].map(([field, value]) => `  ${field} = {${value}},\n`).join('')}}\n`;
}
