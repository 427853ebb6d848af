import { atlas } from '../../atlas/atlas.ts';
import type { Country, Prison } from '../../atlas/model.ts';
import { countryMap, partMap, parts, worldMap, type MapFigure, type Part, type Theme } from '../../figures/map.ts';
import { defaultLanguage, type Language } from '../../i18n/languages.ts';
import { site } from '../../site.ts';

const themes = ['day', 'night'] as const satisfies readonly Theme[];
const known = new Map<string, MapFigure>();
function once(name: string, make: () => MapFigure): MapFigure {
  const map = known.get(name) ?? make();
  if (!import.meta.env.DEV) known.set(name, map); // while one writes, the atlas changes
  return map;
}

/** The map of the world in the words of a language. */
export const mapOfWorld = (lang: Language = defaultLanguage): MapFigure => once(`${lang}/`, () => worldMap(atlas(lang).countries, atlas(lang).prisons, site.exporter));
/** The map of a part of the world where prisons stand too close for the map of the whole. */
export const mapOfPart = (part: Part, lang: Language = defaultLanguage): MapFigure => once(`${lang}/${part}`, () => partMap(part, atlas(lang).countries, atlas(lang).prisons, site.exporter));
/** The map of a country with its prisons. */
export const mapOfCountry = (country: Country, lang: Language = defaultLanguage): MapFigure => once(`${lang}/countries/${country.id}`, () => countryMap(country, atlas(lang).countries, site.exporter));

/** Addresses of a map's picture, by theme; "world", a part of it or the id of a country. */
export const mapPictures = (name: string): { [theme in Theme]: string } => ({ day: `${site.base}/maps/${name}-day.png`, night: `${site.base}/maps/${name}-night.png` });

/** Whether a prison has a picture of its own, with a ring around its mark: where it is not the only one on its country's. */
const hasOwn = ({ coordinates, country }: Prison): boolean => coordinates !== undefined && country.prisons.filter((prison) => prison.coordinates).length > 1;
const ownName = ({ id, country }: Prison): string => `${country.id}-${id}`;
/** Addresses of the picture that shows where a prison lies. */
export const picturesOfPrison = (prison: Prison): { [theme in Theme]: string } => mapPictures(hasOwn(prison) ? ownName(prison) : prison.country.id);

/** Every picture of every map. */
export const mapPaths = (): { params: { name: string }; props: { draw: () => Promise<Uint8Array<ArrayBuffer>> } }[] =>
  [
    { name: 'world', map: () => mapOfWorld() },
    ...parts.map((part) => ({ name: part, map: () => mapOfPart(part) })),
    ...atlas().countries.map((country) => ({ name: country.id, map: () => mapOfCountry(country) })),
    ...atlas().prisons.filter(hasOwn).map((prison) => ({ name: ownName(prison), map: () => mapOfCountry(prison.country), prison })),
  ].flatMap(({ name, map, prison }: { name: string; map: () => MapFigure; prison?: Prison }) => themes.map((theme) => ({ params: { name: `${name}-${theme}` }, props: { draw: () => map().picture(theme, prison) } })));
