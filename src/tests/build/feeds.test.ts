import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { absolute, address, site } from '../../site.ts';
import { built, ids } from './site.ts';

const { pages, pageAt } = built;
const { articles, countries, prisons } = atlas();
const pathsOf = (name: string): string[] => readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((file) => `${site.base}/${file.replaceAll('\\', '/')}`).filter((path) => path.endsWith(`/${name}`)).sort();
const textOf = (path: string): string => readFileSync(built.fileAt(path)!, 'utf8');

type Node = { [name: string]: unknown };
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, isArray: (name) => ['item', 'entry', 'link'].includes(name) });
function parseXml(path: string): Node {
  expect(SyntaxValidator.validate(textOf(path)), path).toBe(true);
  return parser.parse(textOf(path)) as Node;
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;
const isDay = (date: unknown, form: RegExp): boolean => form.test(String(date)) && !Number.isNaN(Date.parse(String(date)));
/** True for an address of this site at which something stands, its fragment included. */
function stands(url: unknown): boolean {
  if (typeof url !== 'string' || !url.startsWith(`${site.url}/`)) return false;
  const [path, fragment] = url.slice(site.url.length).split('#') as [string, string?];
  const page = pageAt.get(path);
  return page !== undefined && (fragment === undefined || ids(page).has(decodeURIComponent(fragment)));
}
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Faults that all formats can have, in one shape. */
function faultsOf(items: readonly { id: unknown; url: unknown; title: unknown; text: unknown; dates: readonly unknown[] }[], form: RegExp): string[] {
  const seen = items.map(({ id }) => id);
  return [
    ...(items.length ? [] : ['no items']),
    ...items.flatMap(({ id, url, title, text, dates }, index) => [
      ...(seen.indexOf(id) === index && isText(id) ? [] : [`id ${String(id)} is missing or stands twice`]),
      ...(stands(url) ? [] : [`nothing stands at ${String(url)}`]),
      ...(isText(title) && isText(text) ? [] : [`${String(id)} is without title or text`]),
      ...(dates.every((date) => isDay(date, form)) ? [] : [`${String(id)} has a date of another form: ${dates.join()}`]),
    ]),
  ];
}
const expectNone = (paths: readonly string[], find: (path: string) => readonly string[]): void => expect(paths.flatMap((path) => find(path).map((fault) => `${path}: ${fault}`)).slice(0, 20)).toEqual([]);

describe('a feed', () => {
  test('is valid Atom (RFC 4287)', () => {
    expectNone(pathsOf('atom.xml'), (path) => {
      const { feed } = parseXml(path) as { feed: { id: string; title: string; updated: string; author: { name: string }; link: { '@rel': string; '@href': string }[]; entry: Node[] } };
      const links = (rel: string, of: { '@rel': string; '@href': string }[] = feed.link): string[] => of.filter((link) => link['@rel'] === rel).map((link) => link['@href']);
      return [
        ...((feed as unknown as Node)['@xmlns'] === 'http://www.w3.org/2005/Atom' ? [] : ['another namespace']),
        ...(URL.canParse(feed.id) && isText(feed.title) && isText(feed.author.name) && isDay(feed.updated, rfc3339) ? [] : ['without id, title, author or updated']),
        ...(links('self').join() === absolute(path) ? [] : [`self ${links('self').join()}`]),
        ...(stands(links('alternate').join()) ? [] : [`alternate ${links('alternate').join()}`]),
        ...faultsOf(feed.entry.map(({ id, title, summary, published, updated, link }) => ({ id, title, text: summary, url: links('alternate', link as never).join(), dates: [published, updated] })), rfc3339),
        ...(feed.entry.some(({ updated }) => updated === feed.updated) ? [] : ['updated is not that of the newest entry']),
      ];
    });
  });

  test('is valid RSS 2.0', () => {
    expectNone(pathsOf('rss.xml'), (path) => {
      const { rss } = parseXml(path) as { rss: { '@version': string; channel: Node } };
      const { title, link, description, lastBuildDate, language, item } = rss.channel as Node & { link: string[]; item: Node[] };
      return [
        ...(rss['@version'] === '2.0' ? [] : ['another version']),
        ...(isText(title) && isText(description) && isText(language) && stands(link[0]) && isDay(lastBuildDate, rfc822) ? [] : ['without title, link, description, language or date']),
        ...((rss.channel['atom:link'] as Node)['@href'] === absolute(path) ? [] : ['does not name itself']),
        ...faultsOf(item.map(({ guid, link: [url] = [], title: named, description: text, pubDate }: Node & { link?: string[] }) => ({ id: (guid as Node)['#text'], url, title: named, text, dates: [pubDate] })), rfc822),
        ...item.flatMap(({ description: text }) => /<(?!br>)|&(?!(amp|lt|gt|quot);)/.exec(String(text)) ?? []).map((sign) => `"${sign}" in HTML`),
        ...(item.every(({ guid, link: own }) => (guid as Node)['@isPermaLink'] === 'true' && (guid as Node)['#text'] === (own as string[])[0]) ? [] : ['a guid is no permanent link']),
      ];
    });
  });

  test('is valid JSON Feed 1.1', () => {
    expectNone(pathsOf('feed.json'), (path) => {
      const feed = JSON.parse(textOf(path)) as { version: string; title: string; home_page_url: string; feed_url: string; icon: string; language: string; authors: { name: string }[]; items: Node[] };
      return [
        ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['another version']),
        ...(isText(feed.title) && isText(feed.language) && isText(feed.authors[0]?.name) && stands(feed.home_page_url) ? [] : ['without title, language, author or page']),
        ...(feed.feed_url === absolute(path) ? [] : ['does not name itself']),
        ...(built.fileAt(feed.icon.slice(site.url.length)) ? [] : ['an icon that is not there']),
        ...faultsOf(feed.items.map(({ id, url, title, content_text, date_published, date_modified }) => ({ id, url, title, text: content_text, dates: [date_published, date_modified] })), rfc3339),
      ];
    });
  });
});

