import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { encodePng, type Colour } from './png.ts';

const cache = join(process.cwd(), 'node_modules', '.cache', 'pictures');
/** Changes when the same input would be drawn otherwise. */
const version = '2';
const logEvery = 50;
let drawn = 0;

/** How a picture is drawn: pixels of the PNG for one unit of the SVG, and as `encodePng` takes them its palette and how hard to compress. */
interface Options {
  scale?: number;
  palette?: readonly Colour[];
  level?: number;
  /** Where pictures are kept between builds. */
  folder?: string;
}

/**
 * A picture as PNG, drawn once: the next build takes it from the cache by what it is made of.
 * @param input all that decides what it looks like; its JSON is the key
 * @param svg makes the picture, opaque; called only if it is not there
 */
export async function drawPng(input: unknown, svg: () => string | Promise<string>, { scale = 1, folder = cache, ...encoding }: Options = {}): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(JSON.stringify([version, scale, encoding, input])).digest('hex').slice(0, 32);
  const file = join(folder, `${key}.png`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const { pixels, width, height } = new Resvg(await svg(), { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } }).render();
  const png = encodePng(pixels, width, height, encoding);
  // Megabytes that would wait for a collection of the whole heap, and cause one every few pictures.
  (pixels.buffer as ArrayBuffer).transfer(0);
  mkdirSync(folder, { recursive: true });
  // Two builds at once may draw the same picture: whoever is last replaces it whole.
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, png);
  renameSync(temporary, file);
  drawn += 1;
  if (drawn % logEvery === 0) console.log(`pictures: ${drawn} drawn`);
  return new Uint8Array(png);
}
