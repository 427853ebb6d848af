import { defaultLanguage, type Language } from '../i18n/languages.ts';
import { connect } from './connect.ts';
import { crosscheck } from './crosscheck.ts';
import type { Atlas } from './model.ts';
import type { Problem } from './problem.ts';
import { readContent, type Reading } from './read.ts';

interface Shelf {
  reading: Reading;
  atlases: Map<Language, Atlas>;
}

/** Node and the bundled pages each load this module; the shelf is shared between them. */
const shared = globalThis as { [key: symbol]: Shelf | undefined };
const key = Symbol.for('atlas');

/**
 * Reads and checks all of `<root>/content/`.
 * @returns the problems, all at once; with none, the reading is what `atlas()` shows from now on
 */
export function loadAtlas(root: string = process.cwd()): Problem[] {
  const reading = readContent(root);
  const problems = [...reading.problems, ...crosscheck(reading)];
  if (problems.length === 0) shared[key] = { reading, atlases: new Map() };
  return problems;
}

/**
 * Everything the site says, in one language.
 * @throws Error if the content has problems: the gate reports them before any page asks
 */
export function atlas(lang: Language = defaultLanguage): Atlas {
  if (!shared[key]) {
    const problems = loadAtlas();
    if (problems.length) throw new Error(`${problems.length} problems in content/: run "npm run check"`);
  }
  const { reading, atlases } = shared[key]!;
  const made = atlases.get(lang) ?? connect(reading, lang);
  atlases.set(lang, made);
  return made;
}
