import { geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { Country, Prison } from '../atlas/model.ts';
import type { Area, Box, Dot, Frame, MapSheet, Point, Tie } from '../components/map-sheet.ts';
import { drawPng } from '../raster/draw.ts';
import { roomIn, spread } from './room.ts';
import { around, landOf, lands, mainPartsOf, middleOf, nearPartsOf, partsOf, place, type MultiPoint, type MultiPolygon, type Position } from './world.ts';

export type Theme = 'day' | 'night';
/** A map and what draws its picture. */
export interface MapFigure extends MapSheet {
  /**
   * The picture below the links, as PNG.
   * @param own the prison that the picture is about: larger, with a ring
   */
  picture(theme: Theme, own?: Prison): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where countries and prisons lie too close to be told apart on the map of the world: degrees west, south, east, north. */
const boxes = { caribbean: [-93, 6.5, -58.5, 27.5], europe: [-11, 35.5, 31, 60], 'middle-east': [33.5, 20, 75.5, 39] } as const;
export type Part = keyof typeof boxes;
export const parts = Object.keys(boxes) as Part[];
/** The edge of a part as positions. */
function edgeOf(part: Part): MultiPoint {
  const [west, south, east, north] = boxes[part];
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return { type: 'MultiPoint', coordinates: steps.flatMap((step) => [[west, south + (north - south) * step], [east, south + (north - south) * step], [west + (east - west) * step, south], [west + (east - west) * step, north]]) };
}

/** As in `styles/tokens.css`; land and ties are mixed from them. */
const colours = {
  day: { paper: '#f4f1e8', land: '#ddd6c5', border: '#f4f1e8', none: '#787160', model: '#4a463b', recorded: '#5a81ac', hatch: '#0b3f78', ink: '#1a1915' },
  night: { paper: '#171612', land: '#35322a', border: '#171612', none: '#8d8674', model: '#c2bbaa', recorded: '#5a81ac', hatch: '#9ec9f3', ink: '#efeadd' },
} as const;

/** The strongest tie that a country's records tell of; the exporter is the model. */
export function tieOf({ id, wings, otherTies }: Country, exporter: string): Tie {
  if (id === exporter) return 'model';
  const states = [...wings, otherTies].map(({ state }) => state);
  return (['recorded', 'alleged'] as const).find((state) => states.includes(state)) ?? 'none';
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Smaller than this, a country is given a disc, so that it can be found. Units of the map. */
const findable = 5;
const discRadius = 5;
/** Kilometres. */
const earthRadius = 6371;
/** Changes when the same places would be drawn otherwise. */
const drawing = 3;
/** Room that a letter of a name takes, in heights of the letters; it fits other fonts than ours too. */
const letterWidth = 0.56;

/** Rings of a path in whole units, without points that lie close together and without specks. */
function coarse(path: string): Point[][] {
  const near = 3;
  return path.split('M').slice(1).flatMap((ring) => {
    const points = ring.replace('Z', '').split('L').map((point) => point.split(',').map((value) => Math.round(Number(value))) as [number, number]);
    const kept: Point[] = [];
    for (const [x, y] of points) {
      const last = kept.at(-1);
      if (!last || Math.abs(last[0] - x) + Math.abs(last[1] - y) >= near) kept.push([x, y]);
    }
    return kept.length < 3 ? [] : [kept];
  });
}

/** Rings as a path of an SVG, in steps. */
const outlineOf = (rings: readonly (readonly Point[])[]): string =>
  rings.map((ring) => `M${ring.map(([x, y], index) => (index ? `${x - ring[index - 1]![0]} ${y - ring[index - 1]![1]}` : `${x} ${y}l`)).join(' ').replace('l ', 'l')}z`).join('').replaceAll(' -', '-');

/** What countries are on a map: links, ground for dots, or neighbours of the one that it is about. */
interface Ground {
  width: number;
  height: number;
  projection: GeoProjection;
  exporter: string;
  /** Whether they are links, which need outlines. */
  linked: boolean;
  /** Whether their names are written where they fit. */
  named: boolean;
  /** Height of the letters of names, in units of the map. */
  letters: number;
  /** The country that the map is about: alone shaded, outlined, and not named. */
  about?: Country;
}

/** A country on a map; `taken` is what its name must not cover. */
function areaOf(country: Country, { width, height, projection, exporter, linked, about, named, letters }: Ground, taken: readonly Box[]): Area {
  const land = landOf(country.iso2);
  const path = geoPath(projection);
  const largest = { type: 'Polygon' as const, coordinates: partsOf(land)[0]!.rings };
  const [[left, top], [right, bottom]] = path.bounds(linked ? land.geometry : largest);
  // Where its largest part is off the sheet, its name stands in the middle of what is seen.
  const middle = path.centroid(largest);
  const at = (middle.every(Number.isFinite) ? middle : [(left + right) / 2, (top + bottom) / 2]).map(round) as [number, number];
  const small = Math.max(right - left, bottom - top) < findable;
  const rings = small || !(linked || named) ? [] : coarse(path({ type: 'MultiPolygon', coordinates: partsOf(land).slice(0, 12).map((part) => part.rings) }) ?? '');
  const label = named && country !== about ? roomIn(rings, (country.name.length * letters * letterWidth) / 2, letters / 2, taken, [0, 0, width, height], at) : undefined;
  return { country, tie: tieOf(country, exporter), small, outline: linked ? outlineOf(rings) : '', at, ...(label && { label }) };
}

/** A prison's mark: solid for the site, hollow for its town, a dashed ring for no more than its region. A line leads from where it was moved from. */
function mark({ at: [x, y], from, prison }: Dot, { ink, paper }: { ink: string; paper: string }, radius: number, own: boolean): string {
  const { precision } = prison.coordinates!;
  const solid = precision === 'site';
  const size = own ? radius * 1.3 : radius;
  return [
    from && `<path d="M${from[0]} ${from[1]}L${x} ${y}" stroke="${paper}" stroke-width="3"/><path d="M${from[0]} ${from[1]}L${x} ${y}" stroke="${ink}"/><circle cx="${from[0]}" cy="${from[1]}" r="1.6" fill="${ink}"/>`,
    own && `<circle cx="${x}" cy="${y}" r="${radius * 2.6}" fill="none" stroke="${paper}" stroke-width="7"/><circle cx="${x}" cy="${y}" r="${radius * 2.6}" fill="none" stroke="${ink}" stroke-width="3"/>`,
    precision === 'region'
      ? `<circle cx="${x}" cy="${y}" r="${radius * 1.7}" fill="none" stroke="${paper}" stroke-width="3"/><circle cx="${x}" cy="${y}" r="${radius * 1.7}" fill="none" stroke="${ink}" stroke-width="1.4" stroke-dasharray="2.5 2"/>`
      : `<circle cx="${x}" cy="${y}" r="${size}" fill="${solid ? ink : paper}" stroke="${solid ? paper : ink}" stroke-width="${solid ? round(radius / 3) : 1.4}"/>`,
  ].filter(Boolean).join('');
}

/** The longest round distance whose bar is at most a quarter of the map's width. */
function barOf(projection: GeoProjection, width: number): { kilometres: number; length: number } {
  const lengthOf = (kilometres: number): number => round((kilometres / earthRadius) * projection.scale());
  const kilometres = [1000, 500, 200, 100, 50, 20].find((distance) => lengthOf(distance) <= width / 4) ?? 10;
  return { kilometres, length: lengthOf(kilometres) };
}

interface Sheet extends Ground {
  countries: readonly Country[];
  prisons: readonly Prison[];
  dotRadius: number;
  /** Parts that are shown larger elsewhere. */
  framed?: readonly Part[];
  /** Half of the least distance of two dots; without it they stand where they are. */
  touch?: number;
  barred?: boolean;
  /** Middle of what is seen (longitude, latitude) and how far it reaches from there, in radians. */
  middle: [number, number];
  radius: number;
  /** Pixels for one unit. */
  scale: number;
}

function figureOf(sheet: Sheet): MapFigure {
  const { width, height, projection, countries, prisons, dotRadius, about, middle, radius, scale, touch = 0, letters, barred, framed = [] } = sheet;
  // By id, so that marks which are moved apart come out alike in every language.
  const placed = [...prisons].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((prison) => {
    const at = prison.coordinates && place(projection, prison.coordinates.at);
    return at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? [{ prison, at: at.map(round) as [number, number] }] : [];
  });
  const spots = spread(placed.map(({ at }) => at), 2 * touch, [touch, touch, width - touch, height - touch]);
  const dots: Dot[] = placed.map(({ prison, at }, index) => {
    const moved = spots[index]!;
    return Math.hypot(moved[0] - at[0], moved[1] - at[1]) > dotRadius ? { prison, at: moved, from: at } : { prison, at: moved };
  });
  const frames = framed.map((part): Frame => {
    const [[left, top], [right, bottom]] = geoPath(projection).bounds(edgeOf(part));
    return { part, box: [left, top, right, bottom].map(Math.round) as unknown as Box };
  });
  const taken = dots.flatMap(({ at: [x, y], from }): Box[] => [[x - 10, y - 10, x + 10, y + 10], ...(from ? [[Math.min(x, from[0]) - 4, Math.min(y, from[1]) - 4, Math.max(x, from[0]) + 4, Math.max(y, from[1]) + 4] as const] : [])]);
  const areas = countries.map((country) => areaOf(country, sheet, taken));
  const bar = barred ? barOf(projection, width) : undefined;
  // Both themes draw the same lines; none are made when both pictures are there.
  let lines: { land: string; borders: string; countries: string[] } | undefined;
  const trace = (): NonNullable<typeof lines> => {
    const path = geoPath(projection).digits(1);
    const seen = around(middle, radius);
    return { land: path(seen.land) ?? '', borders: path(seen.borders) ?? '', countries: areas.map(({ country }) => (about && country !== about ? '' : (path(nearPartsOf(landOf(country.iso2), middle, radius)) ?? ''))) };
  };
  const svg = (theme: Theme, own?: Prison): string => {
    const colour = colours[theme];
    const fill = (tie: Tie): string => (tie === 'alleged' ? 'url(#alleged)' : colour[tie]);
    const traced = (lines ??= trace());
    const rule = bar && `M12 ${height - 16}v6h${bar.length}v-6`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
      `<pattern id="alleged" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="${colour.land}"/><rect width="1.4" height="4" fill="${colour.hatch}"/></pattern>`,
      `<rect width="${width}" height="${height}" fill="${colour.paper}"/>`,
      `<path d="${traced.land}" fill="${colour.land}"/>`,
      ...areas.map(({ country, tie, small, at: [x, y] }, index) =>
        about && country !== about ? '' : small ? `<circle cx="${x}" cy="${y}" r="${discRadius}" fill="${fill(tie)}" stroke="${colour.ink}" stroke-width=".8"/>` : `<path d="${traced.countries[index]}" fill="${fill(tie)}"/>`),
      `<path d="${traced.borders}" fill="none" stroke="${colour.border}" stroke-width="${about ? 1.2 : 0.6}" stroke-linejoin="round"/>`,
      about && `<path d="${traced.countries[areas.findIndex(({ country }) => country === about)]}" fill="none" stroke="${colour.ink}" stroke-width="1.2" stroke-linejoin="round"/>`,
      ...frames.map(({ box: [left, top, right, bottom] }) => `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${colour.ink}" stroke-width="1.2"/>`),
      ...[...dots].sort((a, b) => Number(a.prison === own) - Number(b.prison === own)).map((dot) => mark(dot, colour, dotRadius, dot.prison === own)),
      rule && `<path d="${rule}" fill="none" stroke="${colour.paper}" stroke-width="5"/><path d="${rule}" fill="none" stroke="${colour.ink}" stroke-width="1.6"/>`,
      '</svg>',
    ].filter(Boolean).join('');
  };
  const input = {
    width, height, projection: [projection.scale(), projection.translate(), projection.rotate()],
    countries: areas.map(({ country: { iso2 }, tie }) => [iso2, tie]),
    dots: dots.map(({ prison: { coordinates }, at, from }) => [at, from, coordinates!.precision]), dotRadius, about: about?.iso2, frames, bar, drawing,
  };
  return {
    width, height, areas, dots, frames, touch: touch || 18.5, letters, ...(bar && { bar: bar.kilometres }),
    picture: (theme, own) => drawPng({ theme, colours: colours[theme], own: dots.findIndex(({ prison }) => prison === own), ...input }, () => svg(theme, own), { scale }),
  };
}

/**
 * The world in Equal Earth projection (areas can be compared), without Antarctica; crowded parts of it are framed.
 * @param countries those that the atlas has records of; each is shaded by its tie
 * @param prisons those with a position are marked
 * @param exporter id of the country whose prisons are exported
 */
export function worldMap(countries: readonly Country[], prisons: readonly Prison[], exporter: string): MapFigure {
  const [width, height] = [1160, 540];
  const inhabited: MultiPolygon = { type: 'MultiPolygon', coordinates: lands.flatMap((land) => partsOf(land).slice(0, 3).map(({ rings }) => rings)) };
  const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[0, 4], [width, height - 4]], inhabited);
  return figureOf({ width, height, projection, countries, prisons, exporter, dotRadius: 3, middle: [0, 0], radius: Math.PI, scale: 1.25, linked: true, named: false, letters: 21, framed: parts });
}

