import { citePaths, getCiteFile } from '../_page/cite-files.ts';

export const getStaticPaths = () => citePaths('ris');
export const GET = getCiteFile;
