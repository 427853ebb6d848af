import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { fold } from '../i18n/fold.ts';
import { defaultLanguage, isLanguage, type Language } from '../i18n/languages.ts';
import { article } from '../schemas/article.ts';
import { claimFile } from '../schemas/claim.ts';
import { country } from '../schemas/country.ts';
import { figure } from '../schemas/figure.ts';
import { page } from '../schemas/page.ts';
import { prison } from '../schemas/prison.ts';
import { record } from '../schemas/record.ts';
import { slug } from '../schemas/shared.ts';
import { source } from '../schemas/source.ts';
import { term } from '../schemas/term.ts';
import * as twins from '../schemas/twins.ts';
import { readYaml, type Located } from './located.ts';
import { ledgerFile, readLedger, type LedgerLine } from './ledger.ts';
import { problem, type Details, type Problem, type ProblemKind } from './problem.ts';
import { readProse, type Prose } from './prose.ts';
import { checkText, largestFile } from './raw-text.ts';
import { isFaulty, validate } from './validation.ts';

/** Data of one entry, the file in which it stands, and where in it. */
export interface Item<T> {
  id: string;
  file: string;
  data: T;
  located: Located;
  /** Path of the entry within its file. */
  path: readonly PropertyKey[];
}

/** An item with prose below its front matter. */
export interface Written<T> extends Item<T> {
  prose: Prose;
}

/** What a file says in another language of the file that it translates. */
export interface Twin {
  data: unknown;
  file: string;
  located: Located;
  prose?: Prose;
}

type Parsed<T extends z.ZodType> = z.infer<T>;

/** Everything that stands in `content/`, each entry valid by itself, not yet connected. */
export interface Reading {
  articles: Written<Parsed<typeof article>>[];
  countries: Written<Parsed<typeof country>>[];
  prisons: Written<Parsed<typeof prison>>[];
  glossary: Written<Parsed<typeof term>>[];
  pages: Written<Parsed<typeof page>>[];
  records: Item<Parsed<typeof record>>[];
  claims: Item<Parsed<typeof claimFile>>[];
  sources: Item<Parsed<typeof source>>[];
  figures: Item<Parsed<typeof figure>>[];
  /** By language, then by the file that is translated. */
  twins: Map<Language, Map<string, Twin>>;
  /** Every address ever published. */
  ledger: LedgerLine[];
  /** By folder, every id with its files, faulty or not: a reference to a faulty entry is not a second problem. */
  seen: Map<string, Map<string, Set<string>>>;
  /** Entries with faults, as they stand: what else they say still counts, so that one fault is not reported as two. */
  faulty: { dispute?: unknown; disputes?: unknown; redirectFrom?: unknown }[];
  problems: Problem[];
}

const written = {
  articles: { schema: article, twin: twins.articleTwin },
  countries: { schema: country, twin: twins.countryTwin },
  prisons: { schema: prison, twin: twins.prisonTwin },
  glossary: { schema: term, twin: twins.termTwin },
  pages: { schema: page, twin: twins.pageTwin },
} as const;
const listed = {
  records: { twin: twins.entryTwins },
  claims: { twin: twins.entryTwins },
  sources: { twin: twins.sourceTwin },
  figures: { twin: twins.figureTwin },
} as const;

/** Folders of `content/` in the order in which they are read. */
export const folders = [...Object.keys(written), ...Object.keys(listed)] as (keyof typeof written | keyof typeof listed)[];

/**
 * Reads every file below `<root>/content/` once.
 * @returns all entries that are valid by themselves, and the problems of those that are not
 */
export function readContent(root: string): Reading {
  const reading: Reading = { articles: [], countries: [], prisons: [], glossary: [], pages: [], records: [], claims: [], sources: [], figures: [], twins: new Map(), ledger: [], seen: new Map(), faulty: [], problems: [] };
  const content = join(root, 'content');
  for (const name of list(content)) {
    const file = `content/${name}`;
    if (file === ledgerFile) {
      const { lines, problems } = readLedger(readText(reading, root, file, Infinity) ?? '');
      reading.ledger = lines;
      reading.problems.push(...problems);
    } else if (!folders.includes(name as never) || !isFolder(join(root, file))) reading.problems.push(stray(file, name, `the folders ${folders.join(', ')}`));
  }
  for (const folder of folders) {
    const extension = folder in written ? '.mdx' : '.yaml';
    for (const name of list(join(content, folder))) {
      const file = `content/${folder}/${name}`;
      if (!name.endsWith(extension)) {
        const near = otherExtensions[extension].test(name) ? name.replace(otherExtensions[extension], extension) : undefined;
        reading.problems.push(stray(file, name, `${extension} files`, near));
        continue;
      }
      const [id, lang, ...rest] = name.slice(0, -extension.length).split('.') as [string, string?, ...string[]];
      if (!slug.safeParse(id).success || rest.length || (lang !== undefined && (!isLanguage(lang) || lang === defaultLanguage))) {
        reading.problems.push(problem('bad-name', start(file), { found: name, near: `${fold(id).replaceAll(' ', '-') || 'name'}${extension}` }));
        continue;
      }
      if (reservedName.test(id)) {
        reading.problems.push(problem('reserved-name', start(file), { found: id }));
        continue;
      }
      if (!lang) see(reading, folder, id, file);
      const text = readText(reading, root, file, largestFile);
      if (text === undefined) continue;
      const unreadable = text.trim() ? checkText(text, file) : [problem('empty-file', start(file))];
      reading.problems.push(...unreadable);
      if (unreadable.length) continue;
      if (extension === '.mdx') readWritten(reading, folder as keyof typeof written, id, lang as Language | undefined, file, text);
      else readListed(reading, folder as keyof typeof listed, id, lang as Language | undefined, file, text);
    }
  }
  return reading;
}

