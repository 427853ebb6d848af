import { describe, expect, it } from 'vitest';
import { formatState, isEmpty, isFiltered, parseState, tidy, type SearchState } from './state.ts';

const empty: SearchState = { q: '', country: '', prison: '', topic: '', kind: '', page: 1 };

describe('state of a search in its address', () => {
  it('reads and writes all of it', () => {
    const address = '?q=la+tramac%C3%BAa&country=colombia&prison=la-tramacua&topic=political-prisoners&kind=article&page=3';
    const state = { q: 'la tramacúa', country: 'colombia', prison: 'la-tramacua', topic: 'political-prisoners', kind: 'article', page: 3 };
    expect(parseState(address)).toEqual(state);
    expect(formatState(state)).toBe(address);
  });

  it('leaves out what is not set', () => {
    expect(formatState(empty)).toBe('');
    expect(formatState({ ...empty, kind: 'claim' })).toBe('?kind=claim');
    expect(parseState('')).toEqual(empty);
  });

  it.each([
    ['?kind=record', 'unknown kind'],
    ['?topic=__proto__', 'unknown topic'],
    ['?country=Colombia', 'not an id'],
    ['?country=../../etc', 'a path'],
    ['?prison=%22%3E%3Cimg', 'markup in a list'],
    [`?country=${'a'.repeat(5000)}`, 'endless id'],
    ['?page=0', 'page zero'],
    ['?page=-3', 'page below zero'],
    ['?page=1e9', 'page beyond all'],
    ['?page=2.5', 'half a page'],
    ['?page=NaN', 'no number'],
    ['?page=', 'no page'],
    ['?q=%00%01%E2%80%8B', 'invisible characters'],
    ['?q=+++', 'blanks'],
    ['?q', 'no value'],
    ['?%E0%A4%A', 'broken escapes'],
    ['?&&&===', 'noise'],
    ['?Q=x&COUNTRY=colombia', 'other names'],
  ])('takes %s (%s) for nothing', (search) => {
    expect(parseState(search)).toEqual(empty);
  });

  it('keeps markup and quotes as text', () => {
    const { q } = parseState('?q=%3Cscript%3Ealert(1)%3C/script%3E%22');
    expect(q).toBe('<script>alert(1)</script>"');
    expect(parseState(formatState({ ...empty, q })).q).toBe(q);
  });

  it('takes the first of several', () => {
    expect(parseState('?q=one&q=two').q).toBe('one');
  });

  it('makes one line of reasonable length of a query', () => {
    expect(tidy('  a\n\tb\u0000c  ')).toBe('a b c');
    expect(tidy('x'.repeat(1000))).toHaveLength(200);
    // No half of a character is left at the end.
    expect(tidy(`${'x'.repeat(199)}👩`)).toBe('x'.repeat(199));
  });

  it('knows when there is nothing to search for', () => {
    expect(isEmpty(empty)).toBe(true);
    expect(isEmpty({ ...empty, page: 2 })).toBe(true);
    expect(isEmpty({ ...empty, topic: 'deaths' })).toBe(false);
    expect(isFiltered(parseState('?q=x'))).toBe(false);
  });
});
