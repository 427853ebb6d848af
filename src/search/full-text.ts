import { fold } from '../i18n/fold.ts';
import { readText, type IndexedText, type Part } from './excerpt.ts';
import type { Kind } from './kinds.ts';
import type { Verdict } from '../schemas/vocabulary.ts';
import { joints } from './match.ts';
import { filterNames, isFiltered, type FilterName, type Filters } from './state.ts';

/** A result as the page shows it. */
export interface Result {
  href: string;
  title: string;
  kind: Kind | '';
  countries: string[];
  verdict?: Verdict;
  excerpt: Part[];
  /** Matching sections of the page. */
  sections: { href: string; title: string; excerpt: Part[] }[];
}

export type Counts = Partial<Record<FilterName, Record<string, number>>>;

/** Results of a query, fetched one by one as they are needed. */
export interface Results {
  total: number;
  /** How many the lists keep out, where they keep out all. */
  elsewhere: number;
  fetch(index: number): Promise<Result>;
}

/** A way to search: the full-text index, or the plain list that stands in for it. */
export interface Engine {
  search(query: string, filters: Filters): Promise<Results>;
  counts(query: string, filters: Filters): Promise<Counts>;
}

interface Fragment extends IndexedText {
  url: string;
  /** Claims and sources bear their name under a key of their own, so that it weighs less than a page's title. */
  meta: { title?: string; names?: string; claim?: string; source?: string; verdict?: Verdict };
  filters: { kind?: Kind[]; country?: string[] };
}
interface Answer {
  results: { words: number[]; data(): Promise<Fragment> }[];
  filters: Record<string, Record<string, number>>;
}
interface Pagefind {
  search(query: string | null, options: { filters: Partial<Filters> }): Promise<Answer>;
  filters(): Promise<unknown>;
}
interface PagefindModule {
  createInstance(options: object): Pagefind;
}

/** Where the index is, as the built page says it. Without `hash` (in development) nothing is fetched ahead. */
export interface IndexFiles {
  /** Folder of the index, with base and a slash at its end. */
  folder: string;
  base: string;
  hash?: string | undefined;
  wasm?: string | undefined;
}

const sectionsShown = 3;
/** Tried on the site's own questions: titles and other names first, then pages that say much of it, long or short; claims and sources last. */
const ranking = { termFrequency: 0.3, pageLength: 0.1, termSimilarity: 2, termSaturation: 1.6, diacriticSimilarity: 0, metaWeights: { title: 8, names: 5, claim: 0, source: 0, verdict: 0 } };

/** True if this browser runs WebAssembly and the page's policy allows it. */
export function runsWebAssembly(): boolean {
  try {
    return Boolean(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  } catch {
    return false;
  }
}

/**
 * Opens the full-text index. Pagefind asks for its files one after the other, and swallows the failure of one;
 * so they are asked for here, all at once, and given to it when it asks. It runs in the page, not in a worker,
 * which would be one more file and whose requests could not be answered from here.
 */
export async function openFullText({ folder, base, hash, wasm }: IndexFiles): Promise<Engine> {
  const request = globalThis.fetch;
  const ahead = hash ? [`pagefind-entry.json?ts=${hash}`, `pagefind.${hash}.pf_meta`, `wasm.${wasm}.pagefind`] : [];
  const early = new Map(ahead.map((file) => [folder + file, request(folder + file).catch(() => Response.error())]));
  let broken = false;
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(folder)) return request(input, init);
    const response = await (early.get(String(input)) ?? request(input, init)).catch(() => undefined);
    early.delete(String(input));
    broken ||= !response?.ok;
    return response ?? Response.error();
  };
  // What it swallows on the way in, it throws into the void.
  addEventListener('unhandledrejection', (event) => void (broken && event.preventDefault()));
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  const pagefind = createInstance({ basePath: folder, baseUrl: `${base}/`, noWorker: true, excerptLength: 32, ranking, ...(hash ? { metaCacheTag: hash } : {}) });
  let filtersLoaded: Promise<unknown> | undefined;

  async function ask(query: string, filters: Partial<Filters>, except?: FilterName): Promise<Answer> {
    const chosen = Object.fromEntries(filterNames.filter((name) => filters[name] && name !== except).map((name) => [name, filters[name]]));
    const answer = await pagefind.search(asIndexed(query) || null, { filters: chosen });
    if (broken) throw new Error('a file of the index did not come');
    return answer;
  }

  /** Pagefind answers a word that it does not know with the longest word that begins it: "valedupar" with "vale". */
  async function real(query: string, filters: Partial<Filters>): Promise<Answer> {
    const answer = await ask(query, filters);
    const [first] = answer.results;
    if (!first || !query || isQuoted(query)) return answer;
    const { content, weighted_locations: hits, meta } = await first.data();
    const texts = content.split(/\s+/);
    const found = [...hits.map(({ location }) => texts[location] ?? ''), ...Object.values(meta)].flatMap((text) => fold(text).split(' '));
    const strangers = fold(asIndexed(query)).split(' ').filter((word) => !found.some((text) => text.startsWith(word)));
    const known = await Promise.all(strangers.map((word) => ask(`"${word}"`, {})));
    return known.every(({ results }) => results.length) ? answer : { results: [], filters: {} };
  }

  return {
    async search(query, filters) {
      const { results } = await real(query, filters);
      const elsewhere = results.length || !isFiltered(filters) ? 0 : (await real(query, {})).results.length;
      return { total: results.length, elsewhere, fetch: async (index) => readFragment(await results[index]!.data()) };
    },
    async counts(query, filters) {
      await (filtersLoaded ??= pagefind.filters());
      const { filters: all } = await ask(query, filters);
      const counts: Counts = {};
      for (const name of filterNames) counts[name] = (filters[name] ? (await ask(query, filters, name)).filters : all)[name] ?? {};
      return counts;
    },
  };
}

/** "…" around a query asks for exactly that. */
export const isQuoted = (query: string): boolean => /^["“].+["”]$/.test(query);
export const withoutQuotes = (query: string): string => (isQuoted(query) ? query.slice(1, -1) : query);

/** A query as Pagefind wants it: "la" and "the" would exclude the texts that name a thing without them. */
export function asIndexed(query: string): string {
  if (isQuoted(query)) return query.replace(/[“”]/g, '"');
  const words = query.split(' ');
  const telling = words.filter((word) => !joints.has(fold(word)));
  return (telling.length ? telling : words).join(' ');
}

function readFragment({ url, meta, filters, ...text }: Fragment): Result {
  const title = meta.title ?? meta.claim ?? meta.source ?? url;
  const { lead, sections } = readText(text, title, sectionsShown);
  return {
    href: url,
    title,
    kind: filters.kind?.[0] ?? '',
    countries: filters.country ?? [],
    ...(meta.verdict ? { verdict: meta.verdict } : {}),
    excerpt: lead,
    sections: sections.map(({ id, ...section }) => ({ href: `${url.replace(/#.*/, '')}#${id}`, ...section })),
  };
}
