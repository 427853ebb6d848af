import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import { expect } from 'vitest';
import { languages } from '../../i18n/languages.ts';
import { site } from '../../site.ts';
import { fixtureBase, fixtureFolder } from '../fixture-site.ts';

/** A page of a built site. */
export interface Page {
  /** Address within the origin: "/prisons/la-tramacua/". */
  path: string;
  html: string;
  root: HTMLElement;
}

/** A built site, every page read and parsed once. */
export interface Site {
  base: string;
  languages: readonly string[];
  pages: readonly Page[];
  /** What stands at former addresses and leads on. */
  redirects: readonly Page[];
  pageAt: ReadonlyMap<string, Page>;
  /** The file behind an address within the origin, if there is one. */
  fileAt(path: string): string | undefined;
}

function readSite(folder: string, base: string, languages: readonly string[]): Site {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).sort().map((file): Page => {
    const html = readFileSync(join(folder, file), 'utf8');
    return { path: `${base}/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`, html, root: parse(html) };
  });
  const redirects = all.filter(({ html }) => html.includes('http-equiv="refresh"'));
  const pages = all.filter((page) => !redirects.includes(page));
  return {
    base, languages, pages, redirects,
    pageAt: new Map(pages.map((page) => [page.path, page])),
    fileAt(path) {
      const file = join(folder, decodeURI(path.slice(base.length)));
      return path.startsWith(`${base}/`) && existsSync(file) ? file : undefined;
    },
  };
}

/** The site as it stands in `dist/`. */
export const built: Site = readSite('dist', site.base, site.published);

/** A site of the fixtures in all languages, built under a base path. */
export const buildFixture = (): Site => readSite(fixtureFolder(), fixtureBase, languages);

/** Width and height of a PNG in pixels: "1200x630". */
export function pngSize(png: Buffer): string {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
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

/** Asserts that no page has a fault. A fault of many pages is told once; thirty are shown. */
export function expectNoFaults(pages: readonly Page[], find: (page: Page) => readonly string[]): void {
  const pathsOf = new Map<string, string[]>();
  for (const page of pages) for (const fault of find(page)) pathsOf.set(fault, [...(pathsOf.get(fault) ?? []), page.path]);
  const faults = [...pathsOf].map(([fault, [path, ...others]]) => `${path}${others.length ? ` and ${others.length} more` : ''}: ${fault}`);
  expect(faults.slice(0, 30), `${faults.length} different faults`).toEqual([]);
}
