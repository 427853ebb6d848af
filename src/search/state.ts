import { topics } from '../schemas/vocabulary.ts';
import { kinds } from './kinds.ts';

/** The lists beside the search field, in the order in which they stand. */
export const filterNames = ['country', 'prison', 'topic', 'kind'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Record<FilterName, string>;

/** Everything that the address of a search says. */
export interface SearchState extends Filters {
  q: string;
  /** From 1. */
  page: number;
}

const longest = 200;
const isSlug = (value: string): boolean => value.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
const isOneOf = (list: readonly string[]) => (value: string): boolean => list.includes(value);
const isValid: Record<FilterName, (value: string) => boolean> = { country: isSlug, prison: isSlug, topic: isOneOf(topics), kind: isOneOf(kinds) };

/** A query as it is searched: one line, no control characters, of reasonable length. */
export const tidy = (query: string): string => query.replace(/[\s\p{C}]+/gu, ' ').trim().slice(0, longest).replace(/[\ud800-\udbff]$/, '').trim();

/** Reads the part of an address after "?"; whatever makes no sense is as good as absent. */
export function parseState(search: string): SearchState {
  const given = new URLSearchParams(search);
  const page = Number(given.get('page') ?? 1);
  const state: SearchState = { q: tidy(given.get('q') ?? ''), country: '', prison: '', topic: '', kind: '', page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1 };
  for (const name of filterNames) {
    const value = given.get(name) ?? '';
    if (isValid[name](value)) state[name] = value;
  }
  return state;
}

/** The part of an address that says the state, "?" included; empty for the empty search. */
export function formatState(state: SearchState): string {
  const said = new URLSearchParams();
  for (const name of ['q', ...filterNames] as const) if (state[name]) said.set(name, state[name]);
  if (state.page > 1) said.set('page', String(state.page));
  const text = said.toString();
  return text && `?${text}`;
}

/** True if any list is set. */
export const isFiltered = (state: Partial<Filters>): boolean => filterNames.some((name) => state[name]);

/** True if there is nothing to search for. */
export const isEmpty = (state: SearchState): boolean => !state.q && !isFiltered(state);
