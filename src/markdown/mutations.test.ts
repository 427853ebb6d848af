import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { toHtml } from 'hast-util-to-html';
import { parse } from 'node-html-parser';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { makeRoot } from '../tests/fixtures/roots.ts';
import { mutations, random, type Mutation } from '../tests/fixtures/mutations.ts';
import { atlas, loadAtlas } from '../atlas/atlas.ts';
import { problemKinds, type Problem } from '../atlas/problem.ts';
import { remarkReferences } from './references.ts';
import { rehypeTables, type Root } from './tables.ts';

const count = 500;
const perRound = 250;

const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(mdx|yaml)$/.test(file)).map((file) => `content/${file.replaceAll('\\', '/')}`).sort();
const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.'));

/** A file with what was done to it. */
interface Mutant {
  file: string;
  mutation: Mutation;
  content: Buffer;
}

/** Mutants of different files, the folders in turn. */
function breed(from: number, seed: number): Mutant[] {
  const next = random(seed);
  const shelves = Map.groupBy(files, (file) => file.split('/')[1]!);
  const mutants: Mutant[] = [];
  for (let index = from; mutants.length < perRound; index++) {
    const mutation = mutations[index % mutations.length]!;
    const fit = [...shelves.values()].filter(([first]) => first && (!mutation.only || extensionOf(first) === mutation.only));
    const shelf = fit[next(fit.length)];
    if (!shelf) continue;
    const [file] = shelf.splice(next(shelf.length), 1) as [string];
    mutants.push({ file, mutation, content: mutation.apply(readFileSync(file), next) });
  }
  return mutants;
}

const told = ({ file, line, column, kind, message, remedy }: Problem): string => `${file}:${line}:${column} ${kind}: ${message} ${remedy}`;

/** Why a problem would not help a writer. */
function unclear(problem: Problem, lines: number): string[] {
  const { kind, line, column, message, remedy } = problem;
  const isSentence = (text: string): boolean => text.length > 10 && text.length < 700 && !/[\p{Cc}\p{Cf}]|undefined|\[object|RangeError|TypeError| at .*:\d+:\d+/u.test(text);
  return problemKinds.includes(kind) && line >= 1 && line <= lines + 1 && column >= 1 && isSentence(message) && isSentence(remedy) ? [] : [told(problem)];
}

const elements = new Set('figure p a em strong del h2 h3 ul ol li blockquote table thead tbody tr th td sup div code pre hr br'.split(' '));
const attributes = new Set('href id role class tabindex scope title start lang data-file aria-labelledby'.split(' '));

/** Markup that prose of the site never has. */
async function foreign(root: string, { file }: Mutant): Promise<string[]> {
  // As Astro takes it: front matter blanked out, the rest as it stands.
  const value = readFileSync(join(root, file), 'utf8').replace(/^\ufeff?---[\s\S]*?\n---/, '');
  let html = '';
  const capture = () => (tree: Root) => void (html = toHtml(tree));
  await compile({ value, path: resolve(file) }, { remarkPlugins: [remarkReferences, remarkGfm], rehypePlugins: [rehypeTables, capture] });
  return parse(html).querySelectorAll('*').flatMap((element) => [
    ...(elements.has(element.rawTagName) ? [] : [`<${element.rawTagName}> in ${file}`]),
    ...Object.keys(element.attributes).filter((name) => !attributes.has(name)).map((name) => `${name}="…" in ${file}`),
    ...(/^(?:https?:\/\/|\/[a-z]|#|$)/.test(element.getAttribute('href') ?? '') ? [] : [`${element.getAttribute('href')} in ${file}`]),
  ]);
}

test(`${count} mutations of real files are refused with a clear word, or are text`, async () => {
  const root = makeRoot();
  cpSync('content', join(root, 'content'), { recursive: true });
  const faults: string[] = [];
  const tally = { refused: 0, accepted: 0 };
  const put = (mutants: readonly Mutant[]): void => mutants.forEach(({ file, content }) => writeFileSync(join(root, file), content));
  const restore = (mutants: readonly Mutant[]): void => mutants.forEach(({ file }) => cpSync(file, join(root, file)));
  for (let from = 0; from < count; from += perRound) {
    const mutants = breed(from, 1829 + from);
    put(mutants);
    let problems = loadAtlas(root);
    for (const problem of problems) {
      const path = join(root, problem.file);
      faults.push(...unclear(problem, statSync(path).size > 1e6 ? 1 : readFileSync(path, 'utf8').split('\n').length));
    }
    // What is refused is taken back, until the rest is a site: also where it took away what others refer to.
    let accepted = mutants;
    while (problems.length) {
      const named = new Set(problems.map(({ file }) => file));
      const refused = accepted.filter(({ file, mutation }) => named.has(file) || (mutation.takes && !accepted.some((other) => named.has(other.file))));
      if (!refused.length) {
        faults.push(...problems.slice(0, 5).map((problem) => `nobody's: ${told(problem)}`));
        break;
      }
      restore(refused);
      accepted = accepted.filter((mutant) => !refused.includes(mutant));
      problems = loadAtlas(root);
    }
    for (const { file, mutation } of accepted) if (mutation.refused) faults.push(`accepted: ${mutation.name} in ${file}`);
    if (problems.length) break;
    atlas();
    for (const mutant of accepted) if (mutant.file.endsWith('.mdx')) faults.push(...(await foreign(root, mutant)));
    tally.accepted += accepted.length;
    tally.refused += mutants.length - accepted.length;
    restore(accepted);
  }
  console.log(`${tally.refused} refused, ${tally.accepted} accepted`);
  expect(faults.slice(0, 30), `${faults.length} faults`).toEqual([]);
  expect(tally.refused + tally.accepted).toBe(count);
});
