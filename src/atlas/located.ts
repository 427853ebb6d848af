import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';

/** A place in a file: line and column from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export type Path = readonly PropertyKey[];

/** Data read from YAML that remembers where each value stood. */
export interface Located {
  data: unknown;
  /** Where the value (or, failing that, its nearest parent) at `path` begins. */
  at(path: Path): Place;
  /** Where the key `key` of the map at `path` begins. */
  atKey(path: Path, key: string): Place;
}

/** Why YAML cannot be read, with its place. */
export interface YamlFault {
  kind: 'bad-yaml' | 'duplicate-key' | 'too-deep' | 'yaml-feature';
  /** What the parser said. */
  said?: string;
  /** The key that stands twice, or the sign that is not used here. */
  found?: string;
  place: Place;
}

/** Lists and maps that begin within each other: the parser calls itself for each of them, until it falls. */
const deepNesting = /(?:[-?][ \t]+|[[{]\s*(?:[\w"'-]{0,99}:\s*)?){20}|^ {200}/m;
/** Of many complaints of the parser the first ones help. */
const mostFaults = 20;

/**
 * Reads YAML (core schema: dates stay strings).
 * @param firstLine line of the file on which `text` begins, for front matter
 */
export function readYaml(text: string, file: string, firstLine = 1): Located | YamlFault[] {
  const lines = new LineCounter();
  const deep = deepNesting.exec(text);
  if (deep) return [{ kind: 'too-deep', place: { file, line: text.slice(0, deep.index).split('\n').length + firstLine - 1, column: deep.index - text.lastIndexOf('\n', deep.index) } }];
  // The parser's own check of keys compares each with each.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  // One slip often confuses the parser twice at the same place: the first complaint is the one that helps.
  const errors = [...new Map(document.errors.slice(0, mostFaults).reverse().map((error) => [error.pos[0], error])).values()].reverse();
  // Once it has lost its way, the parser objects to every word that follows.
  const lost = errors.findIndex(({ message }) => message.includes('in YAML stream'));
  if (errors.length) {
    return errors.slice(0, lost < 0 ? undefined : lost + 1).map(({ code, message, pos }) => ({
      kind: 'bad-yaml',
      said: code === 'MULTIPLE_DOCS' ? 'A line "---" or "..." ends it too early.' : message,
      place: placeOf(pos[0]),
    }));
  }
  const faults = oddities(document, placeOf);
  if (faults.length) return faults;
  return {
    data: document.toJS(),
    at: (path: Path) => placeOf(offsetOf(document, path)),
    atKey(path: Path, key: string) {
      const map = path.length ? document.getIn(path, true) : document.contents;
      const pair = isMap(map) ? map.items.find((item: Pair) => String(item.key) === key) : undefined;
      return placeOf((pair?.key as Node | undefined)?.range?.[0] ?? offsetOf(document, path));
    },
  };
}

/** What YAML allows and readers of it take in different ways: keys that stand twice or are no words, anchors, aliases and tags. */
function oddities(document: Document, placeOf: (offset: number) => Place): YamlFault[] {
  const faults: YamlFault[] = [];
  const add = (kind: YamlFault['kind'], found: string, node: unknown): void => void faults.push({ kind, found, place: placeOf((node as Node).range?.[0] ?? 0) });
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) {
          add('yaml-feature', '?', key);
          continue;
        }
        if (seen.has(String(key.value))) add('duplicate-key', String(key.value), key);
        seen.add(String(key.value));
      }
    },
    Alias: (_, node) => add('yaml-feature', `*${node.source}`, node),
    Value(_, node) {
      if (node.anchor) add('yaml-feature', `&${node.anchor}`, node);
      if (node.tag) add('yaml-feature', node.tag.replace('tag:yaml.org,2002:', '!!'), node);
    },
  });
  return faults.slice(0, mostFaults);
}

function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
