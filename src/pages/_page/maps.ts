import { atlas } from '../../atlas/atlas.ts';
import type { Country } from '../../atlas/model.ts';
import { countryMap, worldMap, type MapFigure, type Theme } from '../../figures/map.ts';
import type { Language } from '../../i18n/languages.ts';
import { site } from '../../site.ts';

const themes = ['day', 'night'] as const satisfies readonly Theme[];
const known = new Map<string, MapFigure>();
function once(name: string, make: () => MapFigure): MapFigure {
  const map = known.get(name) ?? make();
  if (!import.meta.env.DEV) known.set(name, map); // while one writes, the atlas changes
  return map;
}

export const mapOfWorld = (lang?: Language): MapFigure => once(`${lang}/`, () => worldMap(atlas(lang).countries, atlas(lang).prisons, site.exporter));
export const mapOfCountry = (country: Country, lang?: Language): MapFigure => once(`${lang}/${country.id}`, () => countryMap(country, atlas(lang).countries, site.exporter));

/** Addresses of a map's picture, by theme; "world" or the id of a country. */
export const mapPictures = (name: string): { [theme in Theme]: string } => ({ day: `${site.base}/maps/${name}-day.png`, night: `${site.base}/maps/${name}-night.png` });

/** Every picture of every map. */
export const mapPaths = (): { params: { name: string }; props: { draw: () => Promise<Uint8Array<ArrayBuffer>> } }[] =>
  [['world', () => mapOfWorld()] as const, ...atlas().countries.map((country) => [country.id, () => mapOfCountry(country)] as const)]
    .flatMap(([name, map]) => themes.map((theme) => ({ params: { name: `${name}-${theme}` }, props: { draw: () => map().picture(theme) } })));
