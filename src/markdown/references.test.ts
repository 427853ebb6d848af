import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { loadAtlas } from '../atlas/atlas.ts';
import { good } from '../tests/fixtures/roots.ts';
import { remarkReferences } from './references.ts';
import { rehypeTables, type Root } from './tables.ts';

loadAtlas(good);

/** HTML of a file of the good fixture, compiled with the plugins of the site. */
async function render(file: string): Promise<string> {
  const value = readFileSync(`${good}/${file}`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  let html = '';
  const capture = () => (tree: Root) => void (html = toHtml(tree));
  await compile({ value, path: resolve(file) }, { remarkPlugins: [remarkReferences, remarkGfm], rehypePlugins: [rehypeTables, capture] });
  return html;
}
const mark = (source: number, use: number, shown = String(source)): string => `<sup><a href="#s${source}" id="c${source}-${use}" role="doc-noteref">${shown}</a></sup>`;

test('references become addresses and citations numbered marks with their locators', async () => {
  const html = await render('content/articles/water.mdx');
  expect(html).toContain(
    `<p><a href="/prisons/la-tramacua/">La Tramacúa</a> opened in 2000.${mark(1, 1)} The <a href="/glossary/bureau-of-prisons/">Bureau of Prisons</a> helped.${mark(2, 1, '2, p. 4')}${mark(1, 2)}</p>`,
  );
  for (const link of [
    '<a href="/countries/colombia/#la-tramacua-opened-2000">a record</a>',
    '<a href="/claims/#founding-01">a claim</a>',
    '<a href="/countries/honduras/">Honduras</a>',
    '<a href="/articles/towers/#the-plan">another article</a>',
    '<a href="/about/">elsewhere</a>',
  ]) {
    expect(html).toContain(link);
  }
  expect(html).toContain(`${mark(2, 2, '2, pp. 5–6')} How such facts are chosen`);
  expect(html).toContain('<h2 id="what-it-cost"><a href="#what-it-cost">What it cost</a><span id="its-price"></span></h2>');
  expect(html).not.toContain('[^');
});

test('a Spanish text leads to Spanish pages where there are some and has numbers of its own', async () => {
  const html = await render('content/articles/water.es.mdx');
  expect(html).toContain(`<a href="/es/glossary/bureau-of-prisons/">Oficina de Prisiones</a> ayudó.${mark(1, 1, '1, p. 4')}`);
  expect(html).toContain(`<a href="/es/prisons/la-tramacua/">La Tramacúa</a> abrió en 2000.${mark(2, 1)} <a href="/articles/towers/#the-plan">Más</a>`);
});

test('a paragraph that stands for a figure becomes its element', async () => {
  const html = await render('content/articles/years.mdx');
  expect(html).toContain('<figure id="figure-prisoners-of-colombia" lang="en" data-file="content/articles/years.mdx">Prisoners of Colombia</figure>');
  expect(html).toContain(`in other ways.${mark(2, 2)} Compare <a href="/articles/years/#figure-prisoners-of-colombia">`);
});

test('a table aligns by class, names its columns, scrolls in a box of its own and has a link to itself below it', async () => {
  const html = await render('content/articles/water.mdx');
  expect(html.replace(/\n/g, '')).toContain('<div class="scroll" tabindex="0" role="group" aria-labelledby="what-it-cost"><table id="table-what-it-cost"><thead><tr><th scope="col">year</th><th class="n" scope="col">held</th></tr></thead><tbody><tr><td>2000</td><td class="n">1600</td></tr></tbody></table></div><p class="meta screen"><a href="#table-what-it-cost">Link to this table</a><span id="table-its-price"></span></p>');
});
