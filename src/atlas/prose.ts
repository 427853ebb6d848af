import { createProcessor } from '@mdx-js/mdx';
import type { Image, Link, Node, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import { codeOf, hiddenCharacter, mixedLetters, wordAt } from '../i18n/characters.ts';
import { curly } from '../i18n/curly.ts';
import { makeHeadingIds } from './heading-ids.ts';
import type { Place } from './located.ts';
import { problem, type Problem } from './problem.ts';
import { checkNesting, placesIn } from './raw-text.ts';
import { textOf, walk } from './tree.ts';

/** A citation in prose, in reading order. */
export interface ProseCitation {
  source: string;
  locator?: string;
  place: Place;
}

/** A link in prose; its address is as written. */
export interface ProseLink {
  url: string;
  place: Place;
}

/** A figure that stands between two paragraphs. */
export interface ProseFigure {
  id: string;
  /** Citations of the text that stand before it. */
  before: number;
  place: Place;
}

export interface Heading {
  id: string;
  text: string;
  /** 2 or 3. */
  depth: number;
}

/** A table of the text, with a fragment of its own. */
export interface ProseTable {
  id: string;
  /** Heading under which it stands, if any does. */
  heading: Heading | undefined;
}

/** What the atlas needs to know of the text below the front matter. */
export interface Prose {
  citations: ProseCitation[];
  links: ProseLink[];
  figures: ProseFigure[];
  headings: Heading[];
  tables: ProseTable[];
  /** Words of running text, without citations. */
  words: number;
  /** The whole running text, a paragraph a line, without citations and marks. */
  plain: string;
}

/** One citation mark in a text node: "[^source-id]" or "[^source-id, p. 4]". */
export const citationPattern = /\[\^([^\]\s,]+)(?:,\s*([^\]]+))?\]/g;

/** What an image's address begins with that is a figure of the atlas. */
const figureScheme = 'figure:';

/** Id of the figure that a paragraph stands for: it holds nothing but "![Title](figure:id)". */
export function figureOf(node: Node): string | undefined {
  const [only, ...others] = node.type === 'paragraph' ? (node as Parents).children : [];
  return only?.type === 'image' && !others.length && only.url.startsWith(figureScheme) ? only.url.slice(figureScheme.length) : undefined;
}

/** Ids that pages give to their own parts: a heading with such a name gets a number behind it. */
const pageIds = ['main', 'menu', 'q', 'contents', 'ties', 'prisons', 'disputes', 'records', 'elsewhere', 'claims', 'articles', 'questions', 'places', 'related', 'sources', 'cited-by'];

const processor = createProcessor({ format: 'mdx', remarkPlugins: [remarkGfm] });
const codeNodes = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'html']);

/**
 * Reads the MDX below the front matter. Whatever would fail or surprise later in the build is a problem here.
 * @param body text of the file with its front matter blanked out, so that lines agree with the file
 */
