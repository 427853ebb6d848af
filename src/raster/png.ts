import { deflateSync, crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours kept, of the 256 that one byte can name: fewer make smaller files, and what is drawn here needs few. */
const most = 64;

/** A colour as one number: 0xrrggbb. */
export type Colour = number;

const channelsOf = (colour: Colour): [red: number, green: number, blue: number] => [(colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255];

/** Colours from one `#rrggbb` to the other in equal steps, both included. */
export function ramp(from: string, to: string, steps: number): Colour[] {
  const channels = (hex: string): number[] => channelsOf(Number.parseInt(hex.slice(1), 16));
  const [a, b] = [channels(from), channels(to)];
  return Array.from({ length: steps }, (_, step) => a.reduce((colour, value, part) => (colour << 8) | Math.round(value + ((b[part]! - value) * step) / (steps - 1)), 0));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Pixels of one colour that follow each other in reading order, up to `to`. */
interface Run {
  colour: Colour;
  to: number;
}

function runsOf(pixels: Uint8Array, end: number): Run[] {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, end); // compared only, so their byte order does not matter
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < end; from = to) {
    const word = words[from];
    do to += 1; while (to < end && words[to] === word);
    runs.push({ colour: (pixels[from * 4]! << 16) | (pixels[from * 4 + 1]! << 8) | pixels[from * 4 + 2]!, to });
  }
  return runs;
}

/** For each colour that is used the nearest of those allowed: those given, otherwise the most frequent. */
function mapping(counts: ReadonlyMap<Colour, number>, given?: readonly Colour[]): Map<Colour, Colour> {
  // Equal counts are parted by the colour itself, so that the file is the same each time.
  const allowed = given ?? [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most).map(([colour]) => colour);
  const known = new Set(allowed);
  const distance = (a: Colour, b: Colour): number => {
    const [first, second] = [channelsOf(a), channelsOf(b)];
    return first.reduce((sum, value, part) => sum + (value - second[part]!) ** 2, 0);
  };
  return new Map([...counts.keys()].map((colour) => [colour, known.has(colour) ? colour : allowed.reduce((best, other) => (distance(other, colour) < distance(best, colour) ? other : best))]));
}

/**
 * An opaque picture as PNG (W3C PNG, third edition) with a palette, a third of the size of one in full colour: what is drawn here
 * has a few flat colours and their mixtures at the edges; another colour becomes the nearest of the palette. The same bytes each time.
 * @param pixels four bytes each, red, green, blue, alpha, row by row, from a multiple of four in their buffer; alpha is ignored
 * @param width in pixels
 * @param height in pixels
 * @param palette at most 256 colours; without one, the 64 most frequent
 * @param level how hard to compress, of 9: 8 takes a third of the time of 9 for two hundredths more bytes
 */
export function encodePng(pixels: Uint8Array, width: number, height: number, { palette, level = 9 }: { palette?: readonly Colour[]; level?: number } = {}): Buffer {
  const runs = runsOf(pixels, width * height);
  const counts = new Map<Colour, number>();
  runs.forEach(({ colour, to }, index) => counts.set(colour, (counts.get(colour) ?? 0) + to - (runs[index - 1]?.to ?? 0)));
  const shown = mapping(counts, palette);
  const uses = new Map<Colour, number>();
  for (const [colour, count] of counts) uses.set(shown.get(colour)!, (uses.get(shown.get(colour)!) ?? 0) + count);
  // The most frequent colour is byte 0, and so on: such rows compress best.
  const entries = [...uses].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  const indexOf = new Map([...shown].map(([colour, entry]) => [colour, entries.indexOf(entry)]));

  const depth = entries.length > 16 ? 8 : 4; // bits a pixel
  const row = Math.ceil((width * depth) / 8) + 1; // each begins with its filter: none
  const rows = Buffer.alloc(row * height);
  const line = new Uint8Array(width + 1);
  for (let y = 0, run = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      const end = Math.min(width, runs[run]!.to - y * width);
      line.fill(indexOf.get(runs[run]!.colour)!, x, end);
      if (runs[run]!.to <= y * width + end) run += 1;
      x = end;
    }
    const at = y * row + 1;
    if (depth === 8) rows.set(line.subarray(0, width), at);
    else for (let x = 0; x < width; x += 2) rows[at + x / 2] = (line[x]! << 4) | line[x + 1]!;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 3, 0, 0, 0], 8); // indexed, not interlaced
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', Buffer.from(entries.flatMap(channelsOf))), chunk('IDAT', deflateSync(rows, { level })), chunk('IEND', Buffer.alloc(0))]);
}
