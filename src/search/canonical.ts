import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Pagefind's files by their path within its folder. */
export type Files = Map<string, Uint8Array>;
/** `pagefind-entry.json`. */
export interface EntryFile {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
}

/** The part of CBOR that Pagefind's lists are written in. */
export type Cbor = number | string | Cbor[];

const signature = Buffer.from('pagefind_dcd');
const used = /^(pagefind\.js|(fragment|index)\/.+)$/;

/**
 * Keeps what the search page uses and puts it into an order that is always the same: Pagefind 1.5.2 writes the values
 * of a filter, the filters and the languages in an order that changes with every run, and names files after it.
 */
export function canonical(files: Files): { files: Files; entry: EntryFile } {
  const kept: Files = new Map([...files].filter(([path]) => used.test(path)));
  const entry = JSON.parse(Buffer.from(files.get('pagefind-entry.json')!).toString()) as EntryFile;
  const languages: EntryFile['languages'] = {};
  for (const [lang, { hash, wasm, page_count }] of Object.entries(entry.languages).sort(byFirst)) {
    const meta = read(files.get(`pagefind.${hash}.pf_meta`)!) as Cbor[];
    meta[3] = (meta[3] as [name: string, hash: string][]).sort(byFirst).map(([name, old]) => {
      const [, values] = read(files.get(`filter/${old}.pf_filter`)!) as [string, [string, number[]][]];
      const { name: path, bytes } = write([name, values.sort(byFirst)], lang, 7);
      kept.set(`filter/${path}.pf_filter`, bytes);
      return [name, path];
    });
    const { name, bytes } = write(meta, lang, 10);
    kept.set(`pagefind.${name}.pf_meta`, bytes);
    const engine = `wasm.${wasm ?? 'unknown'}.pagefind`;
    kept.set(engine, files.get(engine)!);
    languages[lang] = { hash: name, wasm, page_count };
  }
  const sorted = { ...entry, languages };
  kept.set('pagefind-entry.json', Buffer.from(JSON.stringify(sorted)));
  return { files: kept, entry: sorted };
}

/** How many pages of a language have each value of each filter. */
export function totalsOf(files: Files, { languages }: EntryFile, lang: string): Record<string, Record<string, number>> {
  const [, , , filters] = read(files.get(`pagefind.${languages[lang]!.hash}.pf_meta`)!) as [Cbor, Cbor, Cbor, [string, string][]];
  return Object.fromEntries(
    filters.map(([name, hash]) => {
      const [, values] = read(files.get(`filter/${hash}.pf_filter`)!) as [string, [string, number[]][]];
      return [name, Object.fromEntries(values.map(([value, pages]) => [value, pages.length]))];
    }),
  );
}

const byFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : a > b ? 1 : 0);

function write(value: Cbor, lang: string, digits: number): { name: string; bytes: Uint8Array } {
  const body = encodeCbor(value);
  const bytes = gzipSync(Buffer.concat([signature, body]), { level: 9 });
  bytes[9] = 255; // The system that packed it: unknown, on every system.
  return { name: `${lang}_${createHash('sha256').update(body).digest('hex').slice(0, digits)}`, bytes };
}

function read(packed: Uint8Array): Cbor {
  const bytes = gunzipSync(packed);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('not a file of Pagefind');
  return decodeCbor(bytes.subarray(signature.length));
}

/** Writes numbers, texts and lists as CBOR. */
export function encodeCbor(value: Cbor): Buffer {
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(4, value.length), ...value.map(encodeCbor)]);
}

function head(major: number, argument: number): Buffer {
  const type = major << 5;
  if (argument < 24) return Buffer.from([type | argument]);
  if (argument < 0x100) return Buffer.from([type | 24, argument]);
  if (argument < 0x10000) return Buffer.from([type | 25, argument >> 8, argument & 0xff]);
  const long = Buffer.from([type | 26, 0, 0, 0, 0]);
  long.writeUInt32BE(argument, 1);
  return long;
}

/** Reads what `encodeCbor` writes. */
export function decodeCbor(bytes: Buffer): Cbor {
  let at = 0;
  const next = (): Cbor => {
    const first = bytes[at++]!;
    const small = first & 31;
    const size = small < 24 ? 0 : 1 << (small - 24);
    if (size > 4) throw new Error(`unexpected CBOR at ${at - 1}`);
    const argument = size ? bytes.readUIntBE(at, size) : small;
    at += size;
    if (first >> 5 === 0) return argument;
    if (first >> 5 === 3) return bytes.toString('utf8', at, (at += argument));
    if (first >> 5 === 4) return Array.from({ length: argument }, next);
    throw new Error(`unexpected CBOR at ${at - 1}`);
  };
  return next();
}
