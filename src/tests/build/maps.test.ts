import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { parts } from '../../figures/map.ts';
import { address, site } from '../../site.ts';
import { built, expectNoFaults, pngSize } from './site.ts';

const { pages, pageAt } = built;
const { countries, prisons } = atlas();
const inDist = (href: string): string => join('dist', href.slice(site.base.length));

const hrefsOf = (links: readonly HTMLElement[]): string[] => links.map((link) => link.getAttribute('href')!);

test('on the home page and among the countries the map links each country, prison and larger map, and lists each country and each prison', () => {
  const placed = prisons.filter(({ coordinates }) => coordinates).map(({ href }) => href);
  const larger = hrefsOf(pageAt.get(address('/countries/'))!.root.querySelectorAll('.part-map svg a'));
  for (const path of ['/', '/countries/']) {
    const map = pageAt.get(address(path))!.root.querySelector('figure.world-map')!;
    const linked = hrefsOf(map.querySelectorAll('svg a'));
    expect(linked.filter((href) => !placed.includes(href))).toEqual([...countries.map(({ href }) => href), ...parts.map((part) => address(`/countries/#map-${part}`))]);
    // A prison in a crowded part is found on its larger map.
    expect(placed.filter((href) => !linked.includes(href) && !larger.includes(href))).toEqual([]);
    expect(hrefsOf(map.querySelectorAll('details a'))).toEqual([...countries, ...prisons].map(({ href }) => href));
    const starred = map.querySelectorAll('details li').filter(({ text }) => text.endsWith('*'));
    expect(starred.map((item) => item.querySelector('a')!.getAttribute('href'))).toEqual(prisons.filter(({ coordinates }) => !coordinates).map(({ href }) => href));
  }
});

test('the map of a part links its prisons and lists the same', () => {
  for (const part of parts) {
    const map = pageAt.get(address('/countries/'))!.root.querySelector(`section[aria-labelledby="map-${part}"]`)!;
    const listed = hrefsOf(map.querySelectorAll('details a'));
    expect(listed.length).toBeGreaterThan(0);
    expect(hrefsOf(map.querySelectorAll('svg a')).filter((href) => !countries.some((country) => country.href === href))).toEqual(listed);
  }
});

test('the picture on a page of a prison alone tells which of its country’s prisons it is', () => {
  const pictureAt = (href: string): Buffer | undefined => {
    const image = pageAt.get(href)!.root.querySelector('.place-map img');
    return image ? readFileSync(inDist(image.getAttribute('src')!)) : undefined;
  };
  for (const country of countries) {
    const placed = country.prisons.filter(({ coordinates }) => coordinates);
    if (placed.length < 2) continue;
    const pictures = [pictureAt(country.href)!, ...placed.map(({ href }) => pictureAt(href)!)].map((picture) => picture.toString('base64'));
    expect(new Set(pictures).size, country.id).toBe(placed.length + 1);
  }
});

test('the map of a country links its prisons', () => {
  const missing = countries.flatMap((country) => {
    const links = pageAt.get(country.href)!.root.querySelectorAll('.place-map svg a').map((link) => link.getAttribute('href'));
    return country.prisons.filter(({ coordinates, href }) => coordinates && !links.includes(href)).map(({ id }) => id);
  });
  expect(missing).toEqual([]);
});

test('every picture is there in both themes, is as large as its page says, and waits', () => {
  expectNoFaults(pages, (page) =>
    page.root.querySelectorAll('figure.map picture').flatMap((picture) => {
      const image = picture.querySelector('img')!;
      const addresses = [image.getAttribute('src')!, picture.querySelector('source')!.getAttribute('srcset')!];
      const ratio = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
      return [
        ...(image.getAttribute('loading') === 'lazy' ? [] : ['does not wait']),
        ...addresses.flatMap((href) => {
          const [width, height] = pngSize(readFileSync(inDist(href))).split('x').map(Number) as [number, number];
          return Math.abs(width / height - ratio) < 0.01 ? [] : [`${href} is ${width} by ${height}`];
        }),
      ];
    }),
  );
});

test('the figures of the home page weigh at most 60 kB', () => {
  const picture = pageAt.get(address('/'))!.root.querySelector('figure.map picture')!;
  for (const href of [picture.querySelector('img')!.getAttribute('src')!, picture.querySelector('source')!.getAttribute('srcset')!]) expect(statSync(inDist(href)).size).toBeLessThanOrEqual(60_000);
});
