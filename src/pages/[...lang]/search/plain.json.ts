import type { APIRoute } from 'astro';
import { atlas } from '../../../atlas/atlas.ts';
import { prefixOf, type Language } from '../../../i18n/languages.ts';
import { makePlain } from '../../../search/plain.ts';
import { everyLanguage } from '../../_page/paths.ts';

export const getStaticPaths = () => everyLanguage();

/** What is searched where the full-text index cannot run. */
export const GET: APIRoute<{ lang: Language }> = ({ props: { lang } }) => Response.json(makePlain(atlas(lang), prefixOf(lang)));
