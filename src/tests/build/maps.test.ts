import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { address, site } from '../../site.ts';
import { built, expectNoFaults } from './site.ts';

const { pages, pageAt } = built;
const { countries, prisons } = atlas();
const inDist = (href: string): string => join('dist', href.slice(site.base.length));

test('on the home page and among the countries the map links each country and each prison, and lists those without a position', () => {
  for (const path of ['/', '/countries/']) {
    const map = pageAt.get(address(path))!.root.querySelector('figure.map')!;
    const linked = map.querySelectorAll('svg a').map((link) => link.getAttribute('href'));
    expect(linked.filter((href) => !countries.some((country) => country.href === href)).sort()).toEqual(prisons.filter(({ coordinates }) => coordinates).map(({ href }) => href).sort());
    expect(linked).toHaveLength(new Set(linked).size);
    expect(countries.filter(({ href }) => !linked.includes(href)).map(({ id }) => id)).toEqual([]);
    expect(map.querySelectorAll('details a').map((link) => link.getAttribute('href')).sort()).toEqual(prisons.filter(({ coordinates }) => !coordinates).map(({ href }) => href).sort());
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
  const sizeOf = (href: string): string => {
    const png = readFileSync(inDist(href));
    return `${png.readUInt32BE(16)}/${png.readUInt32BE(20)}`;
  };
  expectNoFaults(pages, (page) =>
    page.root.querySelectorAll('figure.map picture').flatMap((picture) => {
      const image = picture.querySelector('img')!;
      const addresses = [image.getAttribute('src')!, picture.querySelector('source')!.getAttribute('srcset')!];
      const ratio = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
      return [
        ...(image.getAttribute('loading') === 'lazy' ? [] : ['does not wait']),
        ...addresses.flatMap((href) => {
          const [width, height] = sizeOf(href).split('/').map(Number) as [number, number];
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
