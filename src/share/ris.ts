import type { CslName } from '../atlas/model.ts';
import { fromCslDate, type CslDate, type CslItem } from './csl.ts';

/** Reference types of RIS that Zotero, EndNote and Mendeley know. */
const types: { [type: string]: string } = {
  'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', review: 'JOUR', bill: 'BILL', book: 'BOOK', broadcast: 'VIDEO', chapter: 'CHAP',
  dataset: 'DATA', 'entry-encyclopedia': 'ENCYC', hearing: 'HEAR', legal_case: 'CASE', legislation: 'STAT', manuscript: 'MANSCPT', map: 'MAP', motion_picture: 'MPCT',
  pamphlet: 'PAMP', 'paper-conference': 'CPAPER', personal_communication: 'PCOMM', post: 'ELEC', 'post-weblog': 'BLOG', regulation: 'STAT', report: 'RPRT', song: 'MUSIC',
  thesis: 'THES', webpage: 'ELEC',
};

/** "Dardel, Julie de"; a comma in the name of a body would part it. */
const nameOf = ({ literal, family, given, suffix, 'non-dropping-particle': particle }: CslName): string =>
  literal?.replaceAll(',', ' ') ?? [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ');

/** "2017/07/22/": the slashes stay where month or day are not known. */
const dateOf = (date: CslDate): string => {
  const [year, month = '', day = ''] = fromCslDate(date).split('-');
  return `${year}/${month}/${day}/`;
};

/** One reference of a `.ris` file in UTF-8, its lines ended by CR LF. */
export function toRis(item: CslItem): string {
  const [first, last] = item.page?.split(/[-–]+/) ?? [];
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', types[item.type] ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameOf(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', nameOf(name)]),
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['M3', item.genre],
    ['VL', item.volume],
    ['IS', item.issue ?? item.number],
    ['SP', first],
    ['EP', last],
    ['SN', item.ISBN],
    ['DO', item.DOI],
    ['PY', item.issued && fromCslDate(item.issued).slice(0, 4)],
    ['DA', item.issued && dateOf(item.issued)],
    ['ET', item.version],
    ['UR', item.URL],
    ['Y2', item.accessed && dateOf(item.accessed)],
    ['LA', item.language],
    ['N1', item.note],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`])).join('');
}
