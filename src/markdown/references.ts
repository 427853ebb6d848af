import { relative, sep } from 'node:path';
import type { Nodes, Paragraph, Parent, PhrasingContent, Root, Text } from 'mdast';
import { atlas } from '../atlas/atlas.ts';
import { figureAnchor } from '../atlas/figures.ts';
import type { Mark } from '../atlas/model.ts';
import { citationPattern, figureOf } from '../atlas/prose.ts';
import { textOf } from '../atlas/tree.ts';
import { defaultLanguage, isLanguage } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';

/**
 * Remark plugin: turns references in links into addresses, and `[^source-id, p. 4]` into a numbered mark
 * that leads to the page's reference list. The gate has proved that every one of them exists.
 * Headings and tables lead to themselves and get the ids by which the atlas knows them. A paragraph that stands for a figure becomes its element.
 */
export function remarkReferences() {
  return (tree: Root, file: { path: string }): void => {
    const path = relative(process.cwd(), file.path).split(sep).join('/');
    const lang = path.split('.').at(-2) ?? '';
    const { byFile, resolve } = atlas(isLanguage(lang) ? lang : defaultLanguage);
    const entry = byFile.get(path);
    if (!entry) return;
    const marks = entry.marks.values();
    const headings = entry.headings.values();
    const tables = entry.tables.values();
    const { table } = stringsOf(entry.lang);
    const former = Map.groupBy(Object.entries(entry.renamedHeadings), ([, now]) => now);
    /** What stands for a node when its references are read. */
    const rewrite = (node: Nodes): Nodes[] => {
      if (node.type === 'text') return weave(node, () => marks.next().value);
      if (node.type === 'link' || node.type === 'definition') node.url = resolve(node.url) ?? node.url;
      const figure = figureOf(node);
      // An element that the page draws; what does not know how shows its title.
      if (figure !== undefined) {
        node.data = { hName: 'figure', hProperties: { id: figureAnchor(figure), lang: entry.lang, 'data-file': path } };
        (node as Parent).children = [{ type: 'text', value: textOf(node) }];
        return [node];
      }
      if ('children' in node) (node as Parent).children = node.children.flatMap(rewrite) as Parent['children'];
      if (node.type === 'heading') {
        const id = headings.next().value?.id;
        node.data = { ...node.data, hProperties: { id } };
        // Its own permanent link, unless it has a link already: links do not stand in links.
        if (id && !node.children.some(({ type }) => type === 'link')) node.children = [{ type: 'link', url: `#${id}`, children: node.children }];
        for (const [before] of former.get(id ?? '') ?? []) node.children.push(anchor(before));
      }
      const found = node.type === 'table' && tables.next().value;
      if (!found) return [node];
      const { id, heading } = found;
      node.data = { hProperties: { id } };
      const before = (former.get(heading?.id ?? '') ?? []).map(([name]) => anchor(id.replace(heading!.id, name)));
      return [node, permalink(id, table.link, before)];
    };
    rewrite(tree);
  };
}

/** Text with its citations replaced by marks; in development a citation that the gate has refused stays as it is written. */
function weave({ value }: Text, nextMark: () => Mark | undefined): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  const add = (to?: number): void => void (value.slice(from, to) && parts.push({ type: 'text', value: value.slice(from, to) }));
  for (const { 0: written, index } of value.matchAll(citationPattern)) {
    const mark = nextMark();
    if (!mark) continue;
    add(index);
    parts.push(markNode(mark));
    from = index + written.length;
  }
  add();
  return parts;
}

/** A place to which links to a former id still lead. */
const anchor = (id: string): PhrasingContent => ({ type: 'emphasis', data: { hName: 'span', hProperties: { id } }, children: [] });

/** The line below a table by which it is linked. */
const permalink = (id: string, value: string, before: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  data: { hProperties: { className: ['meta', 'screen'] } },
  children: [{ type: 'link', url: `#${id}`, children: [{ type: 'text', value }] }, ...before],
});

function markNode(mark: Mark): PhrasingContent {
  const shown = [mark.number, mark.locator].filter(Boolean).join(', ');
  const hProperties = { href: `#s${mark.number}`, id: mark.anchor, role: 'doc-noteref' };
  return {
    type: 'emphasis',
    data: { hName: 'sup' },
    children: [{ type: 'emphasis', data: { hName: 'a', hProperties }, children: [{ type: 'text', value: shown }] }],
  };
}
