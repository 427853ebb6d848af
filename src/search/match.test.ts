import { describe, expect, it } from 'vitest';
import type { Named } from './gazetteer.ts';
import { makeMatcher } from './match.ts';

const named = (kind: Named['kind'], id: string, name: string, aliases: string[] = [], more: Partial<Named> = {}): Named => ({
  kind, id, name, aliases, line: '', place: '', ties: '0000000', records: 1, sources: 1, path: `/${id}/`, ...more,
});
const colombia = named('country', 'colombia', 'Colombia', ['Colombie']);
const honduras = named('country', 'honduras', 'Honduras');
const salvador = named('country', 'el-salvador', 'El Salvador', ['Salvador']);
const usa = named('country', 'united-states', 'United States', ['Estados Unidos', 'États-Unis', 'USA']);
const cuba = named('country', 'cuba', 'Cuba');
const prison = (id: string, name: string, country: Named, place: string, aliases: string[] = [], records = 5): Named => named('prison', id, name, aliases, { country, place, records });

const entries = [
  colombia, honduras, salvador, usa, cuba,
  named('country', 'brazil', 'Brazil', ['Brasil', 'Brésil']),
  named('country', 'new-zealand', 'New Zealand', ['Nueva Zelanda']),
  named('country', 'guatemala', 'Guatemala'),
  named('country', 'central-african-republic', 'Central African Republic', ['República Centroafricana']),
  prison('la-tramacua', 'La Tramacúa', colombia, 'Valledupar, Cesar', ['Penitenciaría Nacional de Valledupar', 'the Guantánamo of Colombia'], 35),
  prison('combita', 'Cómbita', colombia, 'Cómbita, Boyacá'),
  prison('el-pozo', 'El Pozo', honduras, 'Ilama, Santa Bárbara', ['El Pozo I', 'Ilama prison']),
  prison('la-tolva', 'La Tolva', honduras, 'Morocelí, El Paraíso', ['El Pozo II']),
  prison('cecot', 'CECOT', salvador, 'Tecoluca, San Vicente', ['Terrorism Confinement Center', 'Centro de Confinamiento del Terrorismo'], 60),
  prison('mariona', 'Mariona', salvador, 'northern outskirts of San Salvador', ['La Esperanza']),
  prison('guantanamo', 'Guantánamo Bay detention camp', cuba, 'Guantánamo Bay', ['Gitmo', 'Camp X-Ray'], 40),
  prison('eastern-state-penitentiary', 'Eastern State Penitentiary', usa, 'Philadelphia, Pennsylvania', ['Cherry Hill']),
  prison('adx-florence', 'ADX Florence', usa, 'near Florence, Colorado', ['Alcatraz of the Rockies']),
  prison('alcatraz', 'Alcatraz', usa, 'San Francisco Bay, California', ['The Rock']),
  prison('national-penitentiary', 'National Penitentiary', named('country', 'haiti', 'Haiti'), 'Port-au-Prince', ['Pénitencier national']),
  prison('abu-ghraib', 'Abu Ghraib', named('country', 'iraq', 'Iraq'), 'Abu Ghraib, about 32 km west of Baghdad'),
  prison('camp-bucca', 'Camp Bucca', named('country', 'iraq', 'Iraq'), 'Near Umm Qasr, southern Iraq, by the Kuwaiti border'),
  prison('baghlan', 'Kabul road', named('country', 'afghanistan', 'Afghanistan'), 'Baghlan province, North of Kabul'),
  prison('detention-site-green', 'Detention Site Green', named('country', 'thailand', 'Thailand'), 'Udon Thani province (most often named, but disputed)'),
  prison('altiplano', 'Altiplano', named('country', 'mexico', 'Mexico'), 'Almoloya de Juárez, State of Mexico'),
  prison('fraijanes', 'Fraijanes I', named('country', 'x', 'X'), 'Fraijanes, near Guatemala City'),
  named('term', 'supermax', 'Supermax', ['control unit'], { records: 0 }),
  named('term', 'federal-bureau-of-prisons', 'Federal Bureau of Prisons', ['BOP'], { records: 0 }),
  named('term', 'us-inl', 'Bureau of International Narcotics and Law Enforcement Affairs', ['INL'], { records: 0 }),
  named('term', 'american-correctional-association', 'American Correctional Association', ['ACA'], { records: 0 }),
  named('term', 'nasim-chatha', 'Nasim Chatha', [], { records: 0 }),
  named('term', 'accreditation', 'Accreditation', [], { records: 0 }),
  named('article', 'what-is-prison-imperialism', 'What is prison imperialism?', [], { records: 0 }),
  named('article', 'supermax-abroad', 'The supermax abroad', [], { records: 0 }),
  named('article', 'data-systems-abroad', 'Data systems for foreign jailers', [], { records: 0 }),
  named('topic', 'data-systems', 'Data systems'),
  named('topic', 'training', 'Training', ['Formación']),
  named('topic', 'legal', 'Law and courts', ['Leyes y tribunales']),
  named('year', '2012', '2012'),
];
const match = makeMatcher(entries);
const told = (query: string): string => {
  const { best } = match(query);
  return best ? `${best.why} ${best.entry.id}` : 'nothing';
};

