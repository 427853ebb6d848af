import { citePaths, getCiteFile } from '../_page/cite-files.ts';

export const getStaticPaths = () => citePaths('bib');
export const GET = getCiteFile;
