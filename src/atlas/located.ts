import { isMap, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';

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

/** What the YAML parser objects to, with its place. */
export interface YamlFault {
  said: string;
  /** The key that stands twice, if it is that. */
  twice?: string;
  place: Place;
}

/**
 * Reads YAML (core schema: dates stay strings).
 * @param firstLine line of the file on which `text` begins, for front matter
 */
export function readYaml(text: string, file: string, firstLine = 1): Located | YamlFault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  // One slip often confuses the parser twice at the same place: the first complaint is the one that helps.
  const errors = document.errors.filter(({ pos }, index, all) => all.findIndex((other) => other.pos[0] === pos[0]) === index);
  const faults = errors.map(({ code, message, pos }): YamlFault => ({
    said: message.replace(/\s+/g, ' '),
    place: placeOf(pos[0]),
    ...(code === 'DUPLICATE_KEY' ? { twice: /^[^\s:]*/.exec(text.slice(pos[0]))![0] } : {}),
  }));
  if (faults.length) return faults;
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return [{ said: (error as Error).message, place: placeOf(0) }];
  }
  return {
    data,
    at: (path: Path) => placeOf(offsetOf(document, path)),
    atKey(path: Path, key: string) {
      const map = path.length ? document.getIn(path, true) : document.contents;
      const pair = isMap(map) ? map.items.find((item: Pair) => String(item.key) === key) : undefined;
      return placeOf((pair?.key as Node | undefined)?.range?.[0] ?? offsetOf(document, path));
    },
  };
}

function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
