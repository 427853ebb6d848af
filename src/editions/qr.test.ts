import jsQr from 'jsqr';
import { expect, test } from 'vitest';
import { toQr } from './qr.ts';

/** The image as a camera sees it, four pixels to a module. */
function draw(svg: string): { pixels: Uint8ClampedArray; side: number } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const side = size * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row++) for (let column = Number(x) * 4; column < (Number(x) + Number(length)) * 4; column++) pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  }
  return { pixels, side };
}

test.each(['https://example.org/', 'https://example.org/articles/accreditation-as-export/', `https://example.org/${'long-'.repeat(40)}/`])('%s comes back from its code', (url) => {
  const { pixels, side } = draw(toQr(url));
  expect(jsQr(pixels, side, side)?.data).toBe(url);
});
