import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path/posix';
import type { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { absolute, address } from '../../site.ts';
import { readCsv } from '../csv.ts';
import { built, ids, weigh, type Page } from './site.ts';

type Row = { [column: string]: string | number | null | string[] };
type Tables = { [table: string]: Row[] };

const require = createRequire(import.meta.url);
const Ajv2020 = require('ajv/dist/2020.js') as typeof Ajv;
/** Another library reads the bibliography. It has no types. */
const Cite = require('citation-js') as new (text: string) => { data: { id: string; 'citation-key': string; title: string; URL?: string; author?: unknown[]; issued?: unknown }[] };

const { countries, prisons, records, articles, sources } = atlas();
const page = built.pageAt.get(address('/data/'))!;
const read = (path: string): string => readFileSync(built.fileAt(address(`/data/${path}`))!, 'utf8');
const parse = <T>(path: string): T => JSON.parse(read(path)) as T;
const names = ['countries', 'prisons', 'records', 'disputes', 'claims', 'variants', 'terms', 'articles', 'numbers', 'sources'] as const;
const whole = parse<Tables & { version: string; content: string; citation: string }>('atlas.json');

const asText = (row: Row): { [column: string]: string } =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? '' : Array.isArray(value) ? value.join(' | ') : String(value)]));

describe('the tables', () => {
  const pagesBelow = (folder: string): Page[] => built.pages.filter(({ path }) => new RegExp(`^${address(`/${folder}/`)}[a-z0-9-]+/$`).test(path));

  test('have as many rows as the site has pages, records and claims', () => {
    const cards = (pages: readonly Page[], selector: string): number => pages.reduce((sum, { root }) => sum + root.querySelectorAll(selector).length, 0);
    expect(Object.fromEntries(['countries', 'prisons', 'terms', 'articles', 'sources', 'records', 'claims'].map((name) => [name, whole[name]!.length]))).toEqual({
      countries: pagesBelow('countries').length, prisons: pagesBelow('prisons').length, terms: pagesBelow('glossary').length, articles: pagesBelow('articles').length, sources: pagesBelow('sources').length,
      records: cards(pagesBelow('countries'), 'article.card[id]'), claims: cards([built.pageAt.get(address('/claims/'))!], 'article.claim[id]'),
    });
  });

  test('tell each number of a figure once, however many articles show it', () => {
    const onPages = new Map(articles.flatMap(({ href, figures }) => figures.map(({ id, anchor }) => [id, built.pageAt.get(href)!.root.querySelectorAll(`#${anchor} tbody th[scope="row"]`).length])));
    expect(onPages.size).toBeGreaterThan(0);
    expect(Object.fromEntries(onPages)).toEqual(Object.fromEntries([...onPages.keys()].map((id) => [id, whole.numbers!.filter(({ figure }) => figure === id).length])));
  });

  test('lead to the place on the site where each row stands', () => {
    const lost = names.flatMap((name) => whole[name]!.map(({ permalink }) => permalink)).filter((permalink) => {
      if (!permalink) return false;
      const [path, id] = String(permalink).slice(absolute('').length).split('#') as [string, string?];
      return !built.pageAt.has(path) || (id !== undefined && !ids(built.pageAt.get(path)!).has(id));
    });
    expect(lost).toEqual([]);
  });

  test('name only rows that are there', () => {
    const known = Object.fromEntries(names.map((name) => [name, new Set(whole[name]!.map(({ id }) => id))]));
    const of: { [column: string]: string } = { country: 'countries', other_countries: 'countries', countries: 'countries', prisons: 'prisons', terms: 'terms', dispute: 'disputes', articles: 'articles', records: 'records', claim: 'claims', document: 'sources', source: 'sources', sources: 'sources' };
    const dangling = names.flatMap((name) => whole[name]!.flatMap((row) => Object.entries(row).flatMap(([column, value]) => {
      const target = of[column] ?? (/_sources$/.test(column) ? 'sources' : undefined);
      if (!target || typeof value === 'number' || value === null || (name === 'claims' && column === 'claim')) return [];
      return [value].flat().map((id) => (target === 'sources' ? id.split(', ')[0]! : id)).filter((id) => !known[target]!.has(id)).map((id) => `${name} ${String(row.id)} ${column}: ${id}`);
    })));
    expect(dangling).toEqual([]);
  });

  test('read the same in CSV as in JSON', () => {
    for (const name of names) expect(readCsv(read(`${name}.csv`)), name).toEqual(whole[name]!.map(asText));
    expect(Object.keys(readCsv(read('prisons.csv'))[0]!)).toEqual(Object.keys(whole.prisons![0]!));
  });

  test('hold in no cell of theirs what separates the parts of a list', () => {
    expect(names.flatMap((name) => whole[name]!.flatMap((row) => Object.values(row).flat())).filter((value) => typeof value === 'string' && value.includes('|'))).toEqual([]);
  });

  test('tell a date of each record as its page does, and none that is guessed', () => {
    expect(whole.records!.map(({ id, date }) => [id, date])).toEqual(records.map(({ id, date }) => [id, date]));
  });
});

