import { codeOf, hiddenCharacter } from '../i18n/characters.ts';

/** A fault in the content, as data: where it is, what is wrong, and the next step. */
export interface Problem {
  kind: ProblemKind;
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Both from 1. */
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** What a message may need to know; which of it a kind uses is in the table below. */
export interface Details {
  /** The word as written. */
  found?: string;
  /** Key or path of keys in front matter or YAML. */
  key?: string;
  /** Nearest valid choice, if one is near. */
  near?: string | undefined;
  /** All valid choices. */
  choices?: readonly string[];
  /** File that would make the reference good, or the other file of a clash. */
  file?: string;
  /** What a parser said. */
  said?: string;
  /** What was expected. */
  shape?: Shape;
}

/** What a value can be expected to be, and how it is written; the first few under the names that Zod gives them. */
const shapes = {
  string: ['text', 'Put it in quotes if it is text.'],
  number: ['a number', 'Write digits, with a point before decimals and no quotes.'],
  int: ['a whole number', 'Write digits alone, without quotes, spaces, points or commas.'],
  array: ['a list', 'Write [first, second], or one entry a line, each after "- ".'],
  object: ['a map of keys', 'Write a key, a colon and a value on each line.'],
  record: ['a map of keys', 'Write a key, a colon and a value on each line.'],
  'within-limits': ['a number that is possible here', 'Check the number.'],
  'number-or-text': ['a number or text', 'Write it as the source prints it.'],
  id: ['an id', 'Write lower-case ASCII words joined by hyphens, for example la-tramacua.'],
  date: ['a date', 'Write YYYY-MM-DD, or YYYY-MM or YYYY where less is known.'],
  day: ['a whole day', 'Write YYYY-MM-DD.'],
  path: ['an address of this site', 'Write its path with a slash at both ends, for example /prisons/old-name/.'],
  figure: ['a figure with its source', 'Write { value: …, sources: [source-id] }.'],
  name: ['a person or a body', 'Write "family" and "given" for a person, or "literal" alone for a body.'],
  position: ['two numbers, latitude and longitude', 'Write them in brackets, for example [10.4631, -73.2532].'],
  'country-code': ['a code of two capital letters', 'Write the code of ISO 3166-1, for example CO.'],
  'language-code': ['a language code', 'Write it as in BCP 47, for example es or pt-BR.'],
} satisfies { [word: string]: [what: string, how: string] };
export type Shape = keyof typeof shapes;
export const isShape = (word: string): word is Shape => word in shapes;

type Wording = (details: Details) => [message: string, remedy: string];

const maybe = (near: string | undefined): string => (near ? ` Did you mean "${near}"?` : '');
const named = (key: string | undefined): string => (key ? `"${key}"` : 'This entry');
const oneOf = (choices: readonly string[] = []): string => (choices.length ? `Use one of: ${choices.join(', ')}.` : 'Take it away.');
const missing =
  (word: string): Wording =>
  ({ found, near, file }) => [`No ${word} "${found}".${maybe(near)}`, `Fix the id, or add ${file}`];
const choice =
  (word: string): Wording =>
  ({ found, near, choices }) => [`No ${word} "${found}".${maybe(near)}`, oneOf(choices)];

/** Every kind of problem with its wording. */
const wordings = {
  'dangling-link': ({ found }) => [`The file is a link to "${found}", where nothing is.`, 'Put the file itself here, or take the link away.'],
  'folder-for-file': ({ found }) => [`"${found}" is a folder with the name of a file.`, 'Put the file itself in its place.'],
  unreadable: ({ said }) => [`The file cannot be read: ${said}.`, 'Give it the rights that its neighbours have, or take it back from version control.'],
  'empty-file': () => ['The file is empty.', 'Write what belongs there, or take it away.'],
  'not-utf8': () => ['The file is not UTF-8 text.', 'Save it in the encoding UTF-8.'],
  'too-large': ({ found }) => [`The file has ${found} kB; a file of content has at most 250 kB.`, 'Divide it into several, or take away what does not belong there.'],
  'hidden-character': ({ found }) => [`The character ${found} stands here and cannot be seen.`, 'Take it away; where it hides in a word, type the word again.'],
  'mixed-alphabets': ({ found }) => [`The word "${found}" mixes letters of two alphabets that look alike.`, 'Type the word again in one alphabet.'],
  'merge-conflict': () => ['A merge has left its marks here: two versions stand one after the other.', 'Keep one of the two, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>.'],
  'too-long': ({ found }) => [`A text of ${found} characters begins here.`, 'Divide it, in prose by empty lines: 10,000 characters are the most.'],
  'too-deep': () => ['Lists, quotes or brackets are nested here deeper than anybody can follow.', 'Write them one after the other, or close what is open.'],
  'yaml-feature': ({ found }) => [`"${found}" stands for an anchor, an alias, a tag or a key that is no word: the site uses none of them.`, 'Write the value itself, in quotes if it begins with &, * or !.'],
  'bad-name': ({ found, near }) => [
    `The file name "${found}" is not lower-case ASCII words joined by hyphens (with ".es" behind them in Spanish).`,
    `Rename it, for example to ${near}; the name becomes the id and the address.`,
  ],
  'reserved-name': ({ found }) => [`Windows keeps the name "${found}" for a device: the file could not be stored there.`, 'Rename it; the name becomes the id and the address.'],
  'stray-file': ({ found, said, near }) => [`"${found}" is not a file that this folder holds.${maybe(near)}`, `Only ${said} belong here: move or rename it.`],
  'bad-yaml': ({ said }) => [`The YAML cannot be read: ${said}`, 'Check indentation, quotes and colons near this place.'],
  'duplicate-key': ({ found }) => [`The key "${found}" stands twice in one map.`, 'Keep one of the two.'],
  'bad-mdx': ({ said }) => [`The text cannot be compiled: ${said}`, 'Put a backslash before { and < where they are text.'],
  'no-front-matter': () => ['The file does not begin with front matter.', 'Begin it with a line "---", the keys, and another line "---".'],
  'code-in-prose': ({ found }) => [`Prose holds no code, and "${found}" is code.`, 'Say it in Markdown; put a backslash before { and < where they are text.'],
  'image-in-prose': () => ['Prose holds no images.', 'Say in words what the image shows, or give its numbers as a figure: content/figures/<id>.yaml and ![Title](figure:<id>).'],
  'figure-in-line': () => ['A figure stands within other text.', 'Give ![Title](figure:<id>) a paragraph of its own, with an empty line before and after it.'],
  'figure-outside-article': ({ found }) => [`The figure "${found}" stands outside an article.`, 'Show it in an article, and link to it from here: article:<id>#figure-<id>.'],
  'figure-twice': ({ found }) => [`The figure "${found}" already stands in this text.`, 'Show it once; link to it where it is needed again.'],
  'bad-heading': ({ found }) => [`A heading "${found}" cannot stand here.`, 'Begin a section with "##" and a part of a section with "###"; the title of the page is above them.'],
  'empty-heading': () => ['A heading is without a word.', 'Write it, or take the "#" away.'],
  'empty-link': () => ['A link is without a word.', 'Write between the brackets where it leads.'],
  'checkbox-in-prose': () => ['Prose holds no boxes to tick.', 'Begin the entry with "- " and its words.'],
  'citation-in-heading': () => ['A heading holds a citation.', 'Move the citation into the text below the heading.'],
  'unknown-key': ({ found, near, choices }) => [`No key "${found}" here.${maybe(near)}`, oneOf(choices)],
  'missing-key': ({ key = '' }) => [`The key "${key}" is missing.`, `Add "${key.split('.').at(-1)}: …".`],
  'wrong-type': ({ key, found, shape = 'object' }) => [`${named(key)} should be ${shapes[shape][0]}, not ${found}.`, shapes[shape][1]],
  'empty-text': ({ key }) => [`${named(key)} is empty.`, key ? 'Write what belongs there, or take the key away if it is optional.' : 'Write its keys and values, or take it away.'],
  'empty-prose': () => ['There is no text below the front matter.', 'Write the text of the page.'],
  'unknown-original': ({ file }) => [`There is no ${file} that this could translate.`, 'Rename it as the file that it translates, or add that file.'],
  'impossible-date': ({ key, found }) => [`"${found}" in "${key}" is no date of the calendar.`, 'Correct the month or the day.'],
  'bad-url': ({ found }) => [`"${found}" is not an address that begins with http:// or https://.`, 'Write the whole address, or take the key away if there is none.'],
  'unknown-section': choice('section'),
  'unknown-topic': choice('topic'),
  'unknown-region': choice('region'),
  'unknown-kind': choice('kind'),
  'unknown-choice': ({ key, found, near, choices }) => [`"${key}" cannot be "${found}".${maybe(near)}`, oneOf(choices)],
  'unknown-article': missing('article'),
  'unknown-country': missing('country'),
  'unknown-prison': missing('prison'),
  'unknown-term': missing('glossary entry'),
  'unknown-record': missing('record'),
  'unknown-claim': missing('claim'),
  'unknown-page': missing('page'),
  'unknown-citation': missing('source'),
  'unknown-figure': missing('figure'),
  'unknown-heading': ({ found, near, file }) => [`No heading "#${found}" in ${file}.${maybe(near)}`, 'Fix the part after #, or leave it out.'],
  'unknown-scheme': ({ found, choices }) => [
    `A link cannot begin with "${found}".`,
    `Use http://, https://, or a reference: ${choices?.join(', ')}.`,
  ],
  'bad-citation': ({ found }) => [`"${found}" is not a citation.`, 'Write "source-id" or "source-id, p. 4".'],
  'citation-before-bracket': ({ found }) => [`The citation [^${found}] stands before a bracket and becomes a link.`, 'Put a space or a word between the two.'],
  'emphasis-in-citation': () => ['A citation is broken up by * or _ and would be printed as it is.', 'Write the locator without * and _.'],
  'written-footnote': ({ found }) => [`The footnote "[^${found}]:" is written by hand.`, 'Take the definition away; the reference list is made from content/sources/.'],
  'duplicate-id': ({ found, file }) => [`The id "${found}" is already used in ${file}.`, 'Give this one another id; ids are permanent, so keep the older one.'],
  'duplicate-address': ({ found, file }) => [`The address "${found}" already belongs to ${file}.`, 'An address leads to one place only: keep it in one of the two.'],
  'bad-ledger-line': ({ found }) => [`"${found}" is no line of the ledger of addresses.`, 'Take the line back from version control; "npm run ledger" adds new ones by itself.'],
  'lost-page': ({ found, near, file }) => [
    `Nothing stands at ${found} any more, an address that has been published.`,
    `Put ${file} back, or add "redirectFrom: [${found}]" to the page that takes its place${near ? ` (${near}?)` : ''}.`,
  ],
  'lost-heading': ({ found, near, file }) => [
    `No heading "#${found}" stands in ${file} any more; its address has been published.`,
    `Give the heading its old words, or add "renamedHeadings: { ${found}: ${near ?? 'new-id'} }" to the front matter with the id of the heading that takes its place.`,
  ],
  'lost-record': ({ found, near, file }) => [
    `No record "${found}" stands in ${file} any more; its address has been published.`,
    `Put it back, or add "redirectFrom: [${found}]" to the record of that file that takes its place${near ? ` (${near}?)` : ''}.`,
  ],
  'lost-claim': ({ found, near }) => [
    `No claim "${found}" stands in content/claims/ any more; its address has been published.`,
    `Put it back, or add "redirectFrom: [${found}]" to the claim that takes its place${near ? ` (${near}?)` : ''}.`,
  ],
  'duplicate-alias': ({ found, file }) => [`The name "${found}" already belongs to ${file}.`, 'Names and aliases are unique over countries, prisons and glossary: drop it from one of the two.'],
  'record-without-source': () => ['This entry is without a source.', 'Add "sources" with at least one source id.'],
  'claim-without-source': () => ['This claim has a verdict and no source.', 'Add a source id under "sources", or give it the verdict unverified.'],
  'figure-without-source': ({ key }) => [`The figure "${key}" is without a source.`, `Add "sources: [source-id]" to it, or say in "questions" that it is not known.`],
  'prison-outside-countries': ({ found, said }) => [`The prison "${found}" lies in ${said}, which is not among the countries that are named here.`, `Add "${said}" to "countries", or take the prison away.`],
  'own-country': ({ found }) => [`"${found}" is the file's own country.`, 'Take it away; a record always belongs to the country of its file.'],
  'lonely-dispute': ({ found }) => [`Only one record carries the dispute "${found}".`, 'Give the other side the same word, or say in "note" what is contested.'],
  'unexplained-dispute': ({ found, file }) => [`Nothing says what the dispute "${found}" is about.`, `Add "${found}: …" under "disputes" in ${file}`],
} satisfies Record<string, Wording>;

export type ProblemKind = keyof typeof wordings;
export const problemKinds = Object.keys(wordings) as ProblemKind[];
export const isProblemKind = (word: string): word is ProblemKind => word in wordings;

/** Letters of the content that a message repeats. */
const longestWord = 160;
/** A word of the content as a message can show it: on one line, not endless, and without what a terminal would obey. */
const show = (word: string): string => {
  const line = word.slice(0, longestWord + 1).replace(/\s+/g, ' ').replace(new RegExp(hiddenCharacter, 'gu'), codeOf);
  return word.length > longestWord ? `${line.slice(0, longestWord)}…` : line;
};

/** Makes a problem of a kind at a place. */
export function problem(kind: ProblemKind, place: { file: string; line: number; column: number }, details: Details = {}): Problem {
  const shown = Object.fromEntries(Object.entries(details).map(([name, word]) => [name, typeof word === 'string' ? show(word) : word]));
  const [message, remedy] = (wordings[kind] as Wording)(shown);
  return { kind, file: show(place.file), line: place.line, column: place.column, message, remedy };
}

const byPlace = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;

/** The whole list as a writer reads it, in order of files and lines. */
export function report(problems: readonly Problem[]): string {
  const blocks = [...problems]
    .sort(byPlace)
    .map(({ file, line, column, kind, message, remedy }) => `${file}:${line}:${column}  ${kind}\n  ${message}\n  ${remedy}\n`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${blocks.join('\n')}\n${count} in content/. The last good site is untouched.`;
}
