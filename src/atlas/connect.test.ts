import { describe, expect, test } from 'vitest';
import { goodAtlas } from '../tests/fixtures/roots.ts';
import type { Atlas, ListedSource, Mark } from './model.ts';
import { otherTiesOf } from './wings.ts';

const en = goodAtlas('en');
const es = goodAtlas('es');

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const find = <T extends { id: string }>(list: readonly T[], id: string): T => list.find((item) => item.id === id)!;
const water = (atlas: Atlas) => find(atlas.articles, 'water');
const colombia = (atlas: Atlas) => find(atlas.countries, 'colombia');
const tramacua = (atlas: Atlas) => find(atlas.prisons, 'la-tramacua');
const listed = (references: readonly ListedSource[]) => references.map(({ number, source, uses }) => [number, source.id, uses]);
const shown = (marks: readonly Mark[]) => marks.map(({ number, locator }) => [number, locator].filter(Boolean).join(', '));

describe('records', () => {
  test('stand newest first, a less exact date after the exact ones of its time, undated last', () => {
    expect(ids(en.records)).toEqual(['honduras-guards-trained-2012', 'la-tramacua-opened-2000', 'la-tramacua-opened-april-2000', 'colombia-design-2000', 'colombia-rules-undated']);
  });

  test('are at home in the country of their file and known to the others concerned', () => {
    expect(ids(colombia(en).records)).not.toContain('honduras-guards-trained-2012');
    expect(ids(colombia(en).elsewhere)).toEqual(['honduras-guards-trained-2012']);
    expect(ids(find(en.countries, 'honduras').records)).toEqual(['honduras-guards-trained-2012']);
    expect(ids(tramacua(en).records)).toEqual(['honduras-guards-trained-2012', 'la-tramacua-opened-2000', 'la-tramacua-opened-april-2000']);
    expect(find(en.records, 'honduras-guards-trained-2012').href).toBe('/countries/honduras/#honduras-guards-trained-2012');
  });

  test('make the wings of the plan, those kept elsewhere included', () => {
    const ties = (wings: Atlas['countries'][number]['wings']) => wings.filter(({ state }) => state !== 'none').map(({ kind, state, count }) => `${kind} ${state} ${count}`);
    expect(ties(colombia(en).wings)).toEqual(['design alleged 2', 'training recorded 1']);
    expect(ties(tramacua(en).wings)).toEqual(['design alleged 1', 'training recorded 1']);
    expect(ties(find(en.countries, 'honduras').wings)).toEqual(['training recorded 1']);
    expect(colombia(en).wings).toHaveLength(7);
    expect(otherTiesOf([{ topic: 'legal', usTie: 'alleged' }, { topic: 'history', usTie: 'recorded' }, { topic: 'training', usTie: 'recorded' }, { topic: 'legal' }])).toEqual({ state: 'recorded', count: 2 });
  });

  test('that contradict each other form a dispute, older side first', () => {
    const [dispute, ...others] = colombia(en).disputes;
    expect(others).toEqual([]);
    expect(dispute).toMatchObject({ word: 'la-tramacua-opening', question: 'When did La Tramacúa open?' });
    expect(ids(dispute!.sides)).toEqual(['la-tramacua-opened-april-2000', 'la-tramacua-opened-2000']);
    expect(tramacua(en).disputes).toEqual([dispute]);
    expect(find(en.countries, 'honduras').disputes).toEqual([]);
  });
});

