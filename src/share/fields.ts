import { z } from 'astro/zod';
import { tables, type TableName } from './tables.ts';

/** A column of a table, as its schema tells it. */
export interface Field {
  name: string;
  form: 'text' | 'date' | 'number' | 'list';
  /** A cell may hold nothing. */
  optional: boolean;
  note: string;
  /** The words that may stand in it, where they are few. */
  values: string[];
}

interface Described {
  type?: string | string[];
  anyOf?: Described[];
  enum?: (string | null)[];
  items?: Described;
  pattern?: string;
  format?: string;
  description?: string;
}

/** Columns of a table in their order. */
export function fieldsOf(name: TableName): Field[] {
  const { properties = {} } = z.toJSONSchema(tables[name].schema) as { properties?: { [column: string]: Described } };
  return Object.entries(properties).map(([column, told]) => {
    const kinds = [told, ...(told.anyOf ?? [])];
    const types = kinds.flatMap(({ type = [] }) => type);
    const dated = kinds.some(({ pattern, format }) => format === 'date' || pattern?.startsWith('^\\d{4}'));
    const form = types.includes('array') ? 'list' : types.includes('integer') || types.includes('number') ? 'number' : dated ? 'date' : 'text';
    const values = [...kinds, told.items ?? {}].flatMap((kind) => kind.enum ?? []).filter((value) => value !== null);
    return { name: column, form, optional: types.includes('null'), note: told.description ?? '', values };
  });
}
