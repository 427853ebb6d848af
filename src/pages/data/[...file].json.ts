import { dataPaths, getDataFile } from '../_page/data-files.ts';

export const getStaticPaths = () => dataPaths('.json');
export const GET = getDataFile;
