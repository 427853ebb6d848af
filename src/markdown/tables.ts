import type { RehypePlugin } from '@astrojs/markdown-remark';

/** A page as rehype plugins get it. */
export type Root = Parameters<Exclude<ReturnType<RehypePlugin>, void>>[0];
type Element = Extract<Root['children'][number], { type: 'element' }>;

/**
 * Rehype plugin: column alignment becomes a class instead of an inline style, which the site's policy forbids,
 * and a wide table scrolls within its own box, which the keyboard can reach and which is called as the section in which it stands.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    let section: unknown;
    const dress = (parent: Root | Element): void => {
      parent.children.forEach((node, index) => {
        if (node.type !== 'element') return;
        if (node.tagName === 'th' || node.tagName === 'td') {
          if (node.properties.align === 'right') node.properties.className = ['n'];
          delete node.properties.align;
          if (node.tagName === 'th') node.properties.scope = 'col';
        }
        if (/^h[23]$/.test(node.tagName)) section = node.properties.id;
        if (node.tagName === 'table') parent.children[index] = box(node, section);
        dress(node);
      });
    };
    dress(tree);
  };
}

const box = (table: Element, section: unknown): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['scroll'], tabIndex: 0, ...(section ? { role: 'group', ariaLabelledBy: [String(section)] } : {}) },
  children: [table],
});
