import { nearest } from '../i18n/distance.ts';
import { isLanguage } from '../i18n/languages.ts';
import { backstage, made, wings } from '../site.ts';
import type { Place } from './located.ts';
import { problem, type Problem } from './problem.ts';
import type { Prose } from './prose.ts';
import type { Item, Reading, Written } from './read.ts';
import { pathOf } from './reference.ts';

const folders = { articles: pathOf.article, countries: pathOf.country, prisons: pathOf.prison, glossary: pathOf.term, pages: pathOf.page, sources: pathOf.source } as const;
type Folder = keyof typeof folders;
type Page = Item<{ redirectFrom: string[] }> & { folder: Folder };

const at = (item: Item<unknown>, ...path: PropertyKey[]): Place => item.located.at([...item.path, ...path]);
const fileOf = (folder: Folder, id: string): string => `content/${folder}/${id}${folder === 'sources' ? '.yaml' : '.mdx'}`;
const addressOf = (folder: Folder, id: string): string => folders[folder](id);

/** Checks that each address leads to one place, and that what the ledger lists is still there or redirects to what took its place. */
export function checkAddresses(reading: Reading): Problem[] {
  const problems: Problem[] = [];
  const pages = (Object.keys(folders) as Folder[]).flatMap((folder) => reading[folder].map((item): Page => ({ ...item, folder })));
  const byPath = checkRedirects(reading, pages, problems);
  checkHeadings(reading, problems);
  checkLedger(reading, byPath, problems);
  return problems;
}

/** Where each path leads: to the file that has it as its name, or as a former address. */
function checkRedirects(reading: Reading, pages: readonly Page[], problems: Problem[]): Map<string, { folder: Folder; id: string }> {
  const byPath = new Map<string, { folder: Folder; id: string }>();
  for (const folder of Object.keys(folders) as Folder[]) for (const id of reading.seen.get(folder)?.keys() ?? []) byPath.set(addressOf(folder, id), { folder, id });
  const routes = new Set(['search', ...made, ...wings].map((name) => `/${name}/`));
  for (const { folder, id, data, ...item } of pages) {
    data.redirectFrom.forEach((path, index) => {
      const owner = byPath.get(path);
      if (owner || routes.has(path)) problems.push(problem('duplicate-address', at({ ...item, id, data }, 'redirectFrom', index), { found: path, file: owner ? fileOf(owner.folder, owner.id) : 'a page of the site itself' }));
      else byPath.set(path, { folder, id });
    });
  }
  return byPath;
}

/** Proses with the front matter above them, twins included. */
function proses(reading: Reading): { file: string; prose: Prose; renamed: { [before: string]: string }; place: (id: string) => Place }[] {
  const written: Written<{ renamedHeadings: { [before: string]: string } }>[] = [...reading.articles, ...reading.countries, ...reading.prisons, ...reading.glossary, ...reading.pages];
  const twins = [...reading.twins.values()].flatMap((files) => [...files.values()]);
  return [...written, ...twins].flatMap(({ file, prose, data, located }) => {
    const { renamedHeadings = {} } = data as { renamedHeadings?: { [before: string]: string } };
    return prose ? [{ file, prose, renamed: renamedHeadings, place: (id: string) => located.atKey(['renamedHeadings'], id) }] : [];
  });
}

function checkHeadings(reading: Reading, problems: Problem[]): void {
  for (const { file, prose, renamed, place } of proses(reading)) {
    const choices = prose.headings.map(({ id }) => id);
    for (const [before, now] of Object.entries(renamed)) {
      if (choices.includes(before)) problems.push(problem('duplicate-address', place(before), { found: `#${before}`, file }));
      else if (!choices.includes(now)) problems.push(problem('unknown-heading', place(before), { found: now, near: nearest(now, choices), file }));
    }
  }
}

