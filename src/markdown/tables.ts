import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Rehype plugin: column alignment becomes a class instead of an inline style, which the site's policy forbids,
 * and a wide table scrolls within its own box, which the keyboard can reach.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName === 'th' || node.tagName === 'td') {
        if (node.properties.align === 'right') node.properties.className = ['n'];
        delete node.properties.align;
        if (node.tagName === 'th') node.properties.scope = 'col';
      }
      if (node.tagName === 'table' && parent && index !== undefined && !isBox(parent)) {
        parent.children[index] = { type: 'element', tagName: 'div', properties: { className: ['scroll'], tabIndex: 0 }, children: [node] };
      }
    });
  };
}

const isBox = (node: unknown): boolean => {
  const { className } = (node as Element).properties ?? {};
  return Array.isArray(className) && className.includes('scroll');
};
