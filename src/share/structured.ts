import type { Article, Atlas, Claim, Country, CslName, Prison, Source, Term } from '../atlas/model.ts';
import type { Language } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';
import type { Verdict } from '../schemas/vocabulary.ts';
import { absolute, address, site } from '../site.ts';

/** A page, as its head describes it. */
export interface Described {
  lang: Language;
  /** Address within the site and its language: "/prisons/cecot/". */
  path: string;
  title: string;
  description: string;
}
interface Thing {
  '@type': string;
  [property: string]: unknown;
}

const project = (lang: Language): Thing => ({ '@type': 'Organization', name: site.name, url: absolute(address('/', lang)) });
const named = (names: readonly (string | undefined)[]): object => {
  const list = names.filter(Boolean);
  return list.length ? { alternateName: list } : {};
};
const countryOf = ({ name, href }: Country): Thing => ({ '@type': 'Country', name, url: absolute(href) });

const describeCountry = (country: Country, lang: Language): Thing => ({
  ...countryOf(country), description: country.summary, ...named(country.aliases), containedInPlace: { '@type': 'Place', name: stringsOf(lang).region[country.region] },
});

/** A position is the prison's own only where the site is known; that of a town is the town's. */
function describePrison(prison: Prison): Thing {
  const { at: [latitude, longitude], precision } = prison.coordinates ?? { at: [0, 0] };
  const geo = { geo: { '@type': 'GeoCoordinates', latitude, longitude } };
  const country = countryOf(prison.country);
  return {
    '@type': 'Place', name: prison.name, description: prison.summary, url: absolute(prison.href), ...named([prison.officialName, ...prison.aliases]), ...(precision === 'site' ? geo : {}),
    containedInPlace: prison.place ? { '@type': 'Place', name: prison.place, ...(precision === 'town' ? geo : {}), containedInPlace: country } : country,
  };
}

const describeArticle = ({ name, published, reviewed }: Article): Thing => ({
  '@type': 'Article', headline: name, datePublished: published, ...(reviewed === published ? {} : { dateModified: reviewed }), author: { '@type': 'Organization', name: site.name },
});

const describeTerm = (term: Term, lang: Language): Thing => ({
  '@type': 'DefinedTerm', name: term.name, description: term.summary, url: absolute(term.href), ...named(term.aliases), inDefinedTermSet: absolute(address('/glossary/', lang)),
});

/** Verdicts that say how true a claim is, on a scale from 1 to 3; the others say that this is not known, and are no rating. */
const ratings: Partial<Record<Verdict, number>> = { contradicted: 1, partly: 2, supported: 3 };

/** Who makes the claims of a text, as the bibliography names them. */
function claimants(source: Source): Thing[] {
  const names = (source.csl.author as CslName[] | undefined) ?? [];
  if (!names.length) return [{ '@type': 'Organization', name: source.authors || source.title }];
  return names.map(({ literal, given, family, 'non-dropping-particle': particle }) => (literal ? { '@type': 'Organization', name: literal } : { '@type': 'Person', name: [given, particle, family].filter(Boolean).join(' ') }));
}

/** A claim with its verdict; `undefined` for one that is not rated. */
function reviewClaim(claim: Claim, lang: Language): Thing | undefined {
  const ratingValue = ratings[claim.verdict];
  if (!ratingValue) return undefined;
  return {
    '@type': 'ClaimReview', url: absolute(claim.href), claimReviewed: claim.claim, author: project(lang),
    itemReviewed: { '@type': 'Claim', author: claimants(claim.document), ...(claim.document.url ? { appearance: claim.document.url } : {}) },
    reviewRating: { '@type': 'Rating', ratingValue, worstRating: 1, bestRating: 3, alternateName: stringsOf(lang).verdict[claim.verdict] },
  };
}

const describeSite = ({ lang, description }: Described): Thing => ({
  '@type': 'WebSite', name: site.name, description, url: absolute(address('/', lang)), inLanguage: lang, publisher: project(lang),
  potentialAction: { '@type': 'SearchAction', target: { '@type': 'EntryPoint', urlTemplate: `${absolute(address('/search/', lang))}?q={search_term_string}` }, 'query-input': 'required name=search_term_string' },
});

/** The way to a page below a section, as the crumbs on it show it; what has no address of its own is left out. */
function trailTo({ countries, prisons, sources }: Atlas, { lang, path, title }: Described): Thing | undefined {
  const [section = '', id, part] = path.split('/').filter(Boolean);
  const { nav, sourceKind } = stringsOf(lang);
  if (!id || !(section in nav)) return undefined;
  const source = section === 'sources' && !part && sources.find((other) => other.id === id);
  const prison = section === 'prisons' && prisons.find((other) => other.id === id);
  const country = section === 'countries' && countries.find((other) => other.id === id);
  const between: (readonly [string, string])[] = prison ? [[prison.country.name, prison.country.href]] : source ? [[sourceKind[source.kind], address(`/sources/kind/${source.kind}/`, lang)]] : [];
  // The last step is the page itself, and needs no address.
  const steps: (readonly [string, string?])[] = [[nav[section as keyof typeof nav], address(`/${section}/`, lang)], ...between, [country ? country.name : source ? source.title : title]];
  return { '@type': 'BreadcrumbList', itemListElement: steps.map(([name, href], index) => ({ '@type': 'ListItem', position: index + 1, name, ...(href && { item: absolute(href) }) })) };
}

/** What a page is, in the words of schema.org, for search engines; empty where there is nothing to say. */
export function describePage(atlas: Atlas, page: Described): Thing[] {
  const { lang, path } = page;
  const [section, id] = path.split('/').filter(Boolean);
  const find = <T extends { id: string }>(of: string, list: readonly T[]): T | undefined => (section === of ? list.find((entry) => entry.id === id) : undefined);
  const article = find('articles', atlas.articles);
  const country = find('countries', atlas.countries);
  const prison = find('prisons', atlas.prisons);
  const term = find('glossary', atlas.terms);
  return [
    article && describeArticle(article),
    country && describeCountry(country, lang),
    prison && describePrison(prison),
    term && describeTerm(term, lang),
    path === '/' && describeSite(page),
    ...(path === '/claims/' ? atlas.claims.map((claim) => reviewClaim(claim, lang)) : []),
    trailTo(atlas, page),
  ].filter((thing): thing is Thing => Boolean(thing));
}

/** JSON-LD that can stand in a `<script>` of a page: nothing in it ends the element. */
export const toJsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...(things.length === 1 ? things[0] : { '@graph': things }) }).replaceAll('<', '\\u003c');
