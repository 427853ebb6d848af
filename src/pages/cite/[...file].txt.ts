import { citePaths, getCiteFile } from '../_page/cite-files.ts';

export const getStaticPaths = () => citePaths('txt');
export const GET = getCiteFile;
