// QR Code as ISO/IEC 18004 describes it, as far as addresses need it: bytes, error correction level M, one mask.

/** Error-correction bytes of a block, and blocks, of each version at level M (ISO/IEC 18004, table 9). */
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
/** Level M and mask 3, (row + column) mod 3 = 0: trying all eight masks takes eight times as long and reads no better. */
const format = 0b00_011;
const isMasked = (x: number, y: number): boolean => (x + y) % 3 === 0;

/** Powers of 2 in the field of 256 elements that QR codes reckon in (twice around, so that exponents need no remainder), and the exponent of each element. */
const powers = new Uint8Array(510);
const exponents = new Uint8Array(256);
for (let exponent = 0, element = 1; exponent < 255; exponent++) {
  powers[exponent] = powers[exponent + 255] = element;
  exponents[element] = exponent;
  element = (element << 1) ^ ((element >>> 7) * 0x11d);
}
const multiply = (a: number, b: number): number => (a && b ? powers[exponents[a]! + exponents[b]!]! : 0);

const divisors = new Map<number, number[]>();
/** The polynomial by which a block is divided for so many bytes of correction. */
function divisorOf(length: number): number[] {
  const known = divisors.get(length);
  if (known) return known;
  const divisor = new Array<number>(length).fill(0);
  divisor[length - 1] = 1;
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < length; j++) divisor[j] = multiply(divisor[j]!, powers[i]!) ^ (divisor[j + 1] ?? 0);
  }
  divisors.set(length, divisor);
  return divisor;
}

/** Reed–Solomon: the bytes that let a reader repair a block. */
function correctionOf(data: readonly number[], length: number): number[] {
  const divisor = divisorOf(length);
  const rest = new Array<number>(length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((value, index) => (rest[index]! ^= multiply(value, factor)));
  }
  return rest;
}

/** A value with the remainder of its division by a generator, both read as polynomials of bits. */
function withRemainder(value: number, generator: number, bits: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * generator);
  return (value << bits) | rest;
}

/** Modules of a version that carry data and correction. */
function capacityOf(version: number): number {
  const patterns = version > 1 ? Math.floor(version / 7) + 2 : 0;
  return (16 * version + 128) * version + 64 - (patterns ? (25 * patterns - 10) * patterns - 55 : 0) - (version >= 7 ? 36 : 0);
}

/** Rows and columns at which alignment patterns stand. */
function alignmentOf(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => version * 4 + 10 - (count - 2 - index) * step)];
}

/** The text's bytes with their header, filled up to the version's room, cut into blocks, corrected, and shuffled. */
function codewordsOf(bytes: Uint8Array, version: number): number[] {
  const room = Math.floor(capacityOf(version) / 8);
  const [parts, repair] = [blocks[version - 1]!, correction[version - 1]!];
  const header = (0b0100).toString(2).padStart(4, '0') + bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const bits = `${header}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const data = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).slice(0, room - parts * repair);
  while (data.length < room - parts * repair) data.push(0xec, 0x11);
  data.length = room - parts * repair;
  const short = Math.floor(room / parts) - repair;
  const long = room % parts;
  const cut = Array.from({ length: parts }, (_, index) => {
    const from = index * short + Math.max(0, index - (parts - long));
    return data.slice(from, from + short + (index >= parts - long ? 1 : 0));
  });
  const repaired = cut.map((block) => correctionOf(block, repair));
  const across = (lists: readonly (readonly number[])[], length: number): number[] => Array.from({ length }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [...across(cut, short + 1), ...across(repaired, repair)];
}

/**
 * The modules of a text's QR code, row by row, dark ones `true`, without the quiet border.
 * @param text at most 666 bytes in UTF-8
 * @throws RangeError if it is longer
 */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = 1 + correction.findIndex((repair, index) => bytes.length + (index < 9 ? 2 : 3) <= Math.floor(capacityOf(index + 1) / 8) - repair * blocks[index]!);
  if (!version) throw new RangeError(`A QR code of level M holds 666 bytes; "${text.slice(0, 40)}…" has ${bytes.length}.`);
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const set = (x: number, y: number, value: boolean): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y]![x] = value;
    fixed[y]![x] = true;
  };
  /** Rings around a middle, light where `light` has their distance from it. */
  const rings = (x: number, y: number, reach: number, light: readonly number[]): void => {
    for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) rings(x, y, 4, [2, 4]);
  const aligned = alignmentOf(version);
  const last = aligned.length - 1;
  aligned.forEach((x, i) => aligned.forEach((y, j) => {
    if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) rings(x, y, 2, [1]);
  }));
  const said = withRemainder(format, 0x537, 10) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const value = ((said >>> i) & 1) === 1;
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, value);
    set(i < 8 ? size - 1 - i : i < 9 ? 15 - i : 14 - i, 8, value);
  }
  set(8, size - 8, true);
  const versioned = withRemainder(version, 0x1f25, 12);
  for (let i = 0; version >= 7 && i < 18; i++) {
    const [near, far] = [Math.floor(i / 3), size - 11 + (i % 3)];
    set(far, near, ((versioned >>> i) & 1) === 1);
    set(near, far, ((versioned >>> i) & 1) === 1);
  }
  // Two columns at a time from the right, up and down in turn; the column of the timing pattern is left out.
  const codewords = codewordsOf(bytes, version);
  let bit = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]![x]) continue;
        const value = ((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
        dark[y]![x] = (value === 1) !== isMasked(x, y);
        bit += 1;
      }
    }
  }
  return dark;
}
