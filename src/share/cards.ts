import type { Atlas } from '../atlas/model.ts';
import type { WingState } from '../atlas/wings.ts';
import { stringsOf } from '../i18n/strings.ts';
import { made, site, wings } from '../site.ts';

/** What the picture of a page says that other sites show with a link to it. */
export interface Card {
  /** Its file below `/cards/`, without an ending: "prisons/cecot". */
  file: string;
  title: string;
  /** What kind of page it is, and of what place: "Prison, El Salvador". */
  line: string;
  /** Ties to the United States that the plan shows; without them, the plain emblem. */
  wings?: readonly WingState['state'][];
}

const stated = (states: readonly WingState[]): WingState['state'][] => states.map(({ state }) => state);

/** One card for each article, country, prison and glossary entry, and one for each other kind of page. */
export function cardsOf({ lang, articles, countries, prisons, terms, pages, ...atlas }: Atlas): Card[] {
  const t = stringsOf(lang);
  const { kinds } = t.search;
  const counts: { [section: string]: string } = {
    articles: t.count.articles(articles.length), countries: t.count.countries(countries.length), prisons: t.count.prisons(prisons.length), timeline: t.count.records(atlas.records.length),
    claims: t.count.claims(atlas.claims.length), glossary: t.count.terms(terms.length), sources: t.count.sources(atlas.sources.length),
  };
  return [
    ...articles.map(({ id, name, section }) => ({ file: `articles/${id}`, title: name, line: `${kinds.article}, ${t.section[section].toLowerCase()}` })),
    ...countries.map((country) => ({
      file: `countries/${country.id}`, title: country.name, line: `${kinds.country}, ${t.region[country.region]}`, ...(country.id === site.exporter ? {} : { wings: stated(country.wings) }),
    })),
    ...prisons.map((prison) => ({
      file: `prisons/${prison.id}`, title: prison.name, line: `${kinds.prison}, ${prison.country.name}`, ...(prison.country.id === site.exporter ? {} : { wings: stated(prison.wings) }),
    })),
    ...terms.map(({ id, name, kind }) => ({ file: `glossary/${id}`, title: name, line: `${t.nav.glossary}, ${t.termKind[kind].toLowerCase()}` })),
    { file: 'pages/home', title: t.home.title, line: t.tagline },
    ...wings.map((section) => ({ file: `pages/${section}`, title: section === 'claims' ? t.home.claims : t.nav[section], line: counts[section]! })),
    ...pages.map(({ id, name }) => ({ file: `pages/${id}`, title: name, line: t.tagline })),
    ...made.map((id) => ({ file: `pages/${id}`, title: id === 'data' ? t.data.title : t.feeds.title, line: t.tagline })),
    { file: 'pages/search', title: t.search.label, line: t.tagline },
  ];
}

/** The card of the page at a path ("/prisons/cecot/"): its own, otherwise that of its section. */
export function cardOf(cards: readonly Card[], path: string): Card | undefined {
  const [section = '', id] = path.split('/').filter(Boolean);
  const named = (file: string): Card | undefined => cards.find((card) => card.file === file);
  return (id && named(`${section}/${id}`)) || named(`pages/${section || 'home'}`);
}
