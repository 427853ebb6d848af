import { geoArea, geoBounds, geoCentroid, geoDistance, type GeoProjection } from 'd3-geo';
import type { Feature, Geometry, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';

/** ISO 3166-1: the atlas names countries by two letters, the map by three digits; Kosovo has none and goes by its name. */
const numeric: { [iso2: string]: string } = {
  AE: '784', AF: '004', AM: '051', AU: '036', BA: '070', BB: '052', BR: '076', BS: '044', BZ: '084', CD: '180', CF: '140', CM: '120', CO: '170', CR: '188', CU: '192', DO: '214',
  EC: '218', GB: '826', GE: '268', GH: '288', GQ: '226', GT: '320', GY: '328', HN: '340', HT: '332', IL: '376', IO: '086', IQ: '368', JM: '388', JO: '400', KE: '404', KR: '410',
  LB: '422', LR: '430', LT: '440', LY: '434', MA: '504', ML: '466', MR: '478', MX: '484', NE: '562', NG: '566', NI: '558', NL: '528', NZ: '554', PA: '591', PE: '604', PH: '608',
  PK: '586', PL: '616', PS: '275', PY: '600', RO: '642', RS: '688', RW: '646', SA: '682', SN: '686', SR: '740', SS: '728', SV: '222', SY: '760', SZ: '748', TH: '764', TN: '788',
  TT: '780', UG: '800', US: '840', UY: '858', VN: '704', XK: 'Kosovo', ZA: '710',
};

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
type Land = Feature<Polygon | MultiPolygon, { name: string }>;
/** A shape with the circle that it lies in: what is out of sight need not be drawn. */
interface Piece<Shape> {
  shape: Shape;
  middle: [number, number];
  /** In radians. */
  radius: number;
}
function pieceOf<Shape>(shape: Shape, positions: readonly Position[]): Piece<Shape> {
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...positions] });
  return { shape, middle, radius: Math.max(...positions.map((position) => geoDistance(middle, position as [number, number]))) };
}

/** Every country of the map without Antarctica (Natural Earth 1:50 million, through world-atlas). */
export const lands = feature(topology, topology.objects.countries).features.filter(({ id }) => id !== '010') as Land[];
const piecesOfLand = new Map(lands.map((land) => [land, (land.geometry.type === 'Polygon' ? [land.geometry.coordinates] : land.geometry.coordinates).map((rings) => pieceOf(rings, rings[0]!))]));
const parts = [...piecesOfLand.values()].flat();
const lines = mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates.map((line) => pieceOf(line, line));

const isNear = ({ middle, radius }: Piece<unknown>, place: [number, number], within: number): boolean => geoDistance(middle, place) < radius + within;
/** Whether some of a country may lie within `radius` radians of a place (longitude, latitude). */
export const reaches = (land: Land, middle: [number, number], radius: number): boolean => piecesOfLand.get(land)!.some((piece) => isNear(piece, middle, radius));
/** Land and lines between countries that may lie within `radius` radians of a place (longitude, latitude). */
export function around(middle: [number, number], radius: number): { land: MultiPolygon; borders: MultiLineString } {
  const near = <Shape>(pieces: readonly Piece<Shape>[]): Shape[] => pieces.filter((piece) => isNear(piece, middle, radius)).map(({ shape }) => shape);
  return { land: { type: 'MultiPolygon', coordinates: near(parts) }, borders: { type: 'MultiLineString', coordinates: near(lines) } };
}

/**
 * The shape of a country.
 * @param iso2 as in the country's front matter
 * @throws Error if the map has none: `numeric` then lacks a line
 */
export function landOf(iso2: string): Land {
  const found = lands.find(({ id, properties }) => (id ?? properties.name) === numeric[iso2]);
  if (!found) throw new Error(`The map knows no country "${iso2}": add its ISO 3166-1 number to src/figures/world.ts.`);
  return found;
}

const partsOfLand = new Map<Land, { rings: Position[][]; area: number }[]>();
/** The polygons of a country, largest first, with their area in steradians. */
export function partsOf(land: Land): { rings: Position[][]; area: number }[] {
  const known = partsOfLand.get(land);
  if (known) return known;
  const polygons = land.geometry.type === 'Polygon' ? [land.geometry.coordinates] : land.geometry.coordinates;
  const sorted = polygons.map((rings) => ({ rings, area: geoArea({ type: 'Polygon', coordinates: rings }) })).sort((a, b) => b.area - a.area);
  partsOfLand.set(land, sorted);
  return sorted;
}

/** What of a country a map of it must show: its largest part and those nearly as large; far-off islands may lie outside. */
export const mainPartsOf = (land: Land): Position[][][] => {
  const parts = partsOf(land);
  return parts.filter(({ area }) => area >= parts[0]!.area * 0.3).map(({ rings }) => rings);
};

/** Middle of a box around positions, in degrees: longitude, latitude. */
export function middleOf(geometry: Geometry): [number, number] {
  const [[west, south], [east, north]] = geoBounds(geometry);
  return [west <= east ? (west + east) / 2 : ((west + east + 360) / 2 + 180) % 360 - 180, (south + north) / 2];
}

/** A position of the atlas (latitude, longitude) on a map, in its units; `undefined` where the map does not reach. */
export const place = (projection: GeoProjection, [latitude, longitude]: readonly [number, number]): [number, number] | undefined => projection([longitude, latitude]) ?? undefined;
