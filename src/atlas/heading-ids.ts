/**
 * Makes the ids of a page's headings, each once: its words in small letters with hyphens between them, as GitHub does it.
 * @param taken ids that stand on the page already
 * @returns the id of the next heading, by its text
 */
export function makeHeadingIds(taken: readonly string[]): (text: string) => string {
  const uses = new Map(taken.map((id) => [id, 0]));
  return (text) => {
    // An id begins with a letter: "21 November" would not.
    const name = text.toLowerCase().replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc} -]/gu, '').replaceAll(' ', '-').replace(/^(?!\p{L})/u, 'section-');
    let id = name;
    while (uses.has(id)) {
      uses.set(name, uses.get(name)! + 1);
      id = `${name}-${uses.get(name)!}`;
    }
    uses.set(id, 0);
    return id;
  };
}
