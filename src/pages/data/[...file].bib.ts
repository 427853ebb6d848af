import { dataPaths, getDataFile } from '../_page/data-files.ts';

export const getStaticPaths = () => dataPaths('.bib');
export const GET = getDataFile;