describe('a published schema', () => {
  // Patterns and types do the checking; the formats would need another package.
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false });
  const folder = built.fileAt(address('/data/schemas/'))!;
  const schemas = new Map(readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as { $id: string; $schema: string; properties: { [column: string]: { description?: string } } }]));
  const faults = (schema: string, value: unknown): string[] => {
    const validate = ajv.getSchema(schemas.get(schema)!.$id) ?? ajv.compile(schemas.get(schema)!);
    return validate(value) ? [] : validate.errors!.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  test('says where it stands and which JSON Schema it follows', () => {
    expect(schemas.size).toBe(names.length + 2);
    for (const [file, { $id, $schema }] of schemas) expect([$id, $schema]).toEqual([absolute(address(`/data/schemas/${file}`)), 'https://json-schema.org/draft/2020-12/schema']);
  });

  test('is met by the file that it describes', () => {
    expect(faults('atlas.json', whole)).toEqual([]);
    expect(faults('geojson.json', parse('prisons.geojson'))).toEqual([]);
    for (const name of names) expect(whole[name]!.flatMap((row) => faults(`${name}.json`, row)), name).toEqual([]);
  });

  test('is met by every slice', () => {
    const met = (part: string): string[] => readdirSync(built.fileAt(address(`/data/${part}/`))!).filter((file) => file.endsWith('.json')).flatMap((file) => faults('atlas.json', parse(`${part}/${file}`)).map((fault) => `${file}: ${fault}`));
    expect([...met('countries'), ...met('prisons')]).toEqual([]);
  });

  test('is not met by what is wrong', () => {
    expect(faults('records.json', { ...whole.records![0], date: 'about 1990' })).toContain('/date must match pattern "^\\d{4}(-\\d{2}){0,2}$"');
    expect(faults('prisons.json', { ...whole.prisons![0], colour: 'grey' })).toEqual([' must NOT have additional properties']);
  });

  test('explains every column, on the page too', () => {
    for (const name of names) {
      const { properties } = schemas.get(`${name}.json`)!;
      expect(Object.keys(properties), name).toEqual(Object.keys(whole[name]![0]!));
      expect(Object.entries(properties).filter(([, { description }]) => !description).map(([column]) => column), name).toEqual([]);
      expect(page.root.querySelectorAll(`#fields-${name} th code`).map(({ text }) => text), name).toEqual(Object.keys(properties));
    }
  });
});

describe('the points', () => {
  interface Point { id: string; geometry: { type: string; coordinates: number[] } | null; properties: Row }
  const { type, features } = parse<{ type: string; features: Point[] }>('prisons.geojson');

  test('are all prisons, those without a position too', () => {
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id)).toEqual(prisons.map(({ id }) => id));
    expect(features.filter(({ geometry }) => !geometry).map(({ id }) => id)).toEqual(prisons.filter(({ coordinates }) => !coordinates).map(({ id }) => id));
    expect(features.filter(({ geometry, properties }) => Boolean(geometry) !== (properties.precision !== null))).toEqual([]);
  });

  test('lie where the places are, longitude first', () => {
    const of = (id: string): number[] => features.find((feature) => feature.id === id)!.geometry!.coordinates.map(Math.round);
    // Valledupar, Colombia; Tecoluca, El Salvador; Philadelphia, United States; Kabul, Afghanistan.
    expect([of('la-tramacua'), of('cecot'), of('eastern-state-penitentiary'), of('pul-e-charkhi')]).toEqual([[-73, 10], [-89, 14], [-75, 40], [69, 35]]);
  });
});

