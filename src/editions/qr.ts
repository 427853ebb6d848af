import { qrCode } from './qr-code.ts';

/** Millimetres of a module on paper: a telephone reads it from a hand's length. */
const module = 0.75;
/** Light modules around the code, without which readers do not find it. */
const quiet = 4;

/** A QR code as an SVG image in black on white, with its quiet border. */
export function toQr(text: string): string {
  const code = qrCode(text);
  const size = code.length + 2 * quiet;
  const runs = code.flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size * module}mm" height="${size * module}mm" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>\n`;
}