describe('references', () => {
  test('are numbered in order of first use, each source once, with every use', () => {
    expect(listed(water(en).references)).toEqual([
      [1, 'pastrana-2002', ['c1-1', 'c1-2']],
      [2, 'jordan-2010', ['c2-1', 'c2-2']],
    ]);
    expect(shown(water(en).marks)).toEqual(['1', '2, p. 4', '1', '2, pp. 5–6']);
  });

  test('of a prison begin with its facts', () => {
    const { references, facts, marks } = tramacua(en);
    expect(listed(references)).toEqual([
      [1, 'el-pilon-2016', ['c1-1']],
      [2, 'pastrana-2002', ['c2-1', 'c2-2', 'c2-3']],
      [3, 'jordan-2010', ['c3-1']],
    ]);
    expect(facts.opened).toMatchObject({ value: '2000', note: 'April or November.' });
    expect(shown(facts.opened!.citations)).toEqual(['1', '2, p. 2']);
    expect(facts.capacity).toMatchObject({ value: 1600, as_of: '2002' });
    expect(shown(marks)).toEqual(['3', '2, p. 3']);
  });

  test('of a term end with the sources that its text does not cite', () => {
    expect(listed(find(en.terms, 'bureau-of-prisons').references)).toEqual([
      [1, 'el-pilon-2016', ['c1-1']],
      [2, 'jordan-2010', []],
    ]);
  });

  test('are known to the source, each citing thing once', () => {
    const { citedBy } = find(en.sources, 'jordan-2010');
    expect(Object.fromEntries(Object.entries(citedBy).map(([kind, list]) => [kind, ids(list)]))).toEqual({
      articles: ['academy', 'water', 'years'],
      countries: ['honduras'],
      prisons: ['la-tramacua'],
      terms: ['bureau-of-prisons'],
      pages: [],
      records: ['honduras-guards-trained-2012', 'colombia-design-2000', 'colombia-rules-undated'],
      claims: ['founding-01'],
    });
    expect(ids(find(en.sources, 'founding-text').citedBy.pages)).toEqual(['about']);
    // Only a variant of the claim cites it.
    expect(ids(find(en.sources, 'el-pilon-2016').citedBy.claims)).toEqual(['founding-01']);
  });
});

describe('articles and claims', () => {
  test('are listed by what they are about, articles that only mention it after the others', () => {
    expect(ids(colombia(en).articles)).toEqual(['towers', 'water']);
    expect(ids(find(en.countries, 'honduras').articles)).toEqual(['academy', 'towers', 'water']);
    expect(ids(tramacua(en).articles)).toEqual(['water', 'academy']);
    expect(ids(find(en.terms, 'bureau-of-prisons').articles)).toEqual(['water']);
    expect([colombia(en), tramacua(en), find(en.terms, 'bureau-of-prisons')].map(({ claims }) => ids(claims))).toEqual([['founding-01'], ['founding-01'], ['founding-01']]);
  });

  test('lead to what has most in common with them', () => {
    expect(ids(water(en).related)).toEqual(['towers', 'academy', 'words']);
  });

  test('mention what their links name', () => {
    const { mentions } = water(en);
    expect([mentions.articles, mentions.countries, mentions.prisons, mentions.terms].map(ids)).toEqual([['towers'], ['honduras'], ['la-tramacua'], ['bureau-of-prisons']]);
  });

  test('of a founding text stand under it', () => {
    expect(ids(en.documents.map(({ source }) => source))).toEqual(['founding-text']);
    expect(find(en.claims, 'founding-01')).toMatchObject({ verdict: 'partly', href: '/claims/#founding-01', variants: [{ value: '4.5 million dollars', date: '2010' }] });
    expect(find(en.claims, 'founding-01').citations).toMatchObject([{ source: { id: 'jordan-2010' }, locator: 'p. 4' }]);
  });
});

test.each([
  ['article:towers', '/articles/towers/', '/articles/towers/'],
  ['article:towers#the-plan', '/articles/towers/#the-plan', '/articles/towers/#the-plan'],
  ['article:water', '/articles/water/', '/es/articles/water/'],
  ['country:colombia', '/countries/colombia/', '/es/countries/colombia/'],
  ['country:honduras', '/countries/honduras/', '/countries/honduras/'],
  ['prison:la-tramacua', '/prisons/la-tramacua/', '/es/prisons/la-tramacua/'],
  ['term:bureau-of-prisons', '/glossary/bureau-of-prisons/', '/es/glossary/bureau-of-prisons/'],
  ['page:about', '/about/', '/es/about/'],
  ['record:la-tramacua-opened-2000', '/countries/colombia/#la-tramacua-opened-2000', '/es/countries/colombia/#la-tramacua-opened-2000'],
  ['claim:founding-02', '/claims/#founding-02', '/es/claims/#founding-02'],
  ['prison:nowhere', undefined, undefined],
  ['https://example.org/', undefined, undefined],
])('%s leads to %s, in Spanish to %s', (reference, english, spanish) => {
  expect(en.resolve(reference)).toBe(english);
  expect(es.resolve(reference)).toBe(spanish);
});

