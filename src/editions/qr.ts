import { encode } from 'uqr';

/** Millimetres of a module on paper: a telephone reads it from a hand's length. */
const module = 0.75;

/** A QR code as an SVG image in black on white, with the quiet border that readers need. */
export function toQr(text: string): string {
  // One fixed mask: trying all eight takes eight times as long and reads no better.
  const { size, data } = encode(text, { ecc: 'M', border: 4, maskPattern: 3 });
  const runs = data.flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size * module}mm" height="${size * module}mm" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>\n`;
}
