import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** A colour of `#rrggbb`. */
const parse = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** Colours from one to the other in equal steps, both included. */
export function ramp(from: string, to: string, steps: number): Colour[] {
  const [a, b] = [parse(from), parse(to)];
  return Array.from({ length: steps }, (_, step) => a.map((value, part) => Math.round(value + ((b[part]! - value) * step) / (steps - 1))) as unknown as Colour);
}

function nearest(palette: readonly Colour[], red: number, green: number, blue: number): number {
  const far = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
  return far.indexOf(Math.min(...far));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/**
 * A PNG of at most 16 colours, each pixel the nearest of them, two pixels to a byte; the same bytes each time.
 * @param pixels red, green, blue and alpha of each pixel, opaque, row by row
 * @param width in pixels, even
 */
export function encodePng(pixels: Uint8Array, width: number, height: number, palette: readonly Colour[]): Uint8Array<ArrayBuffer> {
  const known = new Map<number, number>();
  const at = (offset: number): number => {
    const [red, green, blue] = [pixels[offset]!, pixels[offset + 1]!, pixels[offset + 2]!];
    const colour = (red << 16) | (green << 8) | blue;
    let index = known.get(colour);
    if (index === undefined) known.set(colour, (index = nearest(palette, red, green, blue)));
    return index;
  };
  const row = width / 2 + 1; // each row begins with its filter: none
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 2) rows[y * row + 1 + x / 2] = (at((y * width + x) * 4) << 4) | at((y * width + x + 1) * 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8); // four bits a pixel, indexed
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from(Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', Uint8Array.from(palette.flat())), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', new Uint8Array())]));
}
