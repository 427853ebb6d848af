import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { absolute, address, site } from '../../site.ts';
import { built, expectNoFaults, ids, pngSize, type Page } from './site.ts';

const { pageAt, fileAt } = built;
const pages = built.pages.filter(({ path }) => !path.endsWith('/404.html'));
const metaOf = (page: Page, name: string): string => page.root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** Articles have room for the essential of their card only. */
const isArticle = (page: Page): boolean => metaOf(page, 'og:type') === 'article';

type Thing = { [property: string]: unknown };
const thingsOf = (page: Page): Thing[] =>
  page.root.querySelectorAll('script[type="application/ld+json"]').flatMap((script) => {
    const data = JSON.parse(script.innerHTML) as Thing;
    return (data['@graph'] as Thing[] | undefined) ?? [data];
  });
const ofType = (page: Page | undefined, type: string): Thing[] => (page ? thingsOf(page).filter((thing) => thing['@type'] === type) : []);
const at = (path: string): Page => pageAt.get(address(path))!;
const textOf = (page: Page, selector: string): string => page.root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('the card of every page', () => {
  test('is a PNG of 1200 × 630 pixels and at most 60 kB', () => {
    const images = new Set(pages.map((page) => metaOf(page, 'og:image')));
    expect(images.size).toBeGreaterThan(atlas().articles.length + atlas().countries.length + atlas().prisons.length + atlas().terms.length);
    const faults = [...images].filter((image) => {
      const file = image.startsWith(site.url) ? fileAt(image.slice(site.url.length)) : undefined;
      if (!file) return true;
      const png = readFileSync(file);
      return pngSize(png) !== '1200x630' || png.length > 60_000;
    });
    expect(faults).toEqual([]);
  });

  test('is its own for articles, countries, prisons and terms', () => {
    const { articles, countries, prisons, terms } = atlas();
    const images = [...articles, ...countries, ...prisons, ...terms].map(({ href }) => metaOf(pageAt.get(href)!, 'og:image'));
    expect(new Set(images).size).toBe(images.length);
  });
});

test('every page says what a feed shows of it, in its own words', () => {
  const seen = new Map<string, string>();
  expectNoFaults(pages, (page) => {
    const description = metaOf(page, 'description');
    const other = seen.get(description);
    seen.set(description, page.path);
    return [
      ...(description.length >= 50 && description.length <= 200 ? [] : [`a description of ${description.length} characters: ${description}`]),
      ...(other ? [`described as ${other}`] : []),
      ...(isArticle(page) || metaOf(page, 'og:description') === description ? [] : ['another description in feeds']),
      ...(isArticle(page) || metaOf(page, 'og:url') === absolute(page.path) ? [] : [`og:url ${metaOf(page, 'og:url')}`]),
      ...['og:title', 'og:type', 'twitter:card', ...(isArticle(page) ? [] : ['og:site_name', 'og:image:alt'])].filter((name) => !metaOf(page, name)).map((name) => `no ${name}`),
      ...(page.root.querySelector('title')!.text.startsWith(metaOf(page, 'og:title')) ? [] : [`og:title ${metaOf(page, 'og:title')}`]),
    ];
  });
});

test('bibliographies learn title, author and day of what can be cited', () => {
  const { articles, countries, prisons, terms } = atlas();
  expectNoFaults([...articles, ...countries, ...prisons, ...terms].map(({ href }) => pageAt.get(href)!), (page) => {
    const text = page.root.querySelector('main')!.textContent.replace(/\s+/g, ' ');
    const day = metaOf(page, 'citation_publication_date');
    const [year, month, date] = day.split('/').map(Number) as [number, number, number];
    const spoken = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return [
      ...(metaOf(page, 'citation_title') === textOf(page, 'h1') ? [] : [`citation_title "${metaOf(page, 'citation_title')}"`]),
      ...(metaOf(page, 'citation_author') === site.name ? [] : [`citation_author "${metaOf(page, 'citation_author')}"`]),
      ...(/^\d{4}\/\d\d\/\d\d$/.test(day) && text.includes(spoken) ? [] : [`citation_publication_date "${day}" is not told`]),
    ];
  });
});

