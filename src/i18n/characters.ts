/**
 * A character that nobody sees where it stands: a control, a turn of the writing direction, a space without width, a private sign.
 * A line's end and a tab are none.
 */
export const hiddenCharacter = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u;

const likeLatin = '\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}';
/** Where a Latin letter meets one of an alphabet whose letters look like it, in one word: nobody could type that word again. */
export const mixedLetters = new RegExp(`\\p{Script=Latin}[\\p{M}\\p{N}]*[${likeLatin}]|[${likeLatin}][\\p{M}\\p{N}]*\\p{Script=Latin}`, 'u');

/** The word around a place in a text, or as much of it as a sentence can show. */
export const wordAt = (text: string, index: number): string =>
  /[\p{L}\p{M}\p{N}-]*$/u.exec(text.slice(Math.max(0, index - 40), index))![0] + /^[\p{L}\p{M}\p{N}-]*/u.exec(text.slice(index, index + 40))![0];

/** "U+202E": how a character is called that cannot be shown. */
export const codeOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
