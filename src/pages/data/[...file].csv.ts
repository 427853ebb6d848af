import { dataPaths, getDataFile } from '../_page/data-files.ts';

export const getStaticPaths = () => dataPaths('.csv');
export const GET = getDataFile;