describe('structured data', () => {
  const required: { [type: string]: readonly string[] } = {
    Country: ['name', 'url', 'containedInPlace'], Place: ['name', 'url', 'containedInPlace'],
    ClaimReview: ['url', 'claimReviewed', 'author', 'itemReviewed', 'reviewRating'],
    Article: ['headline', 'datePublished', 'author'], BreadcrumbList: ['itemListElement'], DefinedTerm: ['name', 'description', 'inDefinedTermSet'], WebSite: ['name', 'url', 'potentialAction'], Dataset: ['name', 'description'],
  };

  test('has what its kind must have, and names pages that are there', () => {
    const lost = (value: unknown): string[] => {
      if (typeof value === 'string' && value.startsWith(`${site.url}/`) && !value.includes('{')) {
        const [path, fragment] = value.slice(site.url.length).split('#') as [string, string?];
        const page = pageAt.get(path);
        return page ? (fragment === undefined || ids(page).has(fragment) ? [] : [value]) : fileAt(path) ? [] : [value];
      }
      return value && typeof value === 'object' ? Object.values(value).flatMap(lost) : [];
    };
    expectNoFaults(pages, (page) =>
      thingsOf(page).flatMap((thing) => [
        ...(required[thing['@type'] as string] ?? ['a known @type']).filter((name) => thing[name] === undefined).map((name) => `${String(thing['@type'])} without ${name}`),
        ...lost(thing).map((url) => `${url} leads nowhere`),
      ]),
    );
  });

  test('calls things as their pages do', () => {
    const { articles, countries, prisons, terms } = atlas();
    for (const [type, entries] of [['Article', articles], ['Country', countries], ['Place', prisons], ['DefinedTerm', terms]] as const) {
      expectNoFaults(entries.map(({ href }) => pageAt.get(href)!), (page) => {
        const [thing] = ofType(page, type);
        const name = thing?.headline ?? thing?.name;
        return name === textOf(page, 'h1') ? [] : [`${type} "${String(name)}"`];
      });
    }
  });

  test('leads along the crumbs of every page that has them', () => {
    expectNoFaults(pages.filter((page) => page.root.querySelector('.crumbs')), (page) => {
      const steps = (ofType(page, 'BreadcrumbList')[0]?.itemListElement ?? []) as { name: string; item?: string }[];
      const links = page.root.querySelectorAll('.crumbs a').map((link) => absolute(link.getAttribute('href')!));
      return [
        ...(steps.length > 1 && !steps.at(-1)!.item && [textOf(page, 'h1'), page.root.querySelector('title')!.text].some((name) => name.startsWith(steps.at(-1)!.name)) ? [] : ['no trail to itself']),
        ...steps.slice(0, -1).filter(({ item }) => !links.includes(item!)).map(({ item }) => `${item!} is no crumb`),
      ];
    });
  });

  test('rates the claims that could be settled, and no others', () => {
    const reviews = ofType(at('/claims/'), 'ClaimReview') as { url: string; claimReviewed: string; reviewRating: { ratingValue: number } }[];
    const settled = atlas().claims.filter(({ verdict }) => ['supported', 'partly', 'contradicted'].includes(verdict));
    expect(reviews.map(({ url }) => url)).toEqual(settled.map(({ href }) => absolute(href)));
    expect(reviews.map(({ reviewRating }) => reviewRating.ratingValue)).toEqual(settled.map(({ verdict }) => ({ supported: 3, partly: 2, contradicted: 1 })[verdict as 'partly']));
  });

  test('gives the position of a prison only as exactly as it is known', () => {
    for (const { href, coordinates, place } of atlas().prisons) {
      const [thing] = ofType(pageAt.get(href), 'Place') as { geo?: object; containedInPlace: { geo?: object } }[];
      expect([href, Boolean(thing!.geo), Boolean(thing!.containedInPlace.geo)]).toEqual([href, coordinates?.precision === 'site', coordinates?.precision === 'town' && Boolean(place)]);
    }
  });
});