function checkLedger(reading: Reading, byPath: ReadonlyMap<string, { folder: Folder; id: string }>, problems: Problem[]): void {
  const addresses = new Set(reading.ledger.map(({ address }) => address));
  const faulty = new Set(reading.problems.map(({ file }) => file));
  const unread = reading.problems.some(({ file, kind }) => file.startsWith('content/claims/') && ['bad-yaml', 'duplicate-key', 'not-utf8', 'dangling-link', 'folder-for-file', 'unreadable', 'empty-file', 'too-large'].includes(kind));
  const formerly = new Set(reading.faulty.flatMap(({ redirectFrom }) => (Array.isArray(redirectFrom) ? (redirectFrom as unknown[]) : [])));
  const headings = new Map(proses(reading).map(({ file, prose, renamed }) => [file, new Set([...prose.headings.map(({ id }) => id), ...Object.keys(renamed)])]));
  const records = new Map<string, string[]>();
  for (const kind of ['record', 'former record']) for (const [id, files] of reading.seen.get(kind) ?? []) for (const file of files) records.set(file, [...(records.get(file) ?? []), id]);
  const claims = new Set(['claim', 'former claim'].flatMap((kind) => [...(reading.seen.get(kind)?.keys() ?? [])]));

  for (const { address, place } of reading.ledger) {
    const [whole, fragment] = address.split('#') as [string, string?];
    const first = whole.split('/')[1]!;
    const lang = isLanguage(first) && !byPath.has(whole) ? first : undefined;
    const path = lang ? whole.slice(lang.length + 1) : whole;
    if (path === '/claims/' && fragment) {
      if (!claims.has(fragment) && !isDrawn(fragment) && !unread) problems.push(problem('lost-claim', place, { found: fragment, near: nearest(fragment, newOf(claims, (id) => pathOf.claim(id))) }));
      continue;
    }
    const named = entryNamed(path);
    const entry = byPath.get(path);
    if (!entry) {
      if (!named || formerly.has(path)) continue;
      const ids = [...(reading.seen.get(named.folder)?.keys() ?? [])].filter((id) => !addresses.has(addressOf(named.folder, id)));
      const near = nearest(named.id, ids) ?? (ids.length === 1 ? ids[0] : undefined);
      // What stands on a page is lost with it, and told once.
      if (!fragment) problems.push(problem('lost-page', place, { found: path, near: near && fileOf(named.folder, near), file: fileOf(named.folder, named.id) }));
      continue;
    }
    const original = fileOf(entry.folder, entry.id);
    const twin = lang && reading.twins.get(lang)?.get(original);
    if (lang && !twin && entry.folder !== 'sources' && !fragment) {
      problems.push(problem('lost-page', place, { found: whole, file: original.replace(/\.mdx$/, `.${lang}.mdx`) }));
    }
    if (!fragment) continue;
    const file = twin ? twin.file : original;
    const recordFile = `content/records/${entry.id}.yaml`;
    if (faulty.has(file) || isDrawn(fragment) || headings.get(file)?.has(fragment)) continue;
    if (entry.folder === 'countries') {
      if (faulty.has(recordFile) || records.get(recordFile)?.includes(fragment)) continue;
      const near = nearest(fragment, newOf(records.get(recordFile) ?? [], (id) => pathOf.record(id, entry.id)));
      if (near || /-(\d{4}|undated)$/.test(fragment)) {
        problems.push(problem('lost-record', place, { found: fragment, near, file: recordFile }));
        continue;
      }
    }
    if (headings.has(file)) problems.push(problem('lost-heading', place, { found: fragment, near: nearest(fragment, headings.get(file)!), file }));
  }

  /** Of some ids those that have not been published: one of them may have taken a place. */
  function newOf(ids: Iterable<string>, fragmentOf: (id: string) => string): string[] {
    return [...ids].filter((id) => !addresses.has(fragmentOf(id)));
  }
}

/** Figures and tables have their ids from the pages, which the tests over the built site know. */
const isDrawn = (fragment: string): boolean => /^(figure|table)-/.test(fragment);

/** The entry that a path names, whether or not there is one: `/prisons/cecot/` → cecot of prisons. */
function entryNamed(path: string): { folder: Folder; id: string } | undefined {
  const [, folder, id] = /^\/(?:([a-z]+)\/)?([a-z0-9-]+)\/$/.exec(path) ?? [];
  if (!id) return undefined;
  if (!folder) return (backstage as readonly string[]).includes(id) ? { folder: 'pages', id } : undefined;
  return folder in folders && folder !== 'pages' ? { folder: folder as Folder, id } : undefined;
}
