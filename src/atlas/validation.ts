import type { z } from 'astro/zod';
import { codeOf, hiddenCharacter, mixedLetters, wordAt } from '../i18n/characters.ts';
import { nearest } from '../i18n/distance.ts';
import type { Located, Path, Place } from './located.ts';
import { isProblemKind, isShape, problem, type Problem, type ProblemKind, type Shape } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Keys whose wrong choice has a kind of its own. */
const choiceKinds: { [key: string]: ProblemKind } = { section: 'unknown-section', topic: 'unknown-topic', region: 'unknown-region', kind: 'unknown-kind' };

/** Checks data against a schema. Gives the parsed value, or all its faults with their places. */
export function validate<T extends z.ZodType>(schema: T, located: Located, prefix: Path = []): z.infer<T> | Problem[] {
  const result = schema.safeParse(valueAt(located.data, prefix));
  if (result.success) return result.data;
  return result.error.issues.flatMap((issue) => problemsOf(issue, schema, located, prefix));
}

/** True if `validate` found faults. */
export const isFaulty = (result: unknown): result is Problem[] => Array.isArray(result) && result.length > 0 && 'remedy' in (result[0] as object);

function problemsOf(issue: Issue, schema: z.ZodType, located: Located, prefix: Path): Problem[] {
  const path = [...prefix, ...issue.path];
  const place = located.at(path);
  const raw = valueAt(located.data, path);
  const key = nameOf(issue.path);
  const noList = issue.code === 'invalid_type' && issue.expected === 'array' && raw !== undefined && raw !== null;
  if (isProblemKind(issue.message) && !noList) {
    return [problem(issue.message, place, { key: issue.message === 'figure-without-source' ? nameOf(issue.path.slice(0, -1)) : key, found: culpritOf(issue.message, String(raw)) })];
  }
  if (raw === undefined && issue.path.length) return [problem('missing-key', place, { key })];
  if (raw === null) return [problem('empty-text', place, { key })];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((found) => {
        const choices = keysAt(schema, issue.path);
        return problem('unknown-key', located.atKey(path, found), { found, near: nearest(found, choices), choices });
      });
    case 'invalid_key':
      return [problem('wrong-type', located.atKey(path.slice(0, -1), String(path.at(-1))), { key, found: `"${String(path.at(-1))}"`, shape: 'id' })];
    case 'invalid_value':
      return [choiceProblem(issue.values.map(String), issue.path, String(raw), place)];
    case 'invalid_union': {
      const inner = nearestMember(issue.errors);
      if (inner) return inner.flatMap((fault) => problemsOf({ ...fault, path: [...issue.path, ...fault.path] }, schema, located, prefix));
    }
  }
  return [problem('wrong-type', place, { key, found: describe(raw), shape: shapeOf(issue) })];
}

/** What of a value a problem is about. */
function culpritOf(kind: ProblemKind, value: string): string {
  if (kind === 'hidden-character') return codeOf(hiddenCharacter.exec(value)![0]);
  if (kind === 'too-long') return value.length.toLocaleString('en');
  return kind === 'mixed-alphabets' ? wordAt(value, mixedLetters.exec(value)!.index) : value;
}

function choiceProblem(choices: string[], path: Path, found: string, place: Place): Problem {
  const last = String(path.findLast((part) => typeof part === 'string'));
  return problem(choiceKinds[last] ?? 'unknown-choice', place, { key: nameOf(path), found, near: nearest(found, choices), choices });
}

/** Faults of the member of a union that was meant: the only one with the fewest, if the value has the shape of one at all. */
function nearestMember(members: Issue[][]): Issue[] | undefined {
  const [first, second] = members
    .filter((issues) => issues.every(({ code, path }) => code !== 'invalid_type' || path.length))
    .sort((a, b) => a.length - b.length);
  return first?.length === second?.length ? undefined : first;
}

function shapeOf(issue: Issue): Shape {
  if (isShape(issue.message)) return issue.message;
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'within-limits';
  const { expected } = issue as { expected?: string };
  return expected !== undefined && isShape(expected) ? expected : 'object';
}

/** A value as a sentence names it. */
function describe(raw: unknown): string {
  if (Array.isArray(raw)) return `a list of ${raw.length}`;
  if (typeof raw === 'object') return 'a map of keys';
  return typeof raw === 'string' ? `"${raw.slice(0, 60)}"` : String(raw);
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as { [key: PropertyKey]: unknown } | null | undefined)?.[part], data);

/** "opened.sources", "author[0].family": the path as a writer reads it. */
const nameOf = (path: Path): string =>
  path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)), '');

/** Keys that the schema knows at a path; arrays, unions and wrappers are stepped through. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  type Node = { def?: { innerType?: Node; in?: Node }; element?: Node; shape?: { [key: PropertyKey]: Node }; options?: Node[] } | undefined;
  const unwrap = (node: Node): Node => {
    const inner = node?.def?.innerType ?? node?.def?.in;
    return inner ? unwrap(inner) : node;
  };
  const end = path.reduce<Node>((node, part) => unwrap(typeof part === 'number' ? node?.element : node?.shape?.[part]), unwrap(schema as Node));
  return (end?.options ?? [end]).flatMap((node) => Object.keys(unwrap(node)?.shape ?? {}));
}
