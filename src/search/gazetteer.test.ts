import { describe, expect, it } from 'vitest';
import type { Atlas } from '../atlas/model.ts';
import { cut, makeGazetteer, readGazetteer } from './gazetteer.ts';
import { countPlain, makePlain, passes, readPlain, searchPlain } from './plain.ts';

const none = { country: '', prison: '', topic: '', kind: '' };
const source = (id: string) => ({ source: { id } });
const wings = (...states: string[]) => ['none', 'none', 'none', 'none', 'none', 'none', 'none'].map((state, index) => ({ state: states[index] ?? state }));

/** An atlas of two countries, a prison, a term, an article and a claim; in Spanish the country alone has a twin. */
function fixture(lang: 'en' | 'es'): Atlas {
  const es = lang === 'es';
  const record = { topic: 'conditions', date: '2012-02-14', citations: [source('a'), source('b')] };
  const colombia = { id: 'colombia', lang, name: 'Colombia', aliases: es ? ['República de Colombia'] : [], iso2: 'CO', summary: 'The programme began here in 2000.', wings: wings('recorded', 'alleged'), records: [record], elsewhere: [], references: [source('a')], prisons: [] };
  const brazil = { id: 'brazil', lang: 'en', name: 'Brazil', aliases: ['Federative Republic of Brazil', 'brázil'], iso2: 'BR', summary: 'Five federal prisons.', wings: wings(), records: [], elsewhere: [], references: [], prisons: [] };
  const prison = { id: 'la-tramacua', lang: 'en', name: 'La Tramacúa', aliases: ['La Tramacua', 'Colombia'], officialName: 'Penitenciaría Nacional', summary: 'A prison near Valledupar, the first of the new Colombian prisons of 2000 to 2002, known for its want of water.', place: 'Valledupar, Cesar', country: colombia, wings: wings('recorded'), records: [record, record], references: [source('c')] };
  const term = { id: 'supermax', lang: 'en', name: 'Supermax', aliases: ['Brasil'], summary: 'A kind of prison.', countries: [brazil], prisons: [] };
  const article = { id: 'first-copy', lang: 'en', name: 'The first copy', summary: 'How it began.', countries: [colombia], prisons: [prison], mentions: { countries: [brazil], prisons: [] } };
  const claim = { id: 'bar-01', claim: 'Colombia paid.', topic: 'funding', countries: [colombia], prisons: [] };
  return { lang, countries: [brazil, colombia], prisons: [prison], terms: [term], articles: [article], claims: [claim], records: [record] } as unknown as Atlas;
}
const [en, es] = [fixture('en'), fixture('es')];

describe('the gazetteer', () => {
  const entries = readGazetteer(JSON.parse(JSON.stringify(makeGazetteer(en, [en, es], ''))));
  const get = (id: string) => entries.find((entry) => entry.id === id)!;

  it('holds names, places, addresses and what the best match shows', () => {
    expect(entries.map(({ id }) => id)).toEqual(['brazil', 'colombia', 'la-tramacua', 'supermax', 'first-copy', 'conditions', '2012']);
    expect(get('la-tramacua')).toMatchObject({ kind: 'prison', name: 'La Tramacúa', place: 'Valledupar, Cesar', country: get('colombia'), ties: '2000000', records: 2, sources: 3, path: '/prisons/la-tramacua/' });
    expect(get('colombia')).toMatchObject({ ties: '2100000', records: 1, sources: 2, path: '/countries/colombia/' });
    expect(get('la-tramacua').line).toBe('A prison near Valledupar, the first of the new Colombian prisons of 2000 to 2002, known for its want…');
  });

  it('knows names in other languages, but none twice and none of somebody else', () => {
    expect(get('colombia').aliases).toEqual(['República de Colombia', 'Colombie']);
    expect(get('brazil').aliases).toEqual(['Federative Republic of Brazil', 'Brésil']);
    expect(get('supermax').aliases).toEqual(['Brasil']);
    expect(get('la-tramacua').aliases).toEqual(['Penitenciaría Nacional']);
  });

  it('knows topics, in every language, and years', () => {
    expect(get('conditions')).toMatchObject({ kind: 'topic', name: 'Conditions', aliases: ['Condiciones'], records: 1, sources: 2, path: '/timeline/topic/conditions/' });
    expect(get('2012')).toMatchObject({ kind: 'year', name: '2012', records: 1, path: '/timeline/2012/' });
    // A term of the same name stands for both.
    const own = { ...en, terms: [{ ...en.terms[0]!, name: 'Conditions' }] };
    expect(readGazetteer(makeGazetteer(own, [own, es], '')).filter(({ name }) => name === 'Conditions').map(({ kind }) => kind)).toEqual(['term']);
  });

  it('leads to the default language where there is no twin', () => {
    const spanish = readGazetteer(makeGazetteer(es, [en, es], '/es'));
    expect(spanish.map(({ path }) => path)).toEqual(['/countries/brazil/', '/es/countries/colombia/', '/prisons/la-tramacua/', '/glossary/supermax/', '/articles/first-copy/', '/es/timeline/topic/conditions/', '/es/timeline/2012/']);
  });

  it('cuts at a word', () => {
    expect(cut('Short.', 10)).toBe('Short.');
    expect(cut('A prison, new.', 12)).toBe('A prison…');
    expect(cut('A prison, new.', 13)).toBe('A prison…');
  });
});

describe('the plain search', () => {
  const documents = readPlain(JSON.parse(JSON.stringify(makePlain(en, ''))));
  const found = (query: string, filters = {}) => searchPlain(documents, query).filter((document) => passes(document, { ...none, ...filters })).map(({ id }) => id);

  it('finds names before summaries, with or without accents', () => {
    expect(found('tramacua')).toEqual(['la-tramacua']);
    expect(found('COLOMBIA')).toEqual(['colombia', 'bar-01', 'la-tramacua']);
    expect(found('prison bogota')).toEqual([]);
    expect(found('xqzwv')).toEqual([]);
  });

  it('filters and counts', () => {
    expect(found('', { country: 'brazil' }).sort()).toEqual(['brazil', 'first-copy', 'supermax']);
    expect(found('', { kind: 'claim', topic: 'funding' })).toEqual(['bar-01']);
    expect(countPlain(documents, { ...none, kind: 'prison' })).toEqual({
      country: { colombia: 1 }, prison: { 'la-tramacua': 1 }, topic: { conditions: 1 }, kind: { article: 1, country: 2, prison: 1, term: 1, claim: 1 },
    });
  });
});