describe('in Spanish', () => {
  test('what has a twin speaks Spanish, at an address of its own', () => {
    expect(water(es)).toMatchObject({ lang: 'es', languages: ['en', 'es'], href: '/es/articles/water/', name: 'El agua en La Tramacúa', section: 'places', published: '2026-11-20', file: 'content/articles/water.es.mdx' });
    expect(water(es).headings).toEqual([{ id: 'lo-que-costó', text: 'Lo que costó', depth: 2 }]);
    expect(tramacua(es)).toMatchObject({ lang: 'es', name: 'La Tramacúa', summary: 'Una cárcel cerca de Valledupar para 1600 personas.', usRole: 'La Oficina de Prisiones ayudó a diseñarla.', aliases: ['Penitenciaría Nacional de Valledupar'], facts: { capacity: { value: 1600 } } });
    expect(find(es.terms, 'bureau-of-prisons').name).toBe('Oficina de Prisiones');
    expect(find(es.pages, 'about').name).toBe('Acerca de');
    expect(es.byFile.get('content/articles/water.es.mdx')).toBe(water(es));
  });

  test('what has no twin stays English, at its English address', () => {
    expect(find(es.articles, 'towers')).toMatchObject({ lang: 'en', languages: ['en'], href: '/articles/towers/', name: 'Nine towers' });
    expect(find(es.countries, 'honduras')).toMatchObject({ lang: 'en', href: '/countries/honduras/' });
  });

  test('references are numbered by the Spanish text', () => {
    expect(listed(water(es).references)).toEqual([
      [1, 'jordan-2010', ['c1-1']],
      [2, 'pastrana-2002', ['c2-1']],
    ]);
  });

  test('records, claims, sources and disputes take their words from twins and keep the rest', () => {
    expect(find(es.records, 'la-tramacua-opened-2000')).toMatchObject({ lang: 'es', date: '2000-11-16', usTie: 'alleged', text: 'El presidente Pastrana fechó la apertura de La Tramacúa el 16 de noviembre de 2000.' });
    expect(find(es.records, 'colombia-design-2000')).toMatchObject({ lang: 'en', text: 'James Jordan says that Washington drew the new prisons of Colombia.' });
    expect(find(es.claims, 'founding-01')).toMatchObject({ lang: 'es', claim: 'El primer gran programa empezó en Colombia.', note: 'Fue el primero de su tamaño.', verdict: 'partly' });
    expect(find(es.claims, 'founding-02')).toMatchObject({ lang: 'en', claim: 'Nobody counted the cost.' });
    expect(find(es.sources, 'pastrana-2002')).toMatchObject({ href: '/es/sources/pastrana-2002/', note: 'Se leyó una copia.', language: 'es' });
    expect(colombia(es).disputes[0]!.question).toBe('¿Cuándo abrió La Tramacúa?');
  });
});

describe('a figure', () => {
  const years = (atlas: Atlas) => find(atlas.articles, 'years');
  test('has its citations numbered where it stands in the text', () => {
    expect(years(en).references.map(({ number, source, uses }) => [number, source.id, uses])).toEqual([
      [1, 'jordan-2010', ['c1-1']],
      [2, 'pastrana-2002', ['c2-1', 'c2-2']],
      [3, 'el-pilon-2016', ['c3-1', 'c3-2']],
    ]);
    expect(years(es).references.map(({ source }) => source.id)).toEqual(['pastrana-2002', 'el-pilon-2016', 'jordan-2010']);
    const [figure] = years(en).figures;
    expect(figure!.series.flatMap(({ points }) => points.map(({ marks }) => marks))).toEqual([
      [{ number: 2, anchor: 'c2-1', locator: 'p. 2' }, { number: 3, anchor: 'c3-1' }],
      [{ number: 3, anchor: 'c3-2' }],
    ]);
    expect(figure!.sources.map(({ number, source }) => [number, source.id])).toEqual([[2, 'pastrana-2002'], [3, 'el-pilon-2016']]);
    expect(find(en.sources, 'el-pilon-2016').citedBy.articles.map(({ id }) => id)).toContain('years');
  });

  test('speaks the language of its twin, and keeps its numbers', () => {
    const [figure] = years(es).figures;
    expect(figure).toMatchObject({ lang: 'es', title: 'Presos de Colombia', rows: 'Quién cuenta', unit: 'personas', note: 'Nadie más ha contado.' });
    expect(figure!.series).toMatchObject([
      { name: 'El gobierno', points: [{ date: '2002', value: 50_000, basis: 'counted' }] },
      { name: 'Escritores', points: [{ label: 'James Jordan', date: null, read: '2026-11-21', value: 100_000, bound: 'about', note: 'de paso' }] },
    ]);
  });
});
