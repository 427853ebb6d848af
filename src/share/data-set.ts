import type { Atlas } from '../atlas/model.ts';
import { absolute, address, site } from '../site.ts';
import { toBibtex } from './bibtex.ts';
import { toCsl } from './csl.ts';
import { toCsv } from './csv.ts';
import { makeSchemas } from './data-schemas.ts';
import { digest } from './digest.ts';
import { toGeojson } from './geojson.ts';
import { sliceCountry, slicePrison } from './slices.ts';
import { tableNames, tables, type Rows, type TableName } from './tables.ts';
import { versionDate } from './version.ts';

/** A file below `/data/`. */
export interface DataFile {
  /** "records.csv", "countries/honduras.json". */
  path: string;
  mediaType: string;
  /** Path of the schema that its rows, or it as a whole, follow; none where the form is not ours. */
  schema?: string;
  /** Rows in it, where it holds one table. */
  rows?: number;
  /** The file, in UTF-8. */
  text: () => string;
}

/** The whole atlas as data, in one version. */
export interface DataSet {
  /** Day to which it stands, `YYYY-MM-DD`. */
  date: string;
  /** Hash of all rows but for addresses of the site: the same content has the same hash wherever it is published. */
  content: string;
  licence: string;
  citation: string;
  rows: Rows;
  /** Files of the whole, in the order in which the page shows them. */
  files: DataFile[];
  schemas: DataFile[];
  /** Two files for each country and each prison: everything as JSON, its records as CSV. */
  slices: DataFile[];
}

export const licenceAddress = 'https://creativecommons.org/licenses/by/4.0/';

/** Address of a file below `/data/` within the origin. */
export const dataAddress = (path: string): string => address(`/data/${path}`);

const made = new WeakMap<Atlas, DataSet>();

/** All rows and files of an atlas, made once. */
export function dataSetOf(atlas: Atlas): DataSet {
  const set = made.get(atlas) ?? makeDataSet(atlas);
  made.set(atlas, set);
  return set;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const toTable = (name: TableName, { [name]: rows }: Rows): string => toCsv(Object.keys(tables[name].schema.shape), rows);
const schemaPath = (name: string): string => `schemas/${name}.json`;

function makeDataSet(atlas: Atlas): DataSet {
  const rows = Object.fromEntries(tableNames.map((name) => [name, tables[name].rows(atlas)])) as Rows;
  const date = versionDate(atlas);
  const content = digest(JSON.stringify(rows, (key, value: unknown) => (key === 'permalink' ? undefined : value)));
  const licence = `Text and data: CC BY 4.0 (${licenceAddress}), quotations excepted. Positions whose position_source is geonames: GeoNames (https://www.geonames.org/), CC BY 4.0.`;
  const citation = `${site.name}. The atlas as data. Version ${date}, ${content}. ${absolute(dataAddress(''))}`;
  const about = { version: date, content, licence };
  const toJson = (scope: string, part: Rows): string => json({ $schema: absolute(dataAddress(schemaPath('atlas'))), name: site.name, scope, ...about, citation, ...part });
  const slice = (folder: 'countries' | 'prisons', id: string, cut: (all: Rows, id: string) => Rows): DataFile[] => {
    let part: Rows | undefined;
    const once = (): Rows => (part ??= cut(rows, id));
    return [
      { path: `${folder}/${id}.json`, mediaType: 'application/json', schema: schemaPath('atlas'), text: () => toJson(`${folder}/${id}`, once()) },
      { path: `${folder}/${id}.csv`, mediaType: 'text/csv', schema: schemaPath('records'), text: () => toTable('records', once()) },
    ];
  };
  const sources = atlas.sources.map((source) => toCsl(source));
  return {
    date, content, licence, citation, rows,
    files: [
      { path: 'atlas.json', mediaType: 'application/json', schema: schemaPath('atlas'), text: () => toJson('atlas', rows) },
      ...tableNames.map((name): DataFile => ({ path: `${name}.csv`, mediaType: 'text/csv', schema: schemaPath(name), rows: rows[name].length, text: () => toTable(name, rows) })),
      { path: 'prisons.geojson', mediaType: 'application/geo+json', schema: schemaPath('geojson'), rows: rows.prisons.length, text: () => json(toGeojson(rows.prisons, about)) },
      { path: 'sources.csl.json', mediaType: 'application/vnd.citationstyles.csl+json', rows: sources.length, text: () => json(sources) },
      { path: 'sources.bib', mediaType: 'application/x-bibtex', rows: sources.length, text: () => sources.map(toBibtex).join('\n') },
    ],
    schemas: makeSchemas((name) => absolute(dataAddress(schemaPath(name)))).map(({ name, schema }) => ({ path: schemaPath(name), mediaType: 'application/schema+json', text: () => json(schema) })),
    slices: [...atlas.countries.flatMap(({ id }) => slice('countries', id, sliceCountry)), ...atlas.prisons.flatMap(({ id }) => slice('prisons', id, slicePrison))],
  };
}
