import type { APIRoute } from 'astro';
import type { Language } from '../../i18n/languages.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { absolute, address, site } from '../../site.ts';
import { everyLanguage } from '../_page/paths.ts';

export const getStaticPaths = () => everyLanguage();

/** Lets a browser search the site from its address bar (OpenSearch 1.1). */
export const GET: APIRoute<{ lang: Language }> = ({ props: { lang } }) => {
  const t = stringsOf(lang);
  const text = `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${site.shortName}</ShortName>
<LongName>${site.name}</LongName>
<Description>${t.tagline}</Description>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Language>${lang}</Language>
<Image width="32" height="32" type="image/x-icon">${absolute(address('/favicon.ico'))}</Image>
<Url type="text/html" template="${absolute(address('/search/', lang))}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${absolute(address('/opensearch.xml', lang))}"/>
</OpenSearchDescription>
`;
  return new Response(text, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
