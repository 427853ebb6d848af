import { geoContains, geoDistance } from 'd3-geo';
import { expect, test } from 'vitest';
import { atlas } from '../atlas/atlas.ts';
import { site } from '../site.ts';
import { countryMap, worldMap } from './map.ts';
import { landOf, partsOf } from './world.ts';

const { countries, prisons } = atlas();
const world = worldMap(countries, prisons, site.exporter);

test('the map knows every country of the atlas', () => {
  expect(countries.filter(({ iso2 }) => !landOf(iso2)).map(({ id }) => id)).toEqual([]);
  expect(() => landOf('ZZ')).toThrow('The map knows no country "ZZ": add its ISO 3166-1 number to src/figures/world.ts.');
});

test('a prison lies in its country, or within 40 km of the coast that the map draws', () => {
  const offCoast = 40 / 6371;
  const strays = prisons.filter(({ coordinates, country }) => {
    if (!coordinates) return false;
    const at: [number, number] = [coordinates.at[1], coordinates.at[0]];
    const land = landOf(country.iso2);
    return !geoContains(land, at) && !partsOf(land).some(({ rings }) => rings[0]!.some((position) => geoDistance(position as [number, number], at) < offCoast));
  });
  expect(strays.map(({ id }) => id)).toEqual([]);
});

test('the world shows every country as a shape or a ring, and every prison that has a position', () => {
  expect(world.areas.map(({ country }) => country.id)).toEqual(countries.map(({ id }) => id));
  expect(world.areas.filter(({ outline, small }) => Boolean(outline) === small).map(({ country }) => country.id)).toEqual([]);
  expect(world.dots.map(({ prison }) => prison.id)).toEqual(prisons.filter(({ coordinates }) => coordinates).map(({ id }) => id));
});

test('prisons of one town stand side by side, each to be touched', () => {
  for (const { dots } of [world, ...['colombia', 'cuba', 'panama', 'honduras'].map((id) => countryMap(countries.find((country) => country.id === id)!, countries, site.exporter))]) {
    const places = dots.map(({ at }) => String(at));
    expect(places.filter((at, index) => places.indexOf(at) !== index)).toEqual([]);
  }
});

test('the strongest tie decides how a country is shaded', () => {
  const tie = (id: string) => world.areas.find(({ country }) => country.id === id)?.tie;
  const strongest = (id: string) => {
    const states = countries.find((country) => country.id === id)!.wings.map(({ state }) => state);
    return states.includes('recorded') ? 'recorded' : states.includes('alleged') ? 'alleged' : 'none';
  };
  expect(tie(site.exporter)).toBe('model');
  expect(countries.filter(({ id }) => id !== site.exporter && tie(id) !== strongest(id)).map(({ id }) => id)).toEqual([]);
});

test('the map of a country shows all its prisons that have a position', () => {
  const missing = countries.flatMap((country) => {
    const { dots } = countryMap(country, countries, site.exporter);
    return country.prisons.filter((prison) => prison.coordinates && !dots.some((dot) => dot.prison === prison)).map(({ id }) => id);
  });
  expect(missing).toEqual([]);
});
