import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv as AjvClass, ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { formatDate } from '../../i18n/format.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { citablesOf } from '../../share/cite-files.ts';
import { fromCslDate, type CslItem } from '../../share/csl.ts';
import { address, site } from '../../site.ts';
import { built } from './site.ts';

const require = createRequire(import.meta.url);
const Ajv = require('ajv') as typeof AjvClass;
/** Another library reads BibTeX. It has no types. */
const Cite = require('citation-js') as new (text: string) => { data: CslItem[] };

const all = citablesOf(atlas());
const read = (path: string, ending: string): string => readFileSync(built.fileAt(address(`/cite/${path}.${ending}`))!, 'utf8');
const itemsOf = (path: string): CslItem[] => JSON.parse(read(path, 'json')) as CslItem[];
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const issued = (item: CslItem): string => fromCslDate(item.issued!);
/** What a format must keep of each item. */
const kept = (item: CslItem): string[] => [item.title, issued(item), item.URL!, item.version!];
/** As BibTeX has no word for capitals that stay, the library marks them. */
const plain = (text: string): string => text.replace(/<\/?span[^>]*>/g, '');

test('articles, countries, prisons, terms, records and claims can be cited', () => {
  const { articles, countries, prisons, terms, records, claims } = atlas();
  const ids = all.flatMap(({ path }) => itemsOf(path).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(articles.length + countries.length + prisons.length + terms.length + records.length + claims.length);
});

test('CSL-JSON is as the Citation Style Language defines it, of the bibliography too', () => {
  const isCsl: ValidateFunction = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('src/tests/fixtures/csl/csl-data.json', 'utf8')) as object);
  const files = [...all.map(({ path }) => `/cite/${path}.json`), '/data/sources.csl.json'];
  const faults = files.flatMap((file) => (isCsl(JSON.parse(readFileSync(built.fileAt(address(file))!, 'utf8'))) ? [] : isCsl.errors!.slice(0, 3).map(({ instancePath, message }) => `${file}${instancePath} ${message}`)));
  expect(faults.slice(0, 10)).toEqual([]);
});

test('a citation says what the page says: its title, its day, its address and its version', () => {
  const faults = all.flatMap(({ path, ids, lang }) => itemsOf(path).flatMap((item, index) => {
    const [href, id] = item.URL!.slice(site.url.length).split('#') as [string, string?];
    const { root } = built.pageAt.get(href)!;
    const place = id ? root.getElementById(id) : root.querySelector('h1');
    const words = item.title.replace(/^.*?“(.*)”$/, '$1').replace(/…$/, '');
    const version = / version ([0-9a-f]{12})/.exec(root.querySelector('.share details')?.text ?? '')?.[1];
    return [
      ...(squeeze(place?.textContent ?? '').includes(squeeze(words)) ? [] : [`"${item.title}" does not stand there`]),
      ...(ids ? (id === ids[index] ? [] : [`leads to ${id}`]) : root.querySelector('link[rel="canonical"]')!.getAttribute('href') === item.URL ? [] : ['is not the address of the page']),
      ...(ids || squeeze(root.querySelector('main')!.textContent).includes(squeeze(formatDate(issued(item), lang))) ? [] : [`the page does not say ${issued(item)}`]),
      ...(ids || !version || version === item.version ? [] : ['another version than the page']),
    ].map((fault) => `${item.id}: ${fault}`);
  }));
  expect(faults.slice(0, 10)).toEqual([]);
});

describe('the same is said in', () => {
  test('words, with a place for the day of access', () => {
    const { citation } = stringsOf('en');
    const faults = all.flatMap(({ path, lang }) => {
      const text = read(path, 'txt');
      return itemsOf(path).filter((item) => ![item.title, formatDate(issued(item), lang), citation.version(item.version!), `${item.URL} (${citation.read(citation.day)})`].every((part) => text.includes(part))).map(({ id }) => id);
    });
    expect(faults).toEqual([]);
  });

  test('RIS, by the grammar of its fields', () => {
    const faults = all.flatMap(({ path }) => {
      const text = read(path, 'ris');
      const lines = text.split('\r\n');
      const entries = text.split(/ER {2}- \r\n/).slice(0, -1).map((entry) => entry.split('\r\n').slice(0, -1).map((line) => [line.slice(0, 2), line.slice(6)] as const));
      const items = itemsOf(path);
      return [
        ...(lines.pop() === '' && lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)) ? [] : ['a line of another form']),
        ...(entries.length === items.length && entries.every(([first]) => first?.[0] === 'TY') ? [] : ['entries that do not begin with their type']),
        ...items.filter((item, index) => {
          const fields = new Map(entries[index]);
          return [fields.get('TI'), fields.get('DA')?.slice(0, 10).replaceAll('/', '-'), fields.get('UR'), fields.get('ET')].join('\n') !== kept(item).map(squeeze).join('\n') || fields.get('ID') !== item.id || fields.has('Y2');
        }).map(({ id }) => `${id} says something else`),
      ].map((fault) => `${path}: ${fault}`);
    });
    expect(faults.slice(0, 10)).toEqual([]);
  });

  test('BibTeX, as another library reads it', () => {
    const sample = all.filter(({ path }, index) => index % 40 === 0 || path.startsWith('articles/') || /^claims\/|\/(colombia|turkey)$/.test(path));
    const faults = sample.flatMap(({ path }) => {
      const back = new Cite(read(path, 'bib')).data;
      return itemsOf(path).filter((item, index) => kept({ ...back[index]!, title: plain(back[index]!.title) }).join('\n') !== kept(item).join('\n') || back[index]!.id !== item.id || 'accessed' in back[index]!).map(({ id }) => `${path}: ${id}`);
    });
    expect(sample.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });
});
