import type { APIRoute } from 'astro';
import { atlas } from '../../../atlas/atlas.ts';
import { languages, prefixOf, type Language } from '../../../i18n/languages.ts';
import { makeGazetteer } from '../../../search/gazetteer.ts';
import { everyLanguage } from '../../_page/paths.ts';

export const getStaticPaths = () => everyLanguage();

/** The names by which a reader may ask, for the best match. */
export const GET: APIRoute<{ lang: Language }> = ({ props: { lang } }) =>
  Response.json(makeGazetteer(atlas(lang), languages.map((each) => atlas(each)), prefixOf(lang)));
