import type { APIRoute } from 'astro';
import type { Language } from '../../i18n/languages.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { ink, paper } from '../../share/icons.ts';
import { address, site } from '../../site.ts';
import { everyLanguage } from '../_page/paths.ts';

export const getStaticPaths = () => everyLanguage();

/** What a system needs to keep the site on a home screen. */
export const GET: APIRoute<{ lang: Language }> = ({ props: { lang } }) => {
  const icon = (size: number, purpose: string) => ({ src: address(`/icon-${size}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose });
  const manifest = {
    name: site.name,
    short_name: site.shortName,
    description: stringsOf(lang).tagline,
    lang,
    id: address('/', lang),
    start_url: address('/', lang),
    scope: address('/', lang),
    display: 'minimal-ui',
    theme_color: ink,
    background_color: paper,
    icons: [{ src: address('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }, icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, { headers: { 'Content-Type': 'application/manifest+json' } });
};
