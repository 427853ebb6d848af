import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, expect, vi } from 'vitest';
import { address } from '../../site.ts';
import { serve } from '../../tools/serve.ts';
import { launch } from './chromium.ts';

const folder = 'dist';
/** Pages that are looked at side by side. */
const sideBySide = 3;

/** Whether the tests walk over every page instead of a sample. npm says under which name it was asked: no shell has to set it. */
export const everyPage = process.env.npm_lifecycle_event === 'test:all';
/** For tests that walk over many pages: over all, on a busy machine, they take long. */
export const patience = 7_200_000;

/** Waits until something holds, as long as a busy machine may need. (Where files share a process, `expect.poll` may lose its test.) */
export const eventually = (holds: () => Promise<void>): Promise<void> => vi.waitFor(holds, { timeout: 60_000 });

/** Lays out what otherwise waits until it comes near, as printing does: before, it would be measured where it does not stand. Runs in the page. */
export function layOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(sheet);
}

/** A path within the origin as one within the site. */
export const within = (path: string): string => path.slice(address('').length);
/** A file of the built site by its address within the site: "/articles/cecot/". */
export const fileOf = (path: string): string => join(folder, path.endsWith('/') ? `${path}index.html` : path);
/** The page as it was built. */
export const htmlOf = (path: string): string => readFileSync(fileOf(path), 'utf8');

/** Addresses of all pages within the site; what only leads on from a former address is none. */
export const allPages: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !readFileSync(join(folder, file), 'utf8').includes('http-equiv="refresh"'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** "/countries/*" for a country: pages of one kind are alike but for what they say. "/es/countries/" is no kind of "/es/". */
const kindOf = (path: string): string => path.replace(/^(?!\/[a-z]{2}\/[^/]+\/$)(.+\/)(?!undated\/)[^/]+\/$/, '$1*');
const pagesOfKind = Map.groupBy(allPages, kindOf);

const bySize = (kind: string): string[] => pagesOfKind.get(kind)!.map((path) => ({ path, size: statSync(fileOf(path)).size })).sort((a, b) => a.size - b.size).map(({ path }) => path);
/** The heaviest page of a kind, where most can go wrong. */
export const heaviest = (kind: string): string => bySize(kind).at(-1)!;
const typical = (kind: string): string => bySize(kind).at(-Math.ceil(pagesOfKind.get(kind)!.length / 2))!;

const kinds = [...pagesOfKind.keys()];
/** One page of middling weight of every kind. */
export const typicalPages: readonly string[] = kinds.map(typical);
const others = pick(40);
/** The heaviest page of every kind and forty others, from all kinds in turn and always the same; or all. */
export const samplePages: readonly string[] = everyPage ? allPages : [...new Set([...kinds.map(heaviest), ...others])];
/** The same with a page of middling weight for each kind, for what takes long. */
export const lightPages: readonly string[] = everyPage ? allPages : [...new Set([...kinds.map(typical), ...others])];

function pick(count: number): string[] {
  const lists = [...pagesOfKind.values()].filter(({ length }) => length > 1).map((pages) => shuffle(pages, 1829));
  const rounds = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, round) => lists.flatMap((pages) => pages[round] ?? []));
  return rounds.flat().slice(0, count);
}

/** Puts a list into an order that looks like chance and depends on the seed only. */
function shuffle<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  return list.map((item) => ({ item, at: next() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** A reader's browser. */
export interface Setup {
  width?: number;
  scheme?: 'light' | 'dark';
  /** False: scripts are off. */
  script?: boolean;
  /** False: the browser has no WebAssembly, as Tor Browser on "Safer". */
  wasm?: boolean;
  /** Addresses that cannot be reached. */
  blocked?: string | RegExp;
}

/** A page that is open, with all that it asked for and all that went wrong. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Every request, in order. */
  requests: Request[];
  /** Messages on the console, exceptions, requests to elsewhere or in vain. */
  troubles: string[];
  /** Goes to an address within the site. */
  go(path: string): Promise<void>;
  /** Waits until all that was asked for has come and half a second has passed without a request. */
  rest(): Promise<void>;
}

export interface Site {
  server: Server;
  /** Origin and base, without a slash at the end. */
  address: string;
  /** A tab of a new browser profile. */
  visit(setup?: Setup): Promise<Visit>;
  /**
   * Visits pages, some of them side by side, and asserts that none has a fault; a fault of many pages is told once.
   * `find` gets a tab that has shown other pages before; what needs a new profile opens its own.
   */
  expectNoFaults(paths: readonly string[], find: (path: string, tab: () => Promise<Visit>) => Promise<readonly string[]>): Promise<void>;
}

/** Serves the built site and starts a browser, for the tests of one file. */
export async function openSite(): Promise<Site> {
  const [{ server, address: home }, browser] = await Promise.all([serve(folder, 0), launch()]);
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  const root = home.replace(/\/$/, '');
  const open = (setup?: Setup): Promise<Visit> => visit(browser, root, setup);
  return { server, address: root, visit: open, expectNoFaults: (paths, find) => expectNoFaults(open, paths, find) };
}

async function visit(browser: Browser, root: string, { width = 1280, scheme = 'light', script = true, wasm = true, blocked }: Setup = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, javaScriptEnabled: script, reducedMotion: 'reduce' });
  context.setDefaultTimeout(100_000);
  if (!wasm) await context.addInitScript('delete globalThis.WebAssembly');
  if (blocked) await context.route(blocked, (route) => route.abort());
  const page = await context.newPage();
  const requests: Request[] = [];
  const troubles: string[] = [];
  // Playwright's own "networkidle" misses its moment on some pages that are opened side by side.
  const pending = new Set<Request>();
  let last = Date.now();
  const end = (request: Request): void => void (pending.delete(request), (last = Date.now()));
  page.on('requestfinished', end).on('requestfailed', end);
  const rest = async (): Promise<void> => {
    // What never ends is not waited for.
    while (Date.now() - last < (pending.size ? 20_000 : 500)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  page.on('request', (request) => {
    pending.add(request);
    last = Date.now();
    requests.push(request);
    if (!request.url().startsWith(`${root}/`)) troubles.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => void (response.status() >= 400 && troubles.push(`${response.status()} ${response.url().slice(root.length)}`)));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && troubles.push(`console: ${message.text()}`)));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return { page, context, requests, troubles, rest, go: async (path) => void (await page.goto(root + path)) };
}

async function expectNoFaults(open: () => Promise<Visit>, ...[paths, find]: Parameters<Site['expectNoFaults']>): Promise<void> {
  const pathsOf = new Map<string, string[]>();
  const queue = [...paths];
  const work = async (): Promise<void> => {
    let tab: Promise<Visit> | undefined;
    for (let path = queue.shift(); path; path = queue.shift()) {
      for (const fault of await find(path, () => (tab ??= open()))) pathsOf.set(fault, [...(pathsOf.get(fault) ?? []), path]);
    }
    await (await tab)?.context.close();
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  const faults = [...pathsOf].map(([fault, [path, ...others]]) => `${path}${others.length ? ` and ${others.length} more` : ''}: ${fault}`);
  expect(faults.slice(0, 30), `${faults.length} different faults`).toEqual([]);
}

/** Lets a server answer only after a while, as one far away would; gives back the way to undo it. */
export function delay(server: Server, milliseconds: number): () => void {
  const [answer] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request').on('request', (request, response) => void setTimeout(() => answer!(request, response), milliseconds));
  return () => void server.removeAllListeners('request').on('request', answer!);
}
