import type { Part } from './excerpt.ts';
import { withoutQuotes, type Counts, type Result } from './full-text.ts';
import type { Named } from './gazetteer.ts';
import { fill, fillCount, type Labels } from './labels.ts';
import type { Match } from './match.ts';
import { filterNames, formatState, type FilterName, type SearchState } from './state.ts';

type Child = Node | string;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = make('a', '', text);
  anchor.href = href;
  return anchor;
}

const marked = (parts: readonly Part[]): Child[] => parts.map(({ text, marked: found }) => (found ? make('mark', '', text) : text));
const get = <T extends Element = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;

/** What is shown below the field for one query. */
export interface Shown {
  state: SearchState;
  /** What was searched: the query, or the name that stands in for it. */
  searched: string;
  total: number;
  results: readonly Result[];
  /** Pages of results. */
  pages: number;
}

/** The search page's moving parts. Everything from data is set as text, never as markup. */
export function makeView(labels: Labels, base: string) {
  const lang = document.documentElement.lang;
  const field = get<HTMLInputElement>('#q');
  const hint = get('#search-hint');
  const note = get('#search-note');
  const suggestion = get('#suggestion');
  const best = get('#best-match');
  const section = get('#found');
  const list = get('#results');
  const count = get('#result-count');
  const pager = get('#pager');
  const share = get<HTMLAnchorElement>('.share a');
  const selects = Object.fromEntries(filterNames.map((name) => [name, get<HTMLSelectElement>(`select[name="${name}"]`)])) as Record<FilterName, HTMLSelectElement>;
  const options = filterNames.flatMap((name) => [...selects[name].options].filter(({ value }) => value).map((option) => ({ name, option, text: option.text, label: option.text.replace(/ \(\d[^()]*\)$/, '') })));
  const nameOf = (name: FilterName, id: string): string => options.find((each) => each.name === name && each.option.value === id)?.label ?? id;
  const here = (state: SearchState): string => location.pathname + formatState(state);
  const quiet = (element: HTMLElement, ...children: Child[]): void => {
    element.replaceChildren(...children);
    element.hidden = !children.length;
  };

  function tiesOf(entry: Named): Child[] {
    const names = (digit: string): string => labels.ties.filter((_, index) => entry.ties[index] === digit).join(', ').toLocaleLowerCase(lang);
    const said: [string, string][] = [[labels.tieLink, names('2')], [labels.tieAlleged, names('1')]];
    return said.filter(([, kinds]) => kinds).map(([label, kinds], index) => make('span', index || !names('2') ? 'us said' : 'us', `${label}: ${kinds}`));
  }

  /** The radial plan, as `Plan.astro` draws it. */
  function planOf(entry: Named): Child[] {
    if (!/[12]/.test(entry.ties)) return [];
    const plan = make('span', 'plan large', ...[...entry.ties].map((digit) => make('i', ['none', 'alleged', 'recorded'][Number(digit)])));
    plan.ariaHidden = 'true';
    return [plan];
  }

  function item(result: Result): HTMLLIElement {
    const places = result.kind === 'country' ? [] : result.countries.slice(0, 3).map((id) => nameOf('country', id));
    const kind = [...(result.kind ? [labels.kinds[result.kind]] : []), ...(result.verdict ? [labels.verdicts[result.verdict]] : [])];
    const sections = result.sections.map(({ href, title, excerpt }) => make('li', '', link(href, title), make('p', '', ...marked(excerpt))));
    return make('li', '', make('h3', '', link(result.href, result.title)), make('p', 'meta', ...[...kind, ...places].map((text) => make('span', '', text))), make('p', '', ...marked(result.excerpt)), ...(sections.length ? [make('ul', 'sub', ...sections)] : []));
  }

  return {
    field,
    selects,
    /** True if the address names something that the lists have. */
    has: (name: FilterName, id: string): boolean => options.some((each) => each.name === name && each.option.value === id),

    /** Puts the state into the field, the lists, the title and the address to share. */
    setFields(state: SearchState): void {
      if (field.value.trim() !== state.q) field.value = state.q;
      for (const name of filterNames) selects[name].value = state[name];
      share.search = formatState(state);
      share.textContent = share.href;
      document.title = [state.q, labels.pageTitle].filter(Boolean).join(' – ');
    },

    /** Nothing asked: the page as it was built. */
    showNothing(): void {
      hint.hidden = false;
      section.hidden = true;
      count.replaceChildren();
      list.replaceChildren();
      list.setAttribute('aria-busy', 'false');
      for (const element of [suggestion, best, note, pager]) quiet(element);
      for (const { option, text } of options) Object.assign(option, { text, hidden: false, disabled: false });
    },

    showBusy(): void {
      hint.hidden = true;
      list.setAttribute('aria-busy', 'true');
      count.replaceChildren();
    },

    showBest(match: Match | undefined, query: string): void {
      if (!match) return quiet(best);
      const { entry, why, name } = match;
      const because = { exact: '', prefix: '', alias: name, place: name, typo: withoutQuotes(query) }[why];
      const where = [entry.place, entry.country?.name].filter(Boolean).join(', ');
      const weight = entry.records ? [make('span', '', `${fillCount(labels.records, entry.records, lang)}, ${fillCount(labels.sources, entry.sources, lang)}`)] : [];
      quiet(
        best,
        make('div', '', make('p', 'sans', [labels.why[why], because && fill(labels.quoted, { q: because })].filter(Boolean).join(' ')), make('h2', '', link(base + entry.path, entry.name)), ...(entry.line ? [make('p', '', entry.line)] : [])),
        make('p', 'sans', make('span', '', [labels.kinds[entry.kind], where].filter(Boolean).join(': ')), ...tiesOf(entry), ...weight),
        ...planOf(entry),
      );
    },

    /** What the search fell back to, in one sentence. */
    showNote(text: string): void {
      quiet(note, ...(text ? [text] : []));
    },

    /** The first result, while the others are coming. */
    showFirst(result: Result): void {
      section.hidden = false;
      list.replaceChildren(item(result));
    },

    showResults({ state, searched, total, results, pages }: Shown): void {
      section.hidden = false;
      const { firstElementChild: first } = list;
      const items = results.map(item);
      // The first result may stand there already, perhaps with the focus on it.
      if (first && items[0]?.isEqualNode(first)) {
        while (first.nextSibling) first.nextSibling.remove();
        list.append(...items.slice(1));
      } else list.replaceChildren(...items);
      list.setAttribute('aria-busy', 'false');
      if (!total) count.textContent = state.q ? fill(labels.none, { q: withoutQuotes(state.q) }) : labels.nothing;
      else count.textContent = searched ? fillCount(labels.foundFor, total, lang, { q: withoutQuotes(searched) }) : fillCount(labels.found, total, lang);
      const steps = [state.page > 1 ? -1 : 0, state.page < pages ? 1 : 0].filter(Boolean).map((step) => {
        const anchor = link(here({ ...state, q: searched, page: state.page + step }), step < 0 ? labels.less : labels.more);
        anchor.rel = step < 0 ? 'prev' : 'next';
        return anchor;
      });
      quiet(pager, ...(pages > 1 ? [make('span', 'soft', fill(labels.page, { n: String(state.page), of: String(pages) })), ...steps] : []));
    },

    /** Nothing could be searched at all. */
    showFailure(): void {
      section.hidden = false;
      list.replaceChildren();
      list.setAttribute('aria-busy', 'false');
      count.textContent = labels.unavailable;
      for (const element of [note, pager]) quiet(element);
    },

    /** Another word to search for, and why the results are not those of the query itself. */
    showSuggestion(state: SearchState, word: string | undefined, searched: string): void {
      const clean = { ...state, page: 1 };
      const [ask, mark] = labels.didYouMean.split('{name}') as [string, string];
      const parts: Child[] = word ? [ask, link(here({ ...clean, q: word }), word), `${mark} `] : [];
      if (searched && searched !== state.q) {
        parts.push(`${fill(labels.corrected, { name: searched })} `, link(here({ ...clean, q: `"${state.q}"` }), fill(labels.exactly, { q: state.q })));
      }
      quiet(suggestion, ...parts);
    },

    /** Nothing found: the same without the lists, or everything by name. */
    showWayOut(state: SearchState, filtered: boolean, advice = ''): void {
      const bare = { ...state, country: '', prison: '', topic: '', kind: '', page: 1 };
      const way = Object.assign(filtered ? link(here(bare), labels.unfiltered) : link('#by-name', labels.index), { className: 'tap' });
      quiet(suggestion, ...(filtered || !advice ? [way] : [`${advice} `, way]));
    },

    showCounts(counts: Counts): void {
      for (const { name, option, label } of options) {
        const number = counts[name]?.[option.value] ?? 0;
        const off = !number && !option.selected;
        Object.assign(option, { text: number ? `${label} (${number.toLocaleString(lang)})` : label, hidden: off, disabled: off });
      }
    },

    /** Moves the focus along the links of the results: 1 down, -1 up; before the first comes the field. */
    walk(step: 1 | -1): boolean {
      const stops: HTMLElement[] = [field, ...document.querySelectorAll<HTMLElement>('#best-match a, #results a')];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      const next = at < 0 ? undefined : stops[at + step];
      next?.focus();
      return Boolean(next);
    },

    /** The link that was followed is gone: the focus goes to the results, the eye too if they are another page of them. */
    toTop(scroll: boolean): void {
      if (scroll) section.scrollIntoView();
      get<HTMLElement>('#found-title').focus({ preventScroll: true });
    },
  };
}