/** What editors and other sites call the same kinds of file. */
const otherExtensions = { '.mdx': /\.(mdx?|markdown)$/i, '.yaml': /\.ya?ml$/i } as const;
/** Names of devices: no file of Windows can have them, whatever its extension. */
const reservedName = /^(con|prn|aux|nul|(com|lpt)\d)$/;

const start = (file: string) => ({ file, line: 1, column: 1 });
const stray = (file: string, found: string, said: string, near?: string): Problem => problem('stray-file', start(file), { found, said, near });
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function list(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')).sort() : [];
}

/**
 * Text of a file, with line feeds alone.
 * @param limit bytes that it may have
 * @returns undefined, with a problem, if there is none
 */
function readText(reading: Reading, root: string, file: string, limit: number): string | undefined {
  const path = join(root, file);
  const refuse = (kind: ProblemKind, details: Details = {}): undefined => void reading.problems.push(problem(kind, start(file), details));
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return refuse('dangling-link', { found: readlinkSync(path) });
    if (stat.isDirectory()) return refuse('folder-for-file', { found: basename(file) });
    if (!stat.isFile()) return refuse('unreadable', { said: 'it is a device' });
    if (stat.size > limit) return refuse('too-large', { found: (stat.size / 1000).toLocaleString('en', { maximumFractionDigits: 0 }) });
    const bytes = readFileSync(path);
    return isUtf8(bytes) ? new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') : refuse('not-utf8');
  } catch (error) {
    // "EACCES: permission denied, open …": what follows is the path on this machine.
    return refuse('unreadable', { said: (error as Error).message.replace(/^\w+: |, .*/g, '') });
  }
}

function readWritten(reading: Reading, folder: keyof typeof written, id: string, lang: Language | undefined, file: string, text: string): void {
  // Astro ends front matter at the first line that begins so.
  const [, front, rest] = /^---\n([\s\S]*?)(?<=\n)---(.*)/.exec(text) ?? [];
  if (front === undefined || rest) {
    reading.problems.push(problem('no-front-matter', start(file)));
    return;
  }
  const located = locate(reading, front, file, 2);
  const lines = front.split('\n').length + 1;
  const body = '\n'.repeat(lines) + text.split('\n').slice(lines).join('\n');
  const { prose, problems } = readProse(body, file);
  reading.problems.push(...problems);
  if (!located) return;
  const data = validate(lang ? written[folder].twin : written[folder].schema, located);
  if (isFaulty(data)) refuse(reading, data, located.data);
  else if (lang) addTwin(reading, lang, `content/${folder}/${id}.mdx`, { data, prose, file, located });
  else (reading[folder] as Written<unknown>[]).push({ id, file, data, located, path: [], prose });
}

function readListed(reading: Reading, folder: keyof typeof listed, id: string, lang: Language | undefined, file: string, text: string): void {
  const located = locate(reading, text, file, 1);
  if (!located) return;
  if (lang) {
    const data = validate(listed[folder].twin, located);
    if (isFaulty(data)) refuse(reading, data, located.data);
    else addTwin(reading, lang, `content/${folder}/${id}.yaml`, { data, file, located });
    return;
  }
  if (folder === 'records') {
    if (!Array.isArray(located.data)) {
      reading.problems.push(...(validate(z.array(record), located) as Problem[]));
      return;
    }
    for (const [index, raw] of located.data.entries()) {
      seeListed(reading, 'record', raw, file);
      const data = validate(record, located, [index]);
      if (isFaulty(data)) refuse(reading, data, raw);
      else reading.records.push({ id: data.id, file, data, located, path: [index] });
    }
    return;
  }
  if (folder === 'claims') {
    const { claims } = (located.data ?? {}) as { claims?: unknown };
    for (const raw of Array.isArray(claims) ? claims : []) seeListed(reading, 'claim', raw, file);
  }
  const data = validate({ claims: claimFile, sources: source, figures: figure }[folder], located);
  if (isFaulty(data)) refuse(reading, data, located.data);
  else (reading[folder] as Item<unknown>[]).push({ id, file, data, located, path: [] });
}

function locate(reading: Reading, text: string, file: string, firstLine: number): Located | undefined {
  const result = readYaml(text, file, firstLine);
  if (!Array.isArray(result)) return result;
  reading.problems.push(...result.map(({ kind, place, ...details }) => problem(kind, place, details)));
  return undefined;
}

function see(reading: Reading, folder: string, id: string, file: string): void {
  const ids = reading.seen.get(folder) ?? new Map<string, Set<string>>();
  reading.seen.set(folder, ids.set(id, (ids.get(id) ?? new Set<string>()).add(file)));
}

/** Sees a record or claim, and under "former …" the ids that it had before. */
function seeListed(reading: Reading, kind: 'record' | 'claim', raw: unknown, file: string): void {
  const { id, redirectFrom } = (raw ?? {}) as { id?: unknown; redirectFrom?: unknown };
  if (typeof id === 'string') see(reading, kind, id, file);
  for (const former of Array.isArray(redirectFrom) ? redirectFrom : []) if (typeof former === 'string') see(reading, `former ${kind}`, former, file);
}

/** Puts an entry aside because of its faults. */
function refuse(reading: Reading, problems: Problem[], raw: unknown): void {
  reading.problems.push(...problems);
  if (raw) reading.faulty.push(raw);
}

function addTwin(reading: Reading, lang: Language, file: string, twin: Twin): void {
  const ofLanguage = reading.twins.get(lang) ?? new Map<string, Twin>();
  reading.twins.set(lang, ofLanguage.set(file, twin));
}
