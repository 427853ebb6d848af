import { dataPaths, getDataFile } from '../_page/data-files.ts';

export const getStaticPaths = () => dataPaths('.geojson');
export const GET = getDataFile;
