import { geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { Country, Prison } from '../atlas/model.ts';
import { drawPng } from '../raster/draw.ts';
import { around, landOf, lands, mainPartsOf, middleOf, nearPartsOf, partsOf, place, type MultiPolygon, type Position } from './world.ts';

export type Theme = 'day' | 'night';
export type Tie = 'model' | 'recorded' | 'alleged' | 'none';

/** A country on a map, in the map's units: its outline, coarse enough for a link, and where its name stands. */
export interface Area {
  country: Country;
  tie: Tie;
  /** Empty where it is so small that a ring stands for it, or where it is no link. */
  outline: string;
  small: boolean;
  at: [x: number, y: number];
}

/** A prison on a map, in the map's units. */
export interface Dot {
  prison: Prison;
  at: [x: number, y: number];
}

export interface MapFigure {
  width: number;
  height: number;
  areas: Area[];
  dots: Dot[];
  /** The picture below the links, as PNG. */
  picture(theme: Theme): Promise<Uint8Array<ArrayBuffer>>;
}

/** As in `styles/tokens.css`; land and ties are mixed from them. */
const colours = {
  day: { paper: '#f4f1e8', land: '#ddd6c5', border: '#f4f1e8', none: '#787160', model: '#4a463b', recorded: '#5a81ac', hatch: '#0b3f78', ink: '#1a1915' },
  night: { paper: '#171612', land: '#35322a', border: '#171612', none: '#8d8674', model: '#c2bbaa', recorded: '#5a81ac', hatch: '#9ec9f3', ink: '#efeadd' },
} as const;

/** The strongest kind of tie that a country's records tell of; the exporter is the model. */
export const tieOf = (country: Country, exporter: string): Tie =>
  country.id === exporter ? 'model' : country.wings.some(({ state }) => state === 'recorded') ? 'recorded' : country.wings.some(({ state }) => state === 'alleged') ? 'alleged' : 'none';

const round = (value: number): number => Math.round(value * 10) / 10;

/** Smaller than this, a country is given a ring, so that it can be found. Units of the map. */
const findable = 5;
const ringRadius = 5;

function areaOf(country: Country, exporter: string, projection: GeoProjection, linked: boolean): Area {
  const land = landOf(country.iso2);
  const path = geoPath(projection);
  const largest = { type: 'Polygon' as const, coordinates: partsOf(land)[0]!.rings };
  const [x, y] = path.centroid(largest).map(round) as [number, number];
  const tie = tieOf(country, exporter);
  const [[left, top], [right, bottom]] = path.bounds(linked ? land.geometry : largest);
  const small = Math.max(right - left, bottom - top) < findable;
  const outline = linked && !small ? coarse(path({ type: 'MultiPolygon', coordinates: partsOf(land).slice(0, 12).map(({ rings }) => rings) }) ?? '') : '';
  return { country, tie, small, outline, at: [x, y] };
}

/** A path in whole units, without points that lie close together and without specks. */
function coarse(path: string): string {
  const near = 3;
  return path
    .split('M')
    .slice(1)
    .flatMap((ring) => {
      const points = ring.replace('Z', '').split('L').map((point) => point.split(',').map((value) => Math.round(Number(value))) as [number, number]);
      const kept: [number, number][] = [];
      for (const [x, y] of points) {
        const last = kept.at(-1);
        if (!last || Math.abs(last[0] - x) + Math.abs(last[1] - y) >= near) kept.push([x, y]);
      }
      return kept.length < 3 ? [] : `M${kept.map(([x, y], index) => (index ? `${x - kept[index - 1]![0]} ${y - kept[index - 1]![1]}` : `${x} ${y}l`)).join(' ').replace('l ', 'l')}z`;
    })
    .join('')
    .replaceAll(' -', '-');
}

/** A prison's mark: solid for the site, hollow for its town, a dashed ring for no more than its region. */
function mark([x, y]: [number, number], precision: 'site' | 'town' | 'region', { ink, paper }: { ink: string; paper: string }, radius: number): string {
  if (precision === 'region') return `<circle cx="${x}" cy="${y}" r="${radius * 2}" fill="none" stroke="${ink}" stroke-dasharray="2 2"/>`;
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${precision === 'site' ? ink : paper}" stroke="${precision === 'site' ? paper : ink}" stroke-width="${precision === 'site' ? 0.8 : 1.4}"/>`;
}

/** Sets dots of one position (two prisons of one town) side by side, so that each is seen and can be touched. */
const apart = (dots: readonly Dot[], step: number): Dot[] =>
  dots.map((dot) => {
    const same = dots.filter(({ at }) => String(at) === String(dot.at));
    return { ...dot, at: [round(dot.at[0] + (same.indexOf(dot) - (same.length - 1) / 2) * step), dot.at[1]] };
  });

interface Sheet {
  width: number;
  height: number;
  projection: GeoProjection;
  countries: readonly Country[];
  prisons: readonly Prison[];
  exporter: string;
  dotRadius: number;
  /** The country that the map is about: outlined. */
  about?: Country;
  /** Middle of what is seen (longitude, latitude) and how far it reaches from there, in radians. */
  middle: [number, number];
  radius: number;
  /** Pixels for one unit. */
  scale: number;
  /** Whether countries are links, which need outlines. */
  linked?: boolean;
}

function figureOf({ width, height, projection, countries, prisons, exporter, dotRadius, about, middle, radius, scale, linked = false }: Sheet): MapFigure {
  const areas = countries.map((country) => areaOf(country, exporter, projection, linked));
  const dots = apart(prisons.flatMap((prison) => {
    const at = prison.coordinates && place(projection, prison.coordinates.at);
    return at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? [{ prison, at: at.map(round) as [number, number] }] : [];
  }), 2 * dotRadius + 2);
  // Both themes draw the same lines; none are made when both pictures are there.
  let lines: { land: string; borders: string; countries: string[]; about: string } | undefined;
  const trace = (): NonNullable<typeof lines> => {
    const path = geoPath(projection).digits(1);
    const seen = around(middle, radius);
    return { land: path(seen.land) ?? '', borders: path(seen.borders) ?? '', countries: areas.map(({ country }) => path(nearPartsOf(landOf(country.iso2), middle, radius)) ?? ''), about: about ? (path(nearPartsOf(landOf(about.iso2), middle, radius)) ?? '') : '' };
  };
  const svg = (theme: Theme): string => {
    const colour = colours[theme];
    const fill = (tie: Tie): string => (tie === 'alleged' ? 'url(#alleged)' : colour[tie]);
    const traced = (lines ??= trace());
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
      `<pattern id="alleged" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="${colour.land}"/><rect width="1.4" height="4" fill="${colour.hatch}"/></pattern>`,
      `<rect width="${width}" height="${height}" fill="${colour.paper}"/>`,
      `<path d="${traced.land}" fill="${colour.land}"/>`,
      ...areas.map(({ tie, small, at: [x, y] }, index) => (!small ? `<path d="${traced.countries[index]}" fill="${fill(tie)}"/>` : `<circle cx="${x}" cy="${y}" r="${ringRadius}" fill="${fill(tie)}" stroke="${colour.paper}"/>`)),
      `<path d="${traced.borders}" fill="none" stroke="${colour.border}" stroke-width=".6" stroke-linejoin="round"/>`,
      `<path d="${traced.about}" fill="none" stroke="${colour.ink}" stroke-width="1.2" stroke-linejoin="round"/>`,
      ...dots.map(({ prison, at }) => mark(at, prison.coordinates!.precision, colour, dotRadius)),
      '</svg>',
    ].join('');
  };
  const input = {
    width, height, projection: [projection.scale(), projection.translate(), projection.rotate()],
    countries: areas.map(({ country: { iso2 }, tie }) => [iso2, tie]),
    dots: dots.map(({ prison: { coordinates }, at }) => [at, coordinates!.precision]), dotRadius, about: about?.iso2,
  };
  return { width, height, areas, dots, picture: (theme) => drawPng({ theme, colours: colours[theme], ...input }, () => svg(theme), { scale }) };
}