describe('what a query names', () => {
  it.each([
    // exact names, in any letters
    ['La Tramacúa', 'exact la-tramacua'],
    ['la tramacua', 'exact la-tramacua'],
    ['LA  TRAMACÚA!', 'exact la-tramacua'],
    ['tramacua', 'exact la-tramacua'],
    ['el pozo', 'exact el-pozo'],
    ['pozo', 'exact el-pozo'],
    ['cecot', 'exact cecot'],
    ['CECOT prison', 'exact cecot'],
    ['honduras', 'exact honduras'],
    ['honduras prison', 'exact honduras'],
    ['prisons in honduras', 'exact honduras'],
    ['cárceles de Colombia', 'exact colombia'],
    ['presídio de combita', 'exact combita'],
    ['carcel de combita', 'exact combita'],
    ['penal el pozo', 'exact el-pozo'],
    ['eastern state', 'exact eastern-state-penitentiary'],
    ['eastern state prison', 'exact eastern-state-penitentiary'],
    ['the united states', 'exact united-states'],
    ['guatemala', 'exact guatemala'],
    ['alcatraz', 'exact alcatraz'],
    ['national penitentiary', 'exact national-penitentiary'],
    ['nasim chatha', 'exact nasim-chatha'],
    ['what is prison imperialism', 'exact what-is-prison-imperialism'],
    ['supermax', 'exact supermax'],
    // other names
    ['terrorism confinement center', 'alias cecot'],
    ['BOP', 'alias federal-bureau-of-prisons'],
    ['bop', 'alias federal-bureau-of-prisons'],
    ['INL', 'alias us-inl'],
    ['aca', 'alias american-correctional-association'],
    ['estados unidos', 'alias united-states'],
    ['etats unis', 'alias united-states'],
    ['brasil', 'alias brazil'],
    ['nueva zelanda', 'alias new-zealand'],
    ['gitmo', 'alias guantanamo'],
    ['camp x ray', 'alias guantanamo'],
    ['guantanamo of colombia', 'alias la-tramacua'],
    // places
    ['valledupar', 'place la-tramacua'],
    ['valledupar prison', 'place la-tramacua'],
    ['cesar', 'place la-tramacua'],
    ['philadelphia', 'place eastern-state-penitentiary'],
    ['san salvador', 'place mariona'],
    ['guatemala city', 'place fraijanes'],
    ['baghdad', 'place abu-ghraib'],
    ['umm qasr', 'place camp-bucca'],
    ['kabul', 'place baghlan'],
    ['udon thani', 'prefix detention-site-green'],
    ['state of mexico', 'place altiplano'],
    // topics and years, where they are the whole of the query
    ['training', 'exact training'],
    ['formacion', 'alias training'],
    ['Law and Courts', 'exact legal'],
    ['2012', 'exact 2012'],
    ['data systems', 'prefix data-systems-abroad'],
    ['201', 'nothing'],
    ['2013', 'nothing'],
    ['training of guards', 'nothing'],
    ['fire of 2012', 'nothing'],
    // what is said of a place beside its names
    ['disputed', 'nothing'],
    ['most', 'nothing'],
    ['about', 'nothing'],
    ['near', 'nothing'],
    ['border', 'nothing'],
    ['north', 'nothing'],
    ['northern', 'nothing'],
    // beginnings and parts
    ['tramac', 'prefix la-tramacua'],
    ['guantanamo', 'prefix guantanamo'],
    ['hond', 'prefix honduras'],
    ['zealand', 'prefix new-zealand'],
    ['confinement', 'prefix cecot'],
    ['narcotics', 'prefix us-inl'],
    // a name among other words
    ['supermax in new zealand', 'exact new-zealand'],
    ['water in la tramacua', 'exact la-tramacua'],
    ['cecot el salvador', 'exact cecot'],
    ['hunger strike valledupar colombia', 'place la-tramacua'],
    ['INL training in honduras', 'exact honduras'],
    ['national security archive', 'nothing'],
    // slips of the pen: none in a name under five letters, one from five, two from eight
    ['tramcua', 'typo la-tramacua'],
    ['la tramcua', 'typo la-tramacua'],
    ['guantanmo', 'typo guantanamo'],
    ['hondruas', 'typo honduras'],
    ['valedupar', 'typo la-tramacua'],
    ['terorism confinment center', 'typo cecot'],
    ['estern state penitentiary', 'typo eastern-state-penitentiary'],
    ['colmbia', 'typo colombia'],
    ['acreditation', 'typo accreditation'],
    ['water in tramcua', 'typo la-tramacua'],
    ['cubs', 'nothing'],
    ['cect', 'typo cecot'],
    ['nasim chata', 'typo nasim-chatha'],
    ['eastern sate penitentiary', 'typo eastern-state-penitentiary'],
    ['supermax abrod', 'typo supermax-abroad'],
    ['cecit', 'typo cecot'],
    ['akreditasion', 'nothing'],
    ['xqzwv', 'nothing'],
    ['prison', 'nothing'],
    ['   ', 'nothing'],
    ['…', 'nothing'],
  ])('%s: %s', (query, expected) => {
    expect(told(query)).toBe(expected);
  });

  it('says which name was meant', () => {
    expect(match('brasil').best).toMatchObject({ name: 'Brasil', whole: true });
    expect(match('guantanmo')).toMatchObject({ best: { name: 'Guantánamo', whole: false }, suggestion: 'Guantánamo' });
    expect(match('supermax in new zealand').best).toMatchObject({ name: 'New Zealand', whole: false });
  });

  it('suggests the nearest name where the query is beyond slips', () => {
    expect(match('akreditasion')).toEqual({ suggestion: 'Accreditation' });
    expect(match('xqzwv')).toEqual({});
    expect(match('la tramacua').suggestion).toBeUndefined();
  });

  it('is quick enough for typing', () => {
    const many = makeMatcher(Array.from({ length: 12 }, () => entries).flat());
    const start = process.cpuUsage();
    many('something that is nowhere near a name at all');
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(250);
  });
});
