import { fold } from '../i18n/fold.ts';
import { dress } from '../styles/dress.ts';
import style from '../styles/results.css?inline';
import { isQuoted, openFullText, runsWebAssembly, type Engine, type Result, type Results } from './full-text.ts';
import { readGazetteer, type Gazetteer } from './gazetteer.ts';
import type { Labels } from './labels.ts';
import { makeMatcher, type Answer } from './match.ts';
import { openPlain } from './plain-engine.ts';
import { filterNames, formatState, isEmpty, isFiltered, parseState, tidy, type SearchState } from './state.ts';
import { makeView } from './view.ts';

const perPage = 10;
const pause = 150;

const root = document.querySelector<HTMLElement>('#search')!;
const { base = '', folder = '', data = '', hash, wasm } = root.dataset;
const labels = JSON.parse(document.querySelector('#search-labels')!.textContent!) as Labels;
const view = makeView(labels, base);
dress(style);

/** The state of the page's address, without what its lists do not have. */
function readAddress(): SearchState {
  const state = parseState(location.search);
  for (const name of filterNames) if (!view.has(name, state[name])) state[name] = '';
  return state;
}

/** Made at the first call, then kept; a failure is tried again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => (opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));
}

const gazetteer = once(async () => {
  const response = await fetch(`${data}gazetteer.json`);
  if (!response.ok) throw new Error(`gazetteer.json: ${response.status}`);
  return makeMatcher(readGazetteer((await response.json()) as Gazetteer));
});
const fullText = once(() => openFullText({ folder, base, hash, wasm }));
const plain = once(() => openPlain(`${data}plain.json`, base));
/** Why the full text is out of reach, once it is known. */
let trouble = runsWebAssembly() ? '' : labels.plain;

/** Works with the full text, or where it cannot be had, with the plain list. */
async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  if (!trouble) {
    try {
      return await work(await fullText());
    } catch {
      trouble = labels.failed;
    }
  }
  return work(await plain());
}

let state = readAddress();
/** Counts the searches, so that one that comes late does not overwrite a newer one. */
let current = 0;

interface Found {
  /** The query, or the name that stands in for it. */
  searched: string;
  results: Results;
}
const nothing: Results = { total: 0, elsewhere: 0, fetch: () => Promise.reject(new Error('no results')) };

const fetchPage = ({ total, fetch }: Results, page: number): Promise<Result[]> => {
  const from = (page - 1) * perPage;
  return Promise.all(Array.from({ length: Math.max(0, Math.min(perPage, total - from)) }, (_, index) => fetch(from + index)));
};

/** Searches for the query; where that finds nothing, for the name that it means. */
async function find(engine: Engine, asked: SearchState, { best, suggestion }: Answer): Promise<Found> {
  const { q, page } = asked;
  const words = isQuoted(q) || !q ? [q] : [q, best?.name, best?.entry.name, suggestion].filter((word) => word !== undefined);
  const names = words.filter((word, index) => words.findIndex((other) => fold(other) === fold(word)) === index);
  const search = async (searched: string): Promise<Found> => ({ searched, results: await engine.search(searched, asked) });
  // A misspelt word is likely to be found nowhere: the name is searched at the same time.
  const tries = best?.why === 'typo' ? names.map(search) : [];
  let beside: Found | undefined;
  for (const [index, name] of names.entries()) {
    const found = await (tries[index] ?? search(name));
    if (found.results.elsewhere) return found;
    if (!found.results.total) continue;
    // "brasil" may stand in texts about something else: then the page's own name serves better.
    if (name !== q || page > 1 || !best?.whole || isFiltered(asked)) return found;
    const isBest = ({ href }: Result): boolean => href === base + best.entry.path;
    if (isBest(await found.results.fetch(0)) || (await fetchPage(found.results, 1)).some(isBest)) return found;
    beside = found;
  }
  return beside ?? { searched: q, results: nothing };
}

