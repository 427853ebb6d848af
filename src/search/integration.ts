import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { atlas } from '../atlas/atlas.ts';
import type { Atlas } from '../atlas/model.ts';
import { defaultLanguage, prefixOf } from '../i18n/languages.ts';
import { site } from '../site.ts';
import { canonical, totalsOf, type EntryFile, type Files } from './canonical.ts';
import { draftEntries, filtersOf, listedEntries, namesOf, type Filters, type IndexEntry } from './index-entries.ts';
import { stamp } from './stamp.ts';

/** A page as Pagefind takes it. */
export interface IndexPage {
  url: string;
  content: string;
}

const folder = '/pagefind/';
/** Citation marks would stand in the middle of sentences; controls are no text. */
const excludeSelectors = [
  'sup', '[hidden]', '.screen',
  // What a card says beside its date and its sentence would run into it.
  '.card .topic', '.card footer',
  // Furniture, and what only repeats other pages: the index would find it on every one of them.
  '.crumbs', '.share', '.notice', '.byline', '.toc', '.head p', '.years', '.tally', '.profile-facts', '.profile-side', '.entry .side', 'aside', '.tie-topics',
  ...['ties', 'disputes', 'elsewhere', 'claims', 'articles', 'related', 'sources'].map((id) => `section[aria-labelledby="${id}"]`),
];
/** Order of the pages in the index, and of results that are equally good. */
const order = ['articles', 'countries', 'prisons', 'glossary'];

/**
 * Astro integration: the full-text index. A build reads the finished pages that ask for it (`data-pagefind-body`) and
 * adds each claim and source; the development server makes one of the same shape from the atlas, anew when the content has changed.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const out = fileURLToPath(dir);
        const names = new Map(site.published.flatMap((lang) => [...namesOf(lang)]));
        const filters = new Map(site.published.flatMap((lang) => [...filtersOf(atlas(lang))]));
        const { files, entry } = await makeIndex(readPages(out).map((page) => prepared(page, names.get(page.url), filters.get(page.url))), site.published.flatMap((lang) => listedEntries(atlas(lang))));
        for (const [path, content] of files) {
          const file = join(out, folder, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        for (const lang of site.published) {
          const page = join(out, prefixOf(lang), 'search', 'index.html');
          const [indexed, facts] = Object.entries(entry.languages).find(([name]) => name === lang) ?? largest(entry);
          const html = readFileSync(page, 'utf8');
          writeFileSync(page, stamp(html, { hash: facts.hash, wasm: facts.wasm ?? 'unknown', totals: totalsOf(files, entry, indexed), imports: importsOf(html, out) }, lang));
        }
        logger.info(`${Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0)} pages and claims`);
      },

      'astro:server:setup'({ server, logger }) {
        let made: { of: Atlas; files: Promise<Files> } | undefined;
        const draft = async (): Promise<Files> => {
          const of = atlas(defaultLanguage);
          // The gate reads the content anew when it changes; then the atlas is another one.
          if (made?.of !== of) {
            const entries = site.published.flatMap((lang) => [...draftEntries(lang), ...listedEntries(atlas(lang))]);
            made = { of, files: makeIndex([], entries).then(({ files }) => files) };
          }
          return made.files;
        };
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(request.url?.split('?')[0] ?? '');
          if (!path.startsWith(site.base + folder)) return next();
          draft().then(
            (files) => {
              const content = files.get(path.slice((site.base + folder).length));
              response.statusCode = content ? 200 : 404;
              response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'application/octet-stream');
              response.end(content);
            },
            (error: Error) => {
              logger.error(error.message);
              response.statusCode = 503;
              response.end();
            },
          );
        });
      },

      async 'astro:server:done'() {
        await close();
      },
    },
  };
}

const largest = ({ languages }: EntryFile) => Object.entries(languages).sort(([, a], [, b]) => b.page_count - a.page_count)[0]!;

/**
 * A page as Pagefind understands it: with what it is sorted under and the other names of what it is about, which the
 * index weighs like a title. Readers need neither, so the published page carries neither.
 */
export function prepared({ url, content }: IndexPage, names: readonly string[] = [], filters: Partial<Filters> = {}): IndexPage {
  const said = names.join('; ').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const added = [
    ...Object.entries(filters).flatMap(([name, ids]) => ids.map((id) => `<meta data-pagefind-filter="${name}:${id}">`)),
    ...(said ? [`<meta data-pagefind-meta="names[content]" content="${said}">`] : []),
  ].join('');
  return { url, content: added ? content.replace('</head>', () => `${added}</head>`) : content };
}

/** Addresses of the scripts that a page's own scripts import. */
function importsOf(html: string, out: string): string[] {
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, address]) => address!);
  const imported = scripts.flatMap((address) => {
    const text = readFileSync(join(out, address.slice(site.base.length)), 'utf8');
    return [...text.matchAll(/\bimport\s*(?:[\w$*{][^'"()]*?from\s*)?["'](\.[^"']+)["']/g)].map(([, name]) => posix.join(posix.dirname(address), name!));
  });
  return [...new Set(imported)].filter((address) => !scripts.includes(address));
}

/** The built pages that want to be found, with their addresses below the base, always in the same order. */
function readPages(out: string): IndexPage[] {
  const rank = (path: string): number => order.findIndex((section) => path.split('/').includes(section));
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.split(sep).join('/'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => ({ url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`, content: readFileSync(join(out, path), 'utf8') }))
    .filter(({ content }) => / data-pagefind-body(?!="false")[\s>=]/.test(content));
}

/**
 * Makes the index of some pages and entries.
 * @throws Error with all that Pagefind complained about, and without a stack: the trace would lead into Pagefind
 */
async function makeIndex(pages: readonly IndexPage[], entries: readonly IndexEntry[]): Promise<{ files: Files; entry: EntryFile }> {
  const errors: string[] = [];
  const told = <T extends { errors: string[] }>(what: string, answer: T): T => {
    errors.push(...answer.errors.map((error) => `${what}: ${error}`));
    return answer;
  };
  let index: PagefindIndex | undefined;
  try {
    ({ index } = told('index', await createIndex({ excludeSelectors })));
    const listed = new Set(entries.map(({ url }) => url));
    for (const page of index ? pages.filter(({ url }) => !listed.has(url)) : []) told(page.url, await index!.addHTMLFile(page));
    for (const entry of index ? entries : []) told(entry.url, await index!.addCustomRecord(entry));
    const { files = [] } = index ? told('files', await index.getFiles()) : {};
    if (!errors.length) return canonical(new Map(files.map(({ path, content }) => [path.split(sep).join('/'), content])));
  } catch (error) {
    errors.push(String(error));
  } finally {
    await index?.deleteIndex();
    if (pages.length) await close();
  }
  const stop = new Error(['The search index could not be made.', ...errors].join('\n'));
  stop.stack = '';
  throw stop;
}