test('articles, records, changes, and each country and prison have feeds in three formats', () => {
  const told = [...['/articles/', '/changes/', '/timeline/'].map((path) => address(path)), ...[...countries, ...prisons].map(({ href }) => href)];
  for (const name of ['rss.xml', 'atom.xml', 'feed.json']) expect(pathsOf(name)).toEqual(told.map((path) => path + name).sort());
});

test('the feed of articles holds every article with its own dates', () => {
  const { items } = JSON.parse(textOf(address('/articles/feed.json'))) as { items: { url: string; title: string; date_published: string; date_modified: string }[] };
  const shown = items.map(({ url, title, date_published, date_modified }) => [url, title, date_published.slice(0, 10), date_modified.slice(0, 10)]);
  expect(shown.sort()).toEqual(articles.map(({ href, name, published, reviewed }) => [absolute(href), name, published, reviewed]).sort());
});

test('feed readers find the feeds of a page in its head, and no article bears the weight', () => {
  const named = (path: string): string[] => pageAt.get(path)!.root.querySelectorAll('head link[rel="alternate"][type]').map((link) => link.getAttribute('href')!);
  expect(named(address('/')).length).toBe(9);
  const without = [...['/articles/', '/changes/', '/timeline/'].map((path) => address(path)), ...[...countries, ...prisons].map(({ href }) => href)].filter((path) => !named(path).includes(`${path}atom.xml`));
  expect(without).toEqual([]);
  expect(articles.flatMap(({ href }) => named(href))).toEqual([]);
  // What the head calls a feed is what the file calls itself.
  const wrong = pages.flatMap(({ path }) => named(path)).filter((path) => !textOf(path).includes(absolute(path)));
  expect(wrong).toEqual([]);
});
