import { readFileSync } from 'node:fs';
import satori from 'satori';
import { drawPng } from '../raster/draw.ts';
import { ramp } from '../raster/png.ts';
import { site } from '../site.ts';
import type { Card } from './cards.ts';
import { ink, paper } from './icons.ts';

/** Size of a card in pixels, as the sites that show it expect. */
export const [width, height] = [1200, 630];
/** Other colours of the day theme, as in `styles/tokens.css`; blue marks a tie to the United States and nothing else. */
const [soft, edge, us] = ['#4a463b', '#787160', '#0b3f78'];
const palette = [...ramp(ink, paper, 10), ...ramp(us, paper, 6).slice(0, -1)];
/** Counts up when cards are drawn in another way: the cache is then of no use. */
const version = 2;

const margin = 64;
/** The room of the title: clear of the plan beside it, between the line of its kind and the name of the site. */
const box = { left: margin, top: 132, width: 648, height: 354 };
const sizes = [190, 152, 132, 116, 102, 90, 80, 70, 60, 52];

let faces: Parameters<typeof satori>[1]['fonts'] | undefined;
const fonts = () => (faces ??= ([400, 600] as const).map((weight) => ({ name: 'Archivo', weight, style: 'normal', data: readFileSync(`src/share/fonts/archivo-narrow-${weight}.woff`) })));

interface Element {
  type: string;
  props: { style: object; children?: string | Element[] };
}
const text = (style: object, children: string): Element => ({ type: 'div', props: { style: { position: 'absolute', ...style }, children } });
const title = (words: string, size: number, more: object = { width: box.width, textWrap: 'balance' }): Element =>
  text({ left: box.left, top: box.top, fontSize: size, fontWeight: 600, lineHeight: 1, letterSpacing: '-0.012em', ...more }, words);

/** @param seen is told where the text stands; then it is laid out only, not drawn */
async function draw(children: Element[], seen?: (right: number, bottom: number) => void): Promise<string> {
  const root: Element = { type: 'div', props: { style: { display: 'flex', width, height, fontFamily: 'Archivo', color: ink }, children } };
  return satori(root as unknown as Parameters<typeof satori>[0], {
    width, height, fonts: fonts(),
    ...(seen ? { embedFont: false, onNodeDetected: (node) => { if (node.textContent) seen(node.left + node.width, node.top + node.height); } } : {}),
  });
}

/** Words that lean on the next one: no line ends with them. */
const leaning = /(?<=^|[\s“(])(a|an|and|at|by|de|del|el|for|from|in|la|las|los|of|on|or|san|the|to|with|y) (?=\S)/giu;

/** A title that breaks where a reader pauses: not behind a small word, nor before a short last one. */
export const joinWords = (words: string): string => words.replace(leaning, '$1\u00A0').replace(/(?<=\b\S{1,12}) (?=\S{1,7}$)/u, '\u00A0');

/** Right and bottom edge of a title in pixels, its longest word included, and the size of type at which it fits. */
export async function fitTitle(words: string): Promise<{ size: number; right: number; bottom: number }> {
  let last = { size: 0, right: 0, bottom: 0 };
  // What stays on one line: words, and those that are joined.
  const pieces = words.split(' ');
  // What cannot fit at a third of the size to a letter need not be laid out.
  const hopeless = (size: number): boolean =>
    words.length * size * 0.34 > Math.floor(box.height / size) * box.width || pieces.some(({ length }) => length * size * 0.34 > box.width);
  for (const size of sizes) {
    if (hopeless(size)) continue;
    last = { size, right: 0, bottom: 0 };
    const see = (right: number, bottom: number): void => {
      last.right = Math.max(last.right, right);
      last.bottom = Math.max(last.bottom, bottom);
    };
    const fits = (): boolean => last.right <= box.left + box.width && last.bottom <= box.top + box.height;
    await draw([title(words, size)], see);
    // A word alone in a line shows whether it is longer than that: it would be broken, or stand out. No letter is wider than this.
    const long = pieces.filter(({ length }) => length * size * 0.75 > box.width);
    if (fits() && long.length) await draw(long.map((word) => title(word, size, { whiteSpace: 'nowrap' })), see);
    if (fits()) return last;
  }
  return last;
}

/** The radial plan in a square of 400, its centre at 0: a hub and seven wings, in ink with cells or each by the state of a tie. */
function plan(states: Card['wings']): string {
  const wing = (index: number): string => {
    const state = states?.[index];
    const turn = `transform="rotate(${-135 + index * 45})"`;
    if (!state) return `<g ${turn} stroke="${ink}"><path stroke-width="21" stroke-dasharray="16.3 2.2" d="M-13-64V-191.3M13-64V-191.3"/><path stroke-width="5" d="M0-42V-64"/></g>`;
    const look = { recorded: `fill="${us}"`, alleged: `stroke="${us}" stroke-width="9"`, none: `stroke="${edge}" stroke-width="3"` }[state];
    const inset = state === 'alleged' ? 4.5 : state === 'none' ? 1.5 : 0;
    return `<rect ${turn} ${look} x="${-23.5 + inset}" y="${-191.3 + inset}" width="${47 - 2 * inset}" height="${127 - 2 * inset}"/>`;
  };
  return `${Array.from({ length: 7 }, (_, index) => wing(index)).join('')}<path fill="${ink}" d="M-19-46H19L46-19V19L19 46H-19L-46 19V-19Z"/>`;
}

async function svgOf(card: Card): Promise<string> {
  const words = joinWords(card.title);
  const { size } = await fitTitle(words);
  const svg = await draw([
    text({ left: margin, top: 58, fontSize: 44, fontWeight: 400, color: soft, whiteSpace: 'nowrap' }, card.line),
    title(words, size),
    ...(card.title === site.name ? [] : [text({ left: margin, top: 530, fontSize: 44, fontWeight: 600 }, site.name)]),
  ]);
  const drawing = `<path stroke="${ink}" stroke-width="12" d="M0 6H${width}"/><path stroke="${ink}" stroke-width="3" d="M${margin} 512H${width - margin}"/><g fill="none" transform="translate(946 296) scale(.98)">${plan(card.wings)}</g>`;
  return svg.replace(/<svg[^>]*>/, (start) => `${start}<path fill="${paper}" d="M0 0H${width}V${height}H0z"/>`).replace('</svg>', `${drawing}</svg>`);
}

/**
 * A card: a PNG of 1200 × 630 pixels, the same bytes each time; drawn only if none of the same content was drawn before.
 * @param folder where cards are kept between builds
 */
export const drawCard = (card: Card, folder?: string): Promise<Uint8Array<ArrayBuffer>> =>
  drawPng({ card, version, name: site.name }, () => svgOf(card), { palette, level: 8, ...(folder ? { folder } : {}) });
