import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import type { Page } from '../atlas/model.ts';
import { goodAtlas } from '../tests/fixtures/roots.ts';
import { feedFormats, type Feed } from './feed-formats.ts';
import { feedsOf } from './feeds.ts';
import { modifiedOn } from './sitemap.ts';

const atlas = goodAtlas();
const feedAt = (path: string, of = atlas): Feed => feedsOf(of).find((each) => each.path === path)!.feed;

test('there is a feed of articles, of records, of each country and each prison, in the languages in which they are written', () => {
  const shown = (of = atlas): string[] => feedsOf(of).map(({ path }) => path);
  expect(shown()).toEqual(['/articles/', '/timeline/', '/countries/colombia/', '/countries/honduras/', '/prisons/la-tramacua/']);
  expect(shown(goodAtlas('es'))).toEqual(['/articles/', '/timeline/', '/countries/colombia/', '/prisons/la-tramacua/']);
});

test('a record is new on the day on which the ledger first had it, whatever the date of what it tells', () => {
  const { items } = feedAt('/timeline/');
  expect(items.map(({ published }) => published)).toEqual(items.map(({ published }) => published).sort().reverse());
  const opened = items.find(({ url }) => url.endsWith('#la-tramacua-opened-2000'))!;
  expect(opened).toMatchObject({ title: 'Colombia, 16\u00a0November 2000: construction', published: '2026-11-20', updated: '2026-11-20' });
  expect(opened.text).toBe('President Pastrana dated the opening of La Tramacúa to 16 November 2000.\nNote: The speech was read in a copy.\nSources: Pastrana 2002.');
  // Not in the ledger yet: the day on which its country was last checked.
  expect(items.find(({ url }) => url.endsWith('#colombia-design-2000'))!.published).toBe('2026-11-21');
});

test('the feed of a place has its profile, the articles about it and its records', () => {
  expect(feedAt('/countries/honduras/').items.map(({ url }) => url.replace('https://example.org', ''))).toEqual([
    '/countries/honduras/', '/articles/academy/', '/articles/towers/', '/articles/water/', '/countries/honduras/#honduras-guards-trained-2012',
  ]);
});

test('the page of changes is told day by day, without what else stands on it', () => {
  const page = { id: 'changes', href: '/changes/', lang: 'en', plain: 'Hello.\n2 December 2026\nA figure.\nA date.\n21 November 2026\nFirst.\nHow\nBy hand.', headings: [{ id: 'section-2', text: '2 December 2026', depth: 2 }, { id: 'section-21', text: '21 November 2026', depth: 2 }, { id: 'how', text: 'How', depth: 2 }] } as unknown as Page;
  expect(feedAt('/changes/', { ...atlas, pages: [page] }).items.map(({ url, published, text }) => [url, published, text])).toEqual([
    ['https://example.org/changes/#section-2', '2026-12-02', 'A figure.\nA date.'],
    ['https://example.org/changes/#section-21', '2026-11-21', 'First.'],
  ]);
});

describe.each(feedFormats)('$name', ({ name, write }) => {
  const hard = 'Ñ & <b>"it\'s"</b> ]]> \u0001\ud83d\udd12';
  const feed: Feed = { title: hard, description: hard, lang: 'en', home: 'https://example.org/?a=1&b=2', items: [{ url: 'https://example.org/?a=1&b=2#x', title: hard, text: hard, lang: 'es', published: '2026-01-31', updated: '2026-02-01' }] };
  const text = write(feed, 'https://example.org/feed');

  test('carries any text as it is', () => {
    if (name === 'JSON Feed') expect((JSON.parse(text) as { items: { title: string }[] }).items[0]!.title).toBe(hard);
    else {
      expect(SyntaxValidator.validate(text)).toBe(true);
      const { rss, feed: atom } = new XMLParser().parse(text) as { rss?: { channel: { item: { title: string } } }; feed?: { entry: { title: string } } };
      expect(rss?.channel.item.title ?? atom?.entry.title).toBe(hard.replace('\u0001', ''));
    }
  });

  test('tells the days', () => {
    expect(text).toContain(name === 'RSS' ? 'Sat, 31 Jan 2026 00:00:00 GMT' : '2026-01-31T00:00:00Z');
  });
});

test('the site map dates a page by its content: its review, or the newest record on it', () => {
  const days = modifiedOn(atlas);
  expect(Object.fromEntries(['/articles/water/', '/countries/colombia/', '/timeline/2000/', '/timeline/2012/', '/claims/', '/glossary/bureau-of-prisons/', '/'].map((path) => [path, days.get(path)]))).toEqual({
    '/articles/water/': '2026-11-21', '/countries/colombia/': '2026-11-21', '/timeline/2000/': '2026-11-21', '/timeline/2012/': '2026-11-21',
    '/claims/': '2026-11-20', '/glossary/bureau-of-prisons/': undefined, '/': '2026-11-21',
  });
});

test('RSS describes in HTML, as its readers expect, and says the same', () => {
  const item = { url: 'https://example.org/#x', title: 'A', text: 'R&D <b> was "cut".\nSources: A.', lang: 'en', published: '2026-01-31', updated: '2026-01-31' };
  const text = feedFormats[0].write({ title: 'A', description: 'B', lang: 'en', home: 'https://example.org/', items: [item] }, 'https://example.org/rss.xml');
  const { rss } = new XMLParser().parse(text) as { rss: { channel: { item: { description: string } } } };
  expect(rss.channel.item.description).toBe('R&amp;D &lt;b&gt; was &quot;cut&quot;.<br>Sources: A.');
});
