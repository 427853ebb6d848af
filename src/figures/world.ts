import { createRequire } from 'node:module';
import { geoArea, geoBounds, geoCentroid, geoDistance, type ExtendedFeature, type GeoGeometryObjects, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

/** ISO 3166-1: the atlas names countries by two letters, the map by three digits; Kosovo has none and goes by its name. */
const numeric: { readonly [iso2: string]: string } = {
  ...Object.fromEntries(
    `
      AD020 AE784 AF004 AG028 AI660 AL008 AM051 AO024 AQ010 AR032 AS016 AT040 AU036 AW533 AX248 AZ031 BA070 BB052 BD050 BE056 BF854 BG100 BH048 BI108 BJ204 BL652 BM060 BN096
      BO068 BR076 BS044 BT064 BW072 BY112 BZ084 CA124 CD180 CF140 CG178 CH756 CI384 CK184 CL152 CM120 CN156 CO170 CR188 CU192 CV132 CW531 CY196 CZ203 DE276 DJ262 DK208 DM212
      DO214 DZ012 EC218 EE233 EG818 EH732 ER232 ES724 ET231 FI246 FJ242 FK238 FM583 FO234 FR250 GA266 GB826 GD308 GE268 GG831 GH288 GL304 GM270 GN324 GQ226 GR300 GS239 GT320
      GU316 GW624 GY328 HK344 HM334 HN340 HR191 HT332 HU348 ID360 IE372 IL376 IM833 IN356 IO086 IQ368 IR364 IS352 IT380 JE832 JM388 JO400 JP392 KE404 KG417 KH116 KI296 KM174
      KN659 KP408 KR410 KW414 KY136 KZ398 LA418 LB422 LC662 LI438 LK144 LR430 LS426 LT440 LU442 LV428 LY434 MA504 MC492 MD498 ME499 MF663 MG450 MH584 MK807 ML466 MM104 MN496
      MO446 MP580 MR478 MS500 MT470 MU480 MV462 MW454 MX484 MY458 MZ508 NA516 NC540 NE562 NF574 NG566 NI558 NL528 NO578 NP524 NR520 NU570 NZ554 OM512 PA591 PE604 PF258 PG598
      PH608 PK586 PL616 PM666 PN612 PR630 PS275 PT620 PW585 PY600 QA634 RO642 RS688 RU643 RW646 SA682 SB090 SC690 SD729 SE752 SG702 SH654 SI705 SK703 SL694 SM674 SN686 SO706
      SR740 SS728 ST678 SV222 SX534 SY760 SZ748 TC796 TD148 TF260 TG768 TH764 TJ762 TL626 TM795 TN788 TO776 TR792 TT780 TW158 TZ834 UA804 UG800 US840 UY858 UZ860 VA336 VC670
      VE862 VG092 VI850 VN704 VU548 WF876 WS882 YE887 ZA710 ZM894 ZW716
    `.trim().split(/\s+/).map((code) => [code.slice(0, 2), code.slice(2)]),
  ),
  XK: 'Kosovo',
};

type Of<Type extends string> = Extract<GeoGeometryObjects, { type: Type }>;
export type MultiPoint = Of<'MultiPoint'>;
export type MultiPolygon = Of<'MultiPolygon'>;
/** Longitude and latitude. */
export type Position = MultiPolygon['coordinates'][number][number][number];
type Topology = Parameters<typeof mesh>[0];
// Read as data: bundled, it would be compiled as a program of 80,000 lines.
const topology = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology & { objects: { countries: Extract<Parameters<typeof mesh>[1], { type: 'GeometryCollection' }> } };
type Land = ExtendedFeature<Of<'Polygon'> | MultiPolygon, { name: string }>;
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
/** What of a country may lie within `radius` radians of a place (longitude, latitude). */
export const nearPartsOf = (land: Land, middle: [number, number], radius: number): MultiPolygon => ({
  type: 'MultiPolygon', coordinates: piecesOfLand.get(land)!.filter((piece) => isNear(piece, middle, radius)).map(({ shape }) => shape),
});
/** Land and lines between countries that may lie within `radius` radians of a place (longitude, latitude). */
export function around(middle: [number, number], radius: number): { land: MultiPolygon; borders: Of<'MultiLineString'> } {
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
export function middleOf(geometry: GeoGeometryObjects): [number, number] {
  const [[west, south], [east, north]] = geoBounds(geometry);
  return [west <= east ? (west + east) / 2 : ((west + east + 360) / 2 + 180) % 360 - 180, (south + north) / 2];
}

/** A position of the atlas (latitude, longitude) on a map, in its units; `undefined` where the map does not reach. */
export const place = (projection: GeoProjection, [latitude, longitude]: readonly [number, number]): [number, number] | undefined => projection([longitude, latitude]) ?? undefined;
