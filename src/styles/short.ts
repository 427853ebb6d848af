import { readFileSync } from 'node:fs';

const sides: { [logical: string]: string } = { 'block-start': 'top', 'block-end': 'bottom', 'inline-start': 'left', 'inline-end': 'right' };

/** A property by its physical name, which is shorter: "margin-block-start" is "margin-top", "max-inline-size" is "max-width". */
export const physical = (property: string): string =>
  property
    .replace(/^(margin|padding|scroll-padding|border)-((?:block|inline)-(?:start|end))(?=-|$)/, (_, what: string, side: string) => `${what}-${sides[side]!}`)
    .replace(/^inset-((?:block|inline)-(?:start|end))$/, (_, side: string) => sides[side]!)
    .replace(/^(min-|max-|)(block|inline)-size$/, (_, limit: string, axis: string) => limit + (axis === 'block' ? 'height' : 'width'));

interface Rule {
  nodes: { type: string; prop?: string; value?: string }[];
}

/**
 * PostCSS plugin that makes the style shorter, since every page carries all of it: tokens get short names, properties
 * physical ones, as both languages of the site are written from left to right, and an order in which they compress well
 * (a shorthand still stands before its parts). So nothing outside the style can name a token.
 */
export function shortStyle() {
  const tokens = new Set([...readFileSync('src/styles/tokens.css', 'utf8').matchAll(/(?<=[\s;])(--[\w-]+):/g)].map(([, name]) => name!));
  const short = new Map([...tokens].map((name, index) => [name, `--${index.toString(36).toUpperCase()}`]));
  return {
    postcssPlugin: 'short-style',
    Once(root: { walkRules(each: (rule: Rule) => void): void }) {
      root.walkRules(({ nodes }) => {
        for (const node of nodes) {
          if (node.prop) node.prop = short.get(node.prop) ?? physical(node.prop);
          if (node.value) node.value = node.value.replace(/--[\w-]+/g, (name) => short.get(name) ?? name);
        }
        if (nodes.every(({ prop }) => prop)) nodes.sort((a, b) => (a.prop! < b.prop! ? -1 : 1));
      });
    },
  };
}

/** A shorthand stands before its parts: "border" before "border-top", whose hyphen sorts before a colon. */
const byProperty = (a: string, b: string): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
const nameOf = (declaration: string): string => declaration.slice(0, declaration.indexOf(':'));

/**
 * A finished style with its media queries gathered at its end, where they hold as before since they only add to what stands
 * outside them: those for wider screens after those for narrower ones, then paper and colours. Declarations stand in an order that compresses well, without spaces after commas.
 */
export function gather(style: string): string {
  const [plain, queries] = [[] as string[], new Map<string, string>()];
  for (const [rule, query, inner] of style.matchAll(/(@media[^{]+)\{((?:[^{}]*\{(?:[^{}]|\{[^{}]*\})*\})*)\}|(?:@[^{]+\{(?:[^{}]*\{[^{}]*\})*\}|[^{}]+\{[^{}]*\})/g)) {
    if (query === undefined || /scheme|contrast/.test(query)) plain.push(rule);
    else queries.set(query, (queries.get(query) ?? '') + inner!);
  }
  const width = (query: string): number => Number(/[\d.]+(?=rem)/.exec(query)?.[0] ?? Infinity);
  const sorted = [...queries].sort(([a], [b]) => (width(a) === width(b) ? 0 : width(a) - width(b)));
  const all = plain.join('') + sorted.map(([query, inner]) => `${query}{${inner}}`).join('');
  return all.replace(/(?<=\{)[^{}]+(?=\})/g, (declarations) => declarations.split(';').sort(byProperty).join(';').replaceAll(', ', ','));
}
