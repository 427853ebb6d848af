import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { encodePng, ramp } from './png.ts';

/** Pixels of a PNG as another program reads them. */
const read = (png: Buffer, width: number, height: number): Uint8Array =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`).render().pixels;
const picture = (width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Uint8Array =>
  Uint8Array.from({ length: width * height * 4 }, (_, at) => [...colour(Math.floor(at / 4) % width, Math.floor(at / 4 / width)), 255][at % 4]!);

test('few colours come back as they were', () => {
  const pixels = picture(7, 5, (x, y) => [x * 30, y * 50, (x + y) * 10]);
  expect([...read(encodePng(pixels, 7, 5), 7, 5)]).toEqual([...pixels]);
});

test('of too many colours the rare ones become their neighbours', () => {
  const pixels = picture(256, 9, (x, y) => [x & ~7, x & ~7, y < 8 ? x & ~7 : (x & ~7) + (x & 3)]);
  const back = read(encodePng(pixels, 256, 9), 256, 9);
  const worst = Math.max(...pixels.map((value, at) => Math.abs(value - back[at]!)));
  expect([...back.slice(0, 256 * 4)]).toEqual([...pixels.slice(0, 256 * 4)]);
  expect(worst).toBe(3);
});

test('the same pixels make the same bytes', () => {
  const pixels = picture(30, 30, (x, y) => [x * 8, y * 8, (x * y) % 256]);
  expect(encodePng(pixels, 30, 30).equals(encodePng(pixels, 30, 30))).toBe(true);
});

test('what is given a palette has no other colours, two pixels to a byte where they are few', () => {
  const pixels = picture(6, 4, (x) => [x * 50, x * 50, x * 50]);
  const png = encodePng(pixels, 6, 4, { palette: ramp('#000000', '#ffffff', 3) });
  expect([...read(png, 6, 4)]).toEqual([...picture(6, 4, (x) => (x < 2 ? [0, 0, 0] : x < 4 ? [128, 128, 128] : [255, 255, 255]))]);
  expect(png[24]).toBe(4);
});
