import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import { expect } from 'vitest';
import { site } from '../../site.ts';

const folder = 'dist';

/** A page of the built site. */
export interface Page {
  /** Address within the origin: "/prisons/la-tramacua/". */
  path: string;
  html: string;
  root: HTMLElement;
}

function readPage(file: string): Page {
  const html = readFileSync(join(folder, file), 'utf8');
  return { path: `${site.base}/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`, html, root: parse(html) };
}

/** Every page, read and parsed once for the tests of a file. */
export const pages: readonly Page[] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).sort().map(readPage);
export const pageAt: ReadonlyMap<string, Page> = new Map(pages.map((page) => [page.path, page]));

/** The file behind an address within the origin, if there is one. */
export function fileAt(path: string): string | undefined {
  const file = join(folder, decodeURI(path.slice(site.base.length)));
  return path.startsWith(`${site.base}/`) && existsSync(file) ? file : undefined;
}

const idsOf = new WeakMap<Page, ReadonlySet<string>>();
/** Ids on a page. */
export function ids(page: Page): ReadonlySet<string> {
  const known = idsOf.get(page) ?? new Set(page.root.querySelectorAll('[id]').map(({ id }) => id));
  idsOf.set(page, known);
  return known;
}

/** Bytes after brotli at its best, in which all weights are given. */
export const weigh = (content: string | Buffer): number => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** True if content is no heavier than `limit`; a quick compression, which never weighs less, settles most cases. */
export const isLight = (content: string | Buffer, limit: number): boolean =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length <= limit || weigh(content) <= limit;

/** Asserts that no page has a fault; the first thirty are shown. */
export function expectNoFaults(find: (page: Page) => readonly string[], among: readonly Page[] = pages): void {
  const faults = among.flatMap((page) => find(page).map((fault) => `${page.path}  ${fault}`));
  expect(faults.slice(0, 30), `${faults.length} faults`).toEqual([]);
}
