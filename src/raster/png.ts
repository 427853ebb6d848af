import { deflateSync, crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours kept, of the 256 that one byte can name: fewer make smaller files, and what is drawn here needs few. */
const most = 64;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The most frequent colours, and for each colour that is used the number of the nearest of them. */
function paletteOf(colours: Uint32Array): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  // Equal counts are parted by the colour itself, so that the file is the same each time.
  const palette = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most).map(([colour]) => colour);
  const channel = (colour: number, shift: number): number => (colour >>> shift) & 255;
  const distance = (a: number, b: number): number => [0, 8, 16].reduce((sum, shift) => sum + (channel(a, shift) - channel(b, shift)) ** 2, 0);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (!indexOf.has(colour)) indexOf.set(colour, palette.reduce((best, other, index) => (distance(other, colour) < distance(palette[best]!, colour) ? index : best), 0));
  }
  return { palette, indexOf };
}

/**
 * An opaque picture as PNG with at most 64 colours (W3C PNG, third edition), a third of the size of one in full colour: what is drawn here
 * has a few flat colours and their mixtures at the edges; rare mixtures become the nearest frequent colour.
 * @param pixels four bytes each, red, green, blue, alpha, row by row; alpha is ignored
 * @param width in pixels
 * @param height in pixels
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const colours = Uint32Array.from({ length: width * height }, (_, index) => (pixels[index * 4]! << 16) | (pixels[index * 4 + 1]! << 8) | pixels[index * 4 + 2]!);
  const { palette, indexOf } = paletteOf(colours);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits each, indexed, no interlacing
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x]!)!;
  }
  const entries = Buffer.from(palette.flatMap((colour) => [(colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255]));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
