import { geoContains, geoDistance } from 'd3-geo';
import { expect, test } from 'vitest';
import { atlas } from '../atlas/atlas.ts';
import { site } from '../site.ts';
import { countryMap, partMap, parts, worldMap, type MapFigure } from './map.ts';
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

test('the world shows every country as a shape or a disc, and every prison that has a position', () => {
  expect(world.areas.map(({ country }) => country.id)).toEqual(countries.map(({ id }) => id));
  expect(world.areas.filter(({ outline, small }) => Boolean(outline) === small).map(({ country }) => country.id)).toEqual([]);
  expect(world.dots.map(({ prison }) => prison.id)).toEqual(prisons.filter(({ coordinates }) => coordinates).map(({ id }) => id).sort());
});

/** Maps on which prisons are links. */
const linked: [name: string, map: MapFigure][] = [
  ...parts.map((part): [string, MapFigure] => [part, partMap(part, countries, prisons, site.exporter)]),
  ...countries.filter((country) => country.prisons.length > 1).map((country): [string, MapFigure] => [country.id, countryMap(country, countries, site.exporter)]),
];

test.each(linked)('on the map of %s no mark touches another, and lines lead from marks that stand aside', (_, { dots, touch, width, height }) => {
  for (const [index, { at: [x, y], from }] of dots.entries()) {
    for (const other of dots.slice(index + 1)) expect(Math.hypot(x - other.at[0], y - other.at[1])).toBeGreaterThanOrEqual(2 * touch);
    expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    // Not so far that it is taken for a mark of elsewhere.
    if (from) expect(Math.hypot(x - from[0], y - from[1])).toBeLessThanOrEqual(5 * touch);
  }
});

test.each(linked)('on the map of %s names of countries cover no mark', (_, { areas, dots }) => {
  for (const { country: { name }, label } of areas) {
    if (label) expect(dots.filter(({ at: [x, y] }) => Math.abs(x - label[0]) < name.length * 3 && Math.abs(y - label[1]) < 7)).toEqual([]);
  }
});

test('what lies in a frame of the world is on the map of that part', () => {
  for (const { part, box: [left, top, right, bottom] } of world.frames) {
    const margin = 8; // a frame is straight where its part is curved
    const inside = world.dots.filter(({ at: [x, y] }) => x > left + margin && x < right - margin && y > top + margin && y < bottom - margin);
    const shown = linked.find(([name]) => name === part)![1].dots.map(({ prison }) => prison.id);
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter(({ prison }) => !shown.includes(prison.id)).map(({ prison }) => prison.id)).toEqual([]);
  }
});

test('the strongest tie decides how a country is shaded', () => {
  const tie = (id: string) => world.areas.find(({ country }) => country.id === id)?.tie;
  const strongest = (id: string) => {
    const { wings, otherTies } = countries.find((country) => country.id === id)!;
    const states = [...wings, otherTies].map(({ state }) => state);
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
