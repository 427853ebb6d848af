import { citePaths, getCiteFile } from '../_page/cite-files.ts';

export const getStaticPaths = () => citePaths('json');
export const GET = getCiteFile;
