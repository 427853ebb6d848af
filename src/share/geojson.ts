import { z } from 'astro/zod';
import { tables, type Row } from './tables.ts';

/** Columns of `prisons` that a point carries. */
const carried = ['id', 'name', 'country', 'place', 'precision', 'position_source', 'opened', 'opened_as_of', 'closed', 'capacity', 'capacity_as_of', 'population', 'population_as_of', 'records', 'permalink'] as const;

/** What of a prison a point carries. */
const properties = z.strictObject(Object.fromEntries(carried.map((column) => [column, tables.prisons.schema.shape[column]!])));

/** The feature collection, as its schema tells it; longitude comes before latitude. */
export const geojsonSchema = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    version: z.iso.date().describe('Day to which the data stand.'),
    content: z.string().regex(/^[0-9a-f]{12}$/).describe('Hash of the content.'),
    licence: z.string(),
    features: z.array(
      z.strictObject({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: z
          .strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) })
          .nullable()
          .describe('Longitude and latitude in degrees, WGS 84; `precision` says what the point is of. Nothing: the position is not known.'),
        properties,
      }),
    ),
  })
  .describe('All prisons as GeoJSON (RFC 7946), with those whose position is not known.');

/**
 * Prisons as a GeoJSON feature collection (RFC 7946).
 * @param prisons rows of the table `prisons`
 * @param about members that stand at the top, beside the features
 */
export const toGeojson = (prisons: readonly Row[], about: { version: string; content: string; licence: string }): z.infer<typeof geojsonSchema> => ({
  type: 'FeatureCollection',
  ...about,
  features: prisons.map((row) => ({
    type: 'Feature' as const,
    id: row.id as string,
    geometry: row.latitude === null ? null : { type: 'Point' as const, coordinates: [row.longitude as number, row.latitude as number] as [number, number] },
    properties: Object.fromEntries(carried.map((column) => [column, row[column]])),
  })),
});