/** Shows what the state asks for: the best match as soon as it is known, then the results, then the lists' counts. */
async function show(): Promise<void> {
  const asked = state;
  const mine = ++current;
  const isLate = (): boolean => mine !== current;
  view.setFields(asked);
  if (isEmpty(asked)) return view.showNothing();
  view.showBusy();
  try {
    const opening = trouble ? undefined : fullText().catch(() => undefined);
    const answer = asked.q ? await gazetteer().then((match) => match(asked.q), () => ({}) as Answer) : {};
    if (isLate()) return;
    // Within a country, a topic or a kind, a page of another one would be no answer.
    view.showBest(isFiltered(asked) ? undefined : answer.best, asked.q);
    await opening;
    const { searched, results } = await withEngine((engine) => find(engine, asked, answer));
    // A name among other words says little of what the words are about: the ranking stands.
    const bestHref = answer.best && (answer.best.whole || answer.best.why === 'typo') && base + answer.best.entry.path;
    if (isLate()) return;
    const pages = Math.ceil(results.total / perPage);
    // An address may ask for more pages than there are, or than there still are.
    if (pages && asked.page > pages) return go({ ...asked, page: pages }, 'replace');
    view.showNote(trouble);
    view.showSuggestion(asked, answer.suggestion, results.total ? searched : '');
    if (!results.total && (results.elsewhere || !answer.suggestion)) view.showWayOut(asked, isFiltered(asked), labels.wayOut);
    const from = (asked.page - 1) * perPage;
    if (results.total > from) {
      const first = await results.fetch(from);
      if (isLate()) return;
      if (!bestHref || asked.page > 1 || first.href === bestHref) view.showFirst(first);
    }
    const page = await fetchPage(results, asked.page);
    if (isLate()) return;
    // Whatever the ranking says, the page that bears the name comes first.
    page.sort((a, b) => Number(b.href === bestHref) - Number(a.href === bestHref));
    view.showResults({ state: asked, searched, total: results.total, results: page, pages });
    const counts = await withEngine((engine) => engine.counts(searched, asked));
    if (!isLate()) view.showCounts(counts);
  } catch {
    // Not even the plain list came: the names, if they did, and everything by name are left.
    if (isLate()) return;
    view.showWayOut(asked, false);
    view.showFailure();
  }
}

/** Moves to a state: a new entry of the history for what the reader decided, the same one for what is being typed. */
function go(next: SearchState, how: 'push' | 'replace'): void {
  state = next;
  const address = location.pathname + formatState(next);
  if (address !== location.pathname + location.search) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  void show();
}

const typed = (): SearchState => ({
  q: tidy(view.field.value),
  ...(Object.fromEntries(filterNames.map((name) => [name, view.selects[name].value])) as Pick<SearchState, (typeof filterNames)[number]>),
  page: 1,
});

let timer: ReturnType<typeof setTimeout> | undefined;
view.field.addEventListener('input', () => {
  clearTimeout(timer);
  if (tidy(view.field.value) !== state.q) view.showBusy();
  timer = setTimeout(() => go(typed(), 'replace'), pause);
});
view.field.form!.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  go(typed(), 'push');
});
for (const name of filterNames) view.selects[name].addEventListener('change', () => go(typed(), 'push'));

// Links that lead to another state of this page: no need to load it again.
root.addEventListener('click', (event) => {
  const anchor = (event.target as Element).closest<HTMLAnchorElement>('#search-hint a, #suggestion a, #pager a');
  const index = document.querySelector<HTMLDetailsElement>('#by-name')!;
  if (anchor?.hash === '#by-name') index.open = true;
  if (!anchor?.search || anchor.hash || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const next = parseState(anchor.search);
  go(next, 'push');
  view.toTop(Boolean(anchor.rel));
});

root.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target instanceof HTMLSelectElement) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (view.walk(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  } else if (event.key === 'Escape' && (view.field.value || !isEmpty(state))) {
    event.preventDefault();
    clearTimeout(timer);
    view.field.value = '';
    view.field.focus();
    go({ ...typed(), q: '' }, 'replace');
  }
});

const restore = (): void => {
  clearTimeout(timer);
  state = readAddress();
  void show();
};
addEventListener('popstate', restore);
// Browsers fill fields again after the script has run, when they come back to a page or reload it.
addEventListener('pageshow', ({ persisted }) => (persisted ? restore() : view.setFields(state)));
void show();
