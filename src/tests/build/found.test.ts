import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { absolute, address, site, wings } from '../../site.ts';
import { built, pngSize } from './site.ts';

const { pages, pageAt, fileAt } = built;
const { articles, countries, prisons, pages: own, published } = atlas();
const textOf = (path: string): string => readFileSync(fileAt(address(path))!, 'utf8');
const within = (url: string): string => url.slice(site.url.length);

interface MappedUrl {
  loc: string;
  lastmod?: string;
}
const mapped = (): MappedUrl[] => (new XMLParser({ isArray: (name) => name === 'url', parseTagValue: false }).parse(textOf('/sitemap.xml')) as { urlset: { url: MappedUrl[] } }).urlset.url;

test('the site map lists every page once and nothing else', () => {
  expect(SyntaxValidator.validate(textOf('/sitemap.xml'))).toBe(true);
  expect(mapped().map(({ loc }) => loc).sort()).toEqual(pages.filter(({ path }) => !path.endsWith('/404.html')).map(({ path }) => absolute(path)).sort());
});

test('the site map has the dates of the content', () => {
  const days = new Map(mapped().map(({ loc, lastmod }) => [within(loc), lastmod]));
  expect(articles.filter(({ href, reviewed }) => days.get(href) !== reviewed)).toEqual([]);
  expect(own.filter(({ href, reviewed }) => days.get(href) !== reviewed)).toEqual([]);
  expect([...countries, ...prisons].filter(({ href, reviewed }) => !(days.get(href)! >= reviewed))).toEqual([]);
  const known = [...articles, ...countries, ...prisons, ...own].map(({ reviewed }) => reviewed).concat([...published.values()]).sort();
  expect([...days.values()].filter((day) => day !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day > known.at(-1)!))).toEqual([]);
  const ofContent = [...days].filter(([path]) => wings.some((wing) => path.startsWith(address(`/${wing}/`))) && published.has(path.slice(site.base.length)));
  expect(ofContent.filter(([, day]) => !day).map(([path]) => path)).toEqual([]);
});

test('robots may read everything and are told where the map is', () => {
  expect(textOf('/robots.txt').split('\n').filter(Boolean)).toEqual(['User-agent: *', 'Allow: /', `Sitemap: ${absolute(address('/sitemap.xml'))}`]);
});

test('a browser can search from its address bar', () => {
  const described = textOf('/opensearch.xml');
  expect(SyntaxValidator.validate(described)).toBe(true);
  const { OpenSearchDescription: engine } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(described) as { OpenSearchDescription: { ShortName: string; Description: string; Url: { type: string; rel?: string; template: string }[] } };
  expect(engine.ShortName.length).toBeLessThanOrEqual(16);
  expect(engine.Description.length).toBeLessThanOrEqual(1024);
  const template = engine.Url.find(({ type }) => type === 'text/html')!.template;
  // The parameter is the one of the search form.
  const form = pageAt.get(address('/'))!.root.querySelector('form[role="search"]')!;
  expect(template).toBe(`${absolute(form.getAttribute('action')!)}?${form.querySelector('input')!.getAttribute('name')}={searchTerms}`);
  for (const path of ['/', '/search/']) expect(pageAt.get(address(path))!.root.querySelector('link[rel="search"]')?.getAttribute('href'), path).toBe(address('/opensearch.xml'));
});

test('icons have the sizes that are said of them', () => {
  const manifest = JSON.parse(textOf('/manifest.webmanifest')) as { name: string; start_url: string; icons: { src: string; sizes: string; type: string }[] };
  expect(pageAt.get(address('/'))!.root.querySelector('link[rel="manifest"]')?.getAttribute('href')).toBe(address('/manifest.webmanifest'));
  expect(pageAt.has(manifest.start_url)).toBe(true);
  const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ src }) => pngSize(readFileSync(fileAt(src)!)))).toEqual(drawn.map(({ sizes }) => sizes));
  expect(new Set(drawn.map(({ sizes }) => sizes))).toEqual(new Set(['192x192', '512x512']));
  expect(pngSize(readFileSync(fileAt(address('/apple-touch-icon.png'))!))).toBe('180x180');
  const ico = readFileSync(fileAt(address('/favicon.ico'))!);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[7]]).toEqual([0, 1, 1, 32, 32]);
  expect(pngSize(ico.subarray(ico.readUInt32LE(18)))).toBe('32x32');
  expect(ico.length).toBe(ico.readUInt32LE(18) + ico.readUInt32LE(14));
});

test('llms.txt has a title, a summary, and links that lead somewhere', () => {
  const text = textOf('/llms.txt');
  expect(text).toMatch(/^# .+\n\n> .+\n\n(?!#)/);
  const links = [...text.matchAll(/^- \[(.+)\]\((\S+)\): .+$/gm)];
  expect(links.length).toBe(text.split('\n').filter((line) => line.startsWith('- ')).length);
  expect(links.filter(([, , url]) => !pageAt.has(within(url!))).map(([line]) => line)).toEqual([]);
  expect(articles.filter(({ href }) => !text.includes(`(${absolute(href)})`)).map(({ href }) => href)).toEqual([]);
});