describe('the bibliography', () => {
  const csl = parse<{ id: string; title: string; author?: unknown[]; URL?: string; issued?: unknown }[]>('sources.csl.json');
  const bibtex = new Cite(read('sources.bib')).data;
  const plain = (text: string): string => text.replace(/<\/?span[^>]*>/g, '');

  test('has every source, once', () => {
    expect(csl.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    expect(read('sources.bib').match(/^@/gm)!.length).toBe(sources.length);
  });

  test('comes back from BibTeX as CSL-JSON tells it', () => {
    // Another library encodes the percent signs of an address once more.
    expect(bibtex.map((item) => [item['citation-key'], plain(item.title), item.issued, item.author?.length, item.URL?.replaceAll('%25', '%')])).toEqual(csl.map((item) => [item.id, item.title, item.issued, item.author?.length, item.URL?.replaceAll('%25', '%')]));
  });
});

describe('a slice', () => {
  const slice = (path: string): Tables => parse(path);
  const list = (row: Row, column: string): string[] => row[column] as string[];

  test('of a country is what the whole says about it', () => {
    for (const { id, records: own, elsewhere } of countries) {
      const part = slice(`countries/${id}.json`);
      expect(part.records, id).toEqual(whole.records!.filter((row) => row.country === id || list(row, 'other_countries').includes(id)));
      expect(part.records!.length, id).toBe(own.length + elsewhere.length);
      expect(part.prisons, id).toEqual(whole.prisons!.filter(({ country }) => country === id));
      expect(part.claims, id).toEqual(whole.claims!.filter((row) => list(row, 'countries').includes(id)));
      expect(readCsv(read(`countries/${id}.csv`)), id).toEqual(part.records!.map(asText));
    }
  });

  test('of a prison is what the whole says about it, with the sources of every figure', () => {
    for (const { id, references } of prisons) {
      const part = slice(`prisons/${id}.json`);
      for (const name of ['records', 'claims', 'articles', 'terms']) expect(part[name], id).toEqual(whole[name]!.filter((row) => list(row, 'prisons').includes(id)));
      expect(part.prisons!.map((row) => row.id)).toEqual([id]);
      const inside = new Set(part.sources!.map((row) => row.id));
      expect(references.filter(({ source }) => !inside.has(source.id)), id).toEqual([]);
      expect(readCsv(read(`prisons/${id}.csv`)), id).toEqual(part.records!.map(asText));
    }
  });

  test('is linked from its page', () => {
    const missing = [...countries, ...prisons].filter(({ href }) => {
      const file = href.replace(address('/'), address('/data/')).slice(0, -1);
      return ['.json', '.csv'].some((ending) => !built.pageAt.get(href)!.root.querySelector(`main a[href="${file}${ending}"]`));
    });
    expect(missing.map(({ href }) => href)).toEqual([]);
  });
});

describe('the page', () => {
  test('tells rows, size and schema of each file', () => {
    const rows = page.root.querySelectorAll('.data-files tbody tr');
    expect(rows.map((row) => row.querySelector('th a')!.text)).toEqual(['atlas.json', ...names.map((name) => `${name}.csv`), 'prisons.geojson', 'sources.csl.json', 'sources.bib']);
    for (const row of rows) {
      const file = row.querySelector('th a')!.text;
      const [count, size] = row.querySelectorAll('td.n').map(({ text }) => text);
      if (file.endsWith('.csv')) expect(Number(count!.replace(',', '')), file).toBe(readCsv(read(file)).length);
      const [value, unit] = size!.split(/\s/);
      expect(Math.abs(Number(value) * (unit === 'MB' ? 1e6 : 1e3) - Buffer.byteLength(read(file))), file).toBeLessThan(unit === 'MB' ? 51_000 : 501);
    }
  });

  test('names the version that stands in the files, the newest day of the content', () => {
    expect(whole.version).toBe([...[...articles, ...countries, ...prisons, ...atlas().pages].map(({ reviewed }) => reviewed), ...sources.map(({ accessed }) => accessed)].sort().at(-1));
    expect(page.root.text).toContain(whole.content);
    // The hash is of the rows alone, so that it is the same wherever the site is published.
    const rows = JSON.stringify(Object.fromEntries(names.map((name) => [name, whole[name]])), (key, value: unknown) => (key === 'permalink' ? undefined : value));
    expect(whole.content).toBe(createHash('sha256').update(rows).digest('hex').slice(0, 12));
    expect(page.root.querySelector('blockquote')!.text.trim()).toBe(whole.citation);
  });

  test('describes the data set to search engines, every file at its address', () => {
    const script = page.root.querySelector('script[type="application/ld+json"]')!.innerHTML;
    expect(script).not.toContain('<');
    const data = JSON.parse(script) as { '@type': string; description: string; version: string; license: string; distribution: { contentUrl: string; contentSize: string }[] };
    expect(data).toMatchObject({ '@type': 'Dataset', version: `${whole.version} ${whole.content}`, license: 'https://creativecommons.org/licenses/by/4.0/' });
    expect(data.description.length).toBeGreaterThan(50);
    for (const { contentUrl, contentSize } of data.distribution) expect(contentSize).toBe(`${readFileSync(built.fileAt(contentUrl.slice(absolute('').length))!).length} B`);
  });

  test('is light', () => expect(weigh(page.html)).toBeLessThan(40_000));
});