/**
 * The world in Equal Earth projection (areas can be compared), without Antarctica.
 * @param countries those that the atlas has records of; each is shaded by its tie
 * @param prisons those with a position are marked
 * @param exporter id of the country whose prisons are exported
 */
export function worldMap(countries: readonly Country[], prisons: readonly Prison[], exporter: string): MapFigure {
  const [width, height] = [1160, 540];
  const inhabited: MultiPolygon = { type: 'MultiPolygon', coordinates: lands.flatMap((land) => partsOf(land).slice(0, 3).map(({ rings }) => rings)) };
  const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[0, 4], [width, height - 4]], inhabited);
  return figureOf({ width, height, projection, countries, prisons, exporter, dotRadius: 3.4, middle: [0, 0], radius: Math.PI, scale: 1.25, linked: true });
}

/** Widest that a unit may be, so that a small island keeps some sea around it: kilometres across the map. */
const leastWidth = 240;
const earthRadius = 6371;

/** A country with its neighbours and its prisons, in an equal-area projection around its middle. */
export function countryMap(country: Country, countries: readonly Country[], exporter: string): MapFigure {
  const [width, height] = [352, 264];
  const placed = country.prisons.flatMap(({ coordinates }) => (coordinates ? [[coordinates.at[1], coordinates.at[0]] as Position] : []));
  const main: MultiPolygon = { type: 'MultiPolygon', coordinates: mainPartsOf(landOf(country.iso2)) };
  const shown = { type: 'GeometryCollection' as const, geometries: [main, { type: 'MultiPoint' as const, coordinates: placed }] };
  const [longitude, latitude] = placed.length ? middleOf(shown) : geoCentroid(main);
  const margin = 40;
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(60).fitExtent([[margin, margin], [width - margin, height - margin]], shown);
  const largest = (width * earthRadius) / leastWidth;
  if (projection.scale() > largest) projection.scale(largest).translate([width / 2, height / 2]);
  projection.clipExtent([[-20, -20], [width + 20, height + 20]]);
  const middle = projection.invert!([width / 2, height / 2])!;
  const radius = Math.hypot(width, height) / 2 / projection.scale();
  const neighbours = countries.filter(({ iso2 }) => geoPath(projection)(nearPartsOf(landOf(iso2), middle, radius)));
  return figureOf({ width, height, projection, countries: neighbours, prisons: country.prisons, exporter, dotRadius: 5, about: country, middle, radius, scale: 1.5 });
}
