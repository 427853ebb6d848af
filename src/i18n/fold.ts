/**
 * Folds a name for comparison: no case, no accents, no punctuation, single spaces.
 * "La Tramacúa" and "la  tramacua" fold to the same string; so do "n" and "ñ".
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
