import { LineCounter } from 'yaml';
import { codeOf, hiddenCharacter, mixedLetters, wordAt } from '../i18n/characters.ts';
import { longestText } from '../schemas/shared.ts';
import type { Place } from './located.ts';
import { problem, type Problem } from './problem.ts';

/** Bytes of the largest file that is read: what is larger would take long, and is no text that somebody wrote. */
export const largestFile = 250_000;
/** Quotes and lists within each other, or brackets, that a reader could still follow. */
const deepest = 20;

/** Finds the line and column of an offset. */
export function placesIn(text: string, file: string): (offset: number) => Place {
  const lines = new LineCounter();
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  lines.addNewLine(0);
  lines.lineStarts.sort((a, b) => a - b);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
}

/** What is wrong with the characters of a file before anybody asks what they mean: with such faults it is not read further. */
export function checkText(text: string, file: string): Problem[] {
  const placeOf = placesIn(text, file);
  const find = (pattern: RegExp): RegExpExecArray[] => [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].slice(0, 20);
  return [
    ...find(hiddenCharacter).map(({ 0: found, index }) => problem('hidden-character', placeOf(index), { found: codeOf(found) })),
    ...find(mixedLetters).map(({ index }) => problem('mixed-alphabets', placeOf(index), { found: wordAt(text, index) })),
    ...find(/^(?:<{7}|>{7}) /m).map(({ index }) => problem('merge-conflict', placeOf(index))),
  ];
}

/** What would keep the Markdown parser busy for minutes, or bring it down: it works within each block, and calls itself for each level. */
export function checkNesting(body: string, file: string): Problem[] {
  const placeOf = placesIn(body, file);
  const problems: Problem[] = [];
  for (const { 0: block, index } of body.matchAll(/\S.*(?:\n.*\S.*)*/g)) {
    if (block.length > longestText) problems.push(problem('too-long', placeOf(index), { found: block.length.toLocaleString('en') }));
    else if (depthOf(block) > deepest) problems.push(problem('too-deep', placeOf(index)));
  }
  return problems;
}

/** How deep a block nests: marks of quotes and lists before a line's text, steps of its indentation, brackets that are open at once. */
function depthOf(block: string): number {
  let most = 0;
  for (const [start] of block.matchAll(/^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))+/gm)) {
    most = Math.max(most, start.replace(/[ \t]+|\d(?=\d)/g, '').replace(/\d[.)]/g, '-').length, start.replace(/\t/g, '    ').length / 4);
  }
  let open = 0;
  for (const [bracket] of block.matchAll(/[[\]]/g)) {
    open = bracket === '[' ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}
