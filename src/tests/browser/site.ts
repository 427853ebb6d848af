import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { serve } from '../../tools/serve.ts';
import { launch } from './chromium.ts';

const folder = 'dist';
/** Pages that are looked at side by side. */
const sideBySide = 3;

/** A file of the built site by its address within the site: "/articles/cecot/". */
export const fileOf = (path: string): string => join(folder, path.endsWith('/') ? `${path}index.html` : path);
/** The page as it was built. */
export const htmlOf = (path: string): string => readFileSync(fileOf(path), 'utf8');

/** Addresses of all pages within the site. */
export const allPages: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** "/countries/*" for a country: pages of one kind are alike but for what they say. "/es/countries/" is no kind of "/es/". */
const kindOf = (path: string): string => path.replace(/^(?!\/[a-z]{2}\/[^/]+\/$)(.+\/)(?!undated\/)[^/]+\/$/, '$1*');
const pagesOfKind = Map.groupBy(allPages, kindOf);

/** The heaviest page of a kind, where most can go wrong. */
export const heaviest = (kind: string): string => pagesOfKind.get(kind)!.reduce((a, b) => (statSync(fileOf(b)).size > statSync(fileOf(a)).size ? b : a));
/** One page of every kind. */
export const oneOfEach: readonly string[] = [...pagesOfKind.keys()].map(heaviest);
/** One page of every kind and forty more, from all kinds in turn and always the same; with `EVERY_PAGE=1` all. */
export const samplePages: readonly string[] = process.env.EVERY_PAGE ? allPages : [...oneOfEach, ...pick(40)];

function pick(count: number): string[] {
  const others = [...pagesOfKind.values()].map((pages) => shuffle(pages.filter((path) => !oneOfEach.includes(path)), 1829));
  const rounds = Array.from({ length: Math.max(...others.map(({ length }) => length)) }, (_, round) => others.flatMap((pages) => pages[round] ?? []));
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
}

export interface Site {
  server: Server;
  /** Origin and base, without a slash at the end. */
  address: string;
  /** A tab of a new browser profile. */
  visit(setup?: Setup): Promise<Visit>;
  /** Visits pages, some of them side by side, and asserts that none has a fault; a fault of many pages is told once. */
  expectNoFaults(paths: readonly string[], find: (path: string) => Promise<readonly string[]>): Promise<void>;
}

/** Serves the built site and starts a browser, for the tests of one file. */
export async function openSite(): Promise<Site> {
  const [{ server, address: home }, browser] = await Promise.all([serve(folder, 0), launch()]);
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  const address = home.replace(/\/$/, '');
  return { server, address, visit: (setup) => visit(browser, address, setup), expectNoFaults };
}

async function visit(browser: Browser, address: string, { width = 1280, scheme = 'light', script = true, wasm = true, blocked }: Setup = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, javaScriptEnabled: script, reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  if (!wasm) await context.addInitScript('delete globalThis.WebAssembly');
  if (blocked) await context.route(blocked, (route) => route.abort());
  const page = await context.newPage();
  const requests: Request[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    requests.push(request);
    if (!request.url().startsWith(`${address}/`)) troubles.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => void (response.status() >= 400 && troubles.push(`${response.status()} ${response.url().slice(address.length)}`)));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && troubles.push(`console: ${message.text()}`)));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return { page, context, requests, troubles, go: async (path) => void (await page.goto(address + path)) };
}

async function expectNoFaults(paths: readonly string[], find: (path: string) => Promise<readonly string[]>): Promise<void> {
  const pathsOf = new Map<string, string[]>();
  const queue = [...paths];
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path; path = queue.shift()) {
      for (const fault of await find(path)) pathsOf.set(fault, [...(pathsOf.get(fault) ?? []), path]);
    }
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
