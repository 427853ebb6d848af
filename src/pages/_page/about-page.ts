import { atlas } from '../../atlas/atlas.ts';
import type { Language } from '../../i18n/languages.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { feedTitle, pageDescription } from '../../layouts/title.ts';
import { cardOf, cardsOf, type Card } from '../../share/cards.ts';
import { describePage, toJsonLd } from '../../share/structured.ts';
import { absolute, address, site } from '../../site.ts';

const made = new WeakMap<object, Card[]>();
/** Cards of a language, listed once for each state of the content. */
function cards(lang: Language): Card[] {
  const of = atlas(lang);
  const list = made.get(of) ?? cardsOf(of);
  made.set(of, list);
  return list;
}

/** What the head of a page tells other programs about it: its card, and JSON-LD where there is something to say. */
export function aboutPage({ lang, path, title, description }: { lang: Language; path: string; title: string; description: string }) {
  const found = cardOf(cards(lang), path) ?? cardOf(cards(lang), '/')!;
  const image = absolute(address(`/cards/${found.file}.png`, lang));
  const article = atlas(lang).articles.find(({ id }) => path === `/articles/${id}/`);
  const described = { lang, path, title, description: pageDescription(description, stringsOf(lang).tagline) };
  const card = { title: feedTitle(title), article: Boolean(article), image };
  const things = describePage(atlas(lang), described);
  return {
    // The whole of an article comes in the first 14 kB: what is said of its card is short, and the rest is read from its title, description and canonical address.
    card: article ? card : {
      ...card, description: described.description, url: absolute(address(path, lang)), locale: { en: undefined, es: 'es_ES' }[lang], siteName: site.name, alt: `${found.title}. ${found.line}`,
    },
    jsonLd: things.length ? toJsonLd(things) : undefined,
  };
}