/** Around what is seen on a sheet: its middle (longitude, latitude) and how far its corners are from there, in radians. */
function seenOn(projection: GeoProjection, width: number, height: number): { middle: [number, number]; radius: number } {
  return { middle: projection.invert!([width / 2, height / 2])!, radius: Math.hypot(width, height) / 2 / projection.scale() };
}

/** A crowded part of the world at a larger scale, in an equal-area projection around its middle: countries and prisons are links. */
export function partMap(part: Part, countries: readonly Country[], prisons: readonly Prison[], exporter: string): MapFigure {
  const width = 768;
  const [west, south, east, north] = boxes[part];
  const edge = edgeOf(part);
  const projection = geoAzimuthalEqualArea().rotate([-(west + east) / 2, -(south + north) / 2]).clipAngle(60).fitWidth(width, edge);
  const height = Math.round(geoPath(projection).bounds(edge)[1][1]);
  projection.clipExtent([[-20, -20], [width + 20, height + 20]]);
  const seen = seenOn(projection, width, height);
  const shown = countries.filter(({ iso2 }) => geoPath(projection)(nearPartsOf(landOf(iso2), seen.middle, seen.radius)));
  // 24 pixels are 33 units where the map is 560 pixels wide.
  return figureOf({ width, height, projection, countries: shown, prisons, exporter, dotRadius: 5, ...seen, scale: 1.25, linked: true, named: true, letters: part === 'caribbean' ? 15 : 20, touch: 17, barred: true });
}

/** Widest that a unit may be, so that a small island keeps some sea around it: kilometres across the map. */
const leastWidth = 240;

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
  const seen = seenOn(projection, width, height);
  const neighbours = countries.filter(({ iso2 }) => geoPath(projection)(nearPartsOf(landOf(iso2), seen.middle, seen.radius)));
  // 24 pixels are 30 units where the map is 288 pixels wide.
  return figureOf({ width, height, projection, countries: neighbours, prisons: country.prisons, exporter, dotRadius: 5, about: country, ...seen, scale: 1.5, linked: false, named: true, letters: 20, touch: 15, barred: true });
}
