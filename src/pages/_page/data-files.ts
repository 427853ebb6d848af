import type { APIRoute } from 'astro';
import { atlas } from '../../atlas/atlas.ts';
import { dataSetOf, type DataFile } from '../../share/data-set.ts';

/** Paths of the data files of one ending; a route names its ending, or the address would have to end with a slash. */
export function dataPaths(ending: `.${string}`): { params: { file: string }; props: { file: DataFile } }[] {
  const { files, schemas, slices } = dataSetOf(atlas());
  return [...files, ...schemas, ...slices].filter(({ path }) => path.endsWith(ending)).map((file) => ({ params: { file: file.path.slice(0, -ending.length) }, props: { file } }));
}

/** A data file, in the site's own language. */
export const getDataFile: APIRoute<{ file: DataFile }> = ({ props: { file } }) => new Response(file.text(), { headers: { 'Content-Type': `${file.mediaType}; charset=utf-8` } });