export function readProse(body: string, file: string): { prose: Prose; problems: Problem[] } {
  const prose: Prose = { citations: [], links: [], figures: [], headings: [], tables: [], words: 0, plain: '' };
  const problems: Problem[] = [];
  const tangled = checkNesting(body, file);
  if (tangled.length) return { prose, problems: tangled };
  let tree: Root;
  try {
    tree = processor.parse(body) as Root;
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    const said = (reason ?? String(error)).replace(/\s+/g, ' ');
    return { prose, problems: [problem('bad-mdx', { file, line: line ?? 1, column: column ?? 1 }, { said })] };
  }
  const placeAt = placesIn(body, file);
  const placeOf = (node: Node, skip = 0): Place => placeAt((node.position?.start.offset ?? 0) + skip);
  const sourceOf = (node: Node): string => body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const idOf = makeHeadingIds(pageIds);
  for (const { node, parent } of walk(tree)) {
    if (codeNodes.has(node.type)) problems.push(problem('code-in-prose', placeOf(node), { found: sourceOf(node).split('\n')[0]!.slice(0, 40) }));
    if (node.type === 'image' || node.type === 'imageReference') {
      const isFigure = (node as Image).url?.startsWith(figureScheme);
      if (!isFigure) problems.push(problem('image-in-prose', placeOf(node)));
      else if (!tree.children.includes(parent as never) || figureOf(parent!) === undefined) problems.push(problem('figure-in-line', placeOf(node)));
    }
    if (node.type === 'heading') {
      const text = plainText(node);
      if (!text) problems.push(problem('empty-heading', placeOf(node)));
      if (node.depth !== 2 && node.depth !== 3) problems.push(problem('bad-heading', placeOf(node), { found: '#'.repeat(node.depth) }));
      if (textOf(node).match(citationPattern)) problems.push(problem('citation-in-heading', placeOf(node)));
      prose.headings.push({ id: idOf(text), text: curly(text), depth: node.depth });
    }
    if (node.type === 'table') {
      const heading = prose.headings.at(-1);
      prose.tables.push({ id: idOf(`table ${heading?.id ?? 'top'}`), heading });
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') problems.push(problem('checkbox-in-prose', placeOf(node)));
    // What a file's characters do not show may be spelt out: "&#x202E;".
    const { value, url, title, alt } = node as { value?: unknown; url?: unknown; title?: unknown; alt?: unknown };
    for (const written of [value, url, title, alt]) {
      if (typeof written !== 'string') continue;
      const [hidden] = hiddenCharacter.exec(written) ?? [];
      const mixed = mixedLetters.exec(written);
      if (hidden) problems.push(problem('hidden-character', placeOf(node), { found: codeOf(hidden) }));
      else if (mixed) problems.push(problem('mixed-alphabets', placeOf(node), { found: wordAt(written, mixed.index) }));
    }
    if (node.type === 'footnoteDefinition') problems.push(problem('written-footnote', placeOf(node), { found: node.label ?? node.identifier }));
    if (node.type === 'definition') prose.links.push({ url: node.url, place: placeOf(node) });
    if (node.type === 'link') {
      const cited = citedBeforeBracket(node);
      if (!textOf(node).trim()) problems.push(problem('empty-link', placeOf(node)));
      if (cited) problems.push(problem('citation-before-bracket', placeOf(node), { found: cited }));
      else prose.links.push({ url: node.url, place: placeOf(node) });
    }
  }
  for (const { node, parent } of walk(tree)) {
    const figure = figureOf(node);
    if (figure !== undefined && parent === tree) prose.figures.push({ id: figure, before: prose.citations.length, place: placeOf(node) });
    if (node.type !== 'text') continue;
    const source = sourceOf(node);
    let from = 0;
    for (const [mark, id, locator] of node.value.matchAll(citationPattern)) {
      const skip = source.indexOf(mark, from);
      from = skip < 0 ? from : skip + mark.length;
      prose.citations.push({ source: id!, ...(locator ? { locator: locator.trim() } : {}), place: placeOf(node, Math.max(skip, 0) + 2) });
    }
    const open = node.value.replace(citationPattern, '').indexOf('[^');
    if (open >= 0) problems.push(problem('emphasis-in-citation', placeOf(node, Math.max(source.lastIndexOf('[^'), 0))));
  }
  prose.plain = blocksOf(tree).map(plainText).filter(Boolean).join('\n');
  prose.words = prose.plain.split(/\s+/).filter(Boolean).length;
  if (!prose.words && !problems.length) problems.push(problem('empty-prose', { file, line: body.split('\n').length, column: 1 }));
  return { prose, problems };
}

/** "[^id](" parses as a link whose text is "^id". */
function citedBeforeBracket(node: Link): string | undefined {
  const text = textOf(node);
  return text.startsWith('^') ? text.slice(1) : undefined;
}

const plainText = (node: Node): string => textOf(node).replace(citationPattern, '').replace(/\s+/g, ' ').trim();

/** Paragraphs, headings and table cells, in order. */
const blocksOf = (tree: Root): Node[] => [...walk(tree)].map(({ node }) => node).filter(({ type }) => type === 'paragraph' || type === 'heading' || type === 'tableCell');
