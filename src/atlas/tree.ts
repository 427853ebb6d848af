import type { Node, Nodes, Parents } from 'mdast';

/** Every node of a syntax tree, in reading order, with the one in which it stands. */
export function* walk(node: Nodes, parent?: Parents): Generator<{ node: Nodes; parent: Parents | undefined }> {
  yield { node, parent };
  if ('children' in node) for (const child of node.children) yield* walk(child, node);
}

/** The text of a node: its own, or that of all that stands in it; of an image, what it says in its place. */
export function textOf(node: Node): string {
  const { value, alt, children } = node as { value?: string; alt?: string | null; children?: Node[] };
  return value ?? (alt || (children ?? []).map(textOf).join(''));
}
