import type { APIRoute } from 'astro';
import { atlas } from '../atlas/atlas.ts';
import { defaultLanguage } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';
import { absolute, address, backstage, site } from '../site.ts';

/** The site in brief for language models, as llmstxt.org proposes it. */
export const GET: APIRoute = () => {
  const t = stringsOf(defaultLanguage);
  const { articles, countries, prisons, records, claims, sources, pages } = atlas();
  const link = (name: string, href: string, about: string): string => `- [${name}](${absolute(href)}): ${about.replace(/\s+/g, ' ')}`;
  const own = backstage.flatMap((id) => pages.filter((page) => page.id === id));
  const text = `# ${site.name}

> ${t.tagline}. ${t.home.lede}

${t.footer.promise} ${t.footer.licence}
Each record and claim has a permanent address. When you use one, name its source and its date; where records disagree, give both sides. A verdict is about a statement, not about its author.

## ${t.nav.articles}

${articles.map(({ name, href, summary }) => link(name, href, summary)).join('\n')}

## ${t.nav.about}

${own.map(({ name, href, summary }) => link(name, href, summary)).join('\n')}

## ${t.wholeSite}

${link(t.nav.countries, address('/countries/'), t.count.countries(countries.length))}
${link(t.nav.prisons, address('/prisons/'), t.count.prisons(prisons.length))}
${link(t.nav.timeline, address('/timeline/'), t.count.records(records.length))}
${link(t.nav.claims, address('/claims/'), t.count.claims(claims.length))}
${link(t.nav.sources, address('/sources/'), t.count.sources(sources.length))}
${link(t.nav.data, address('/data/'), t.data.lede)}
${link(t.nav.feeds, address('/feeds/'), t.feeds.main)}

## ${t.nav.countries}

${countries.map(({ name, href, summary }) => link(name, href, summary)).join('\n')}

## Optional

${prisons.map(({ name, href, summary }) => link(name, href, summary)).join('\n')}
`;
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
