import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { walk } from '../atlas/tree.ts';
import { remarkQuotes } from './quotes.ts';

const processor = createProcessor({ format: 'mdx' });
/** Text of prose as a reader sees it. */
function read(prose: string): string {
  const tree = processor.parse(prose) as Root;
  remarkQuotes()(tree);
  return [...walk(tree)].map(({ node }) => (node.type === 'text' ? node.value : '')).join('');
}

test.each([
  ['"Success or failure?" asks a title.', '“Success or failure?” asks a title.'],
  ['The prisoners\' side, the state\'s answer', 'The prisoners’ side, the state’s answer'],
  ['It is called "[Prisoners](x) of *empire*".', 'It is called “Prisoners of empire”.'],
  ['(the "new" prison) and "[black site](x)"', '(the “new” prison) and “black site”'],
  ['He said: "\'Quoted\' words" and "Ecuador\'s \'black site\'"', 'He said: “‘Quoted’ words” and “Ecuador’s ‘black site’”'],
  ['In the \'80s -- or later...', 'In the ’80s — or later…'],
  ['The [ACA](x)\'s standards', 'The ACA’s standards'],
])('%s', (written, shown) => {
  expect(read(written)).toBe(shown);
});
