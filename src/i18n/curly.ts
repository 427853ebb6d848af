/** After what a quotation begins, not ends. */
const opening = /[\s([{“‘«—–/-]/;

/**
 * Text with curly quotation marks and apostrophes, a dash for two hyphens and an ellipsis for three dots.
 * @param before the character that stands before the text
 */
export function curly(text: string, before = ' '): string {
  let last = '';
  return text.replaceAll('...', '…').replace(/(?<!-)--(?!-)/g, '—').replace(/["']/g, (mark, at: number, whole: string) => {
    const previous = !at ? before : /["']/.test(whole[at - 1]!) ? last : whole[at - 1]!;
    const begins = opening.test(previous) && !(mark === "'" && /^\d\ds\b/.test(whole.slice(at + 1)));
    return (last = mark === '"' ? (begins ? '“' : '”') : begins ? '‘' : '’');
  });
}
