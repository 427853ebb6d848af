import { z } from 'astro/zod';
import { geojsonSchema } from './geojson.ts';
import { tableNames, tables } from './tables.ts';

/** What stands at the top of a JSON file, before the tables. */
const head = {
  $schema: z.url(),
  name: z.string(),
  scope: z.string().describe('`atlas`, or the country or prison to which the rows are limited.'),
  version: z.iso.date().describe('Day to which the data stand.'),
  content: z.string().regex(/^[0-9a-f]{12}$/).describe('The first digits of a SHA-256 over all rows of the whole atlas without `permalink`: another content, another hash.'),
  licence: z.string(),
  citation: z.string().describe('How to cite the data.'),
};

const whole = z
  .strictObject({ ...head, ...Object.fromEntries(tableNames.map((name) => [name, z.array(tables[name].schema)])) })
  .describe('The atlas, or what it says about one country or prison: all tables in one file.');

/** What each schema describes, by its name: a row of each table, and the files that hold more than one table or another form. */
const described: [name: string, schema: z.ZodType][] = [['atlas', whole], ...tableNames.map((name): [string, z.ZodType] => [name, tables[name].schema]), ['geojson', geojsonSchema]];

/**
 * Schemas of the published files (JSON Schema 2020-12), made of the definitions by which the files are written.
 * @param locate gives the address of a schema by its name
 */
export const makeSchemas = (locate: (name: string) => string): { name: string; schema: object }[] =>
  described.map(([name, form]) => {
    const { $schema, ...schema } = z.toJSONSchema(form);
    return { name, schema: { $schema, $id: locate(name), title: name, ...schema } };
  });
