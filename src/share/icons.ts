import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Ink and paper of the day theme, as in `styles/tokens.css`. */
export const [ink, paper] = ['#1a1915', '#f4f1e8'];

/**
 * The emblem of `public/favicon.svg` as a PNG, in ink on paper; the same bytes each time.
 * @param size in pixels, both ways
 * @param margin share of the size left free on each side: systems cut icons to circles and round corners
 */
export function drawIcon(size: number, margin: number): Uint8Array<ArrayBuffer> {
  const emblem = readFileSync('public/favicon.svg', 'utf8').replace(/<style>.*?<\/style>/s, '').replaceAll('currentColor', ink);
  const edge = 400 / (1 - 2 * margin);
  const from = (400 - edge) / 2;
  const framed = emblem.replace('viewBox="0 0 400 400"', `viewBox="${from} ${from} ${edge} ${edge}"`);
  return Uint8Array.from(new Resvg(framed, { background: paper, fitTo: { mode: 'width', value: size } }).render().asPng());
}

/** An ICO file that holds one PNG. */
export function makeIco(png: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(22));
  head.setUint16(2, 1, true); // an icon
  head.setUint16(4, 1, true); // one picture
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true); // planes
  head.setUint16(12, 32, true); // bits a pixel
  head.setUint32(14, png.length, true);
  head.setUint32(18, head.byteLength, true);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...png]);
}
