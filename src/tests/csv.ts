/**
 * A reader of RFC 4180 that knows nothing of the writer: character by character, strict about quotes, line ends and the number of cells.
 * @returns rows by the names in the first line
 * @throws Error if the text is not such a file
 */
export function readCsv(text: string): { [column: string]: string }[] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"' && !cell) {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) {
        if (at >= text.length) throw new Error('a quote is not closed');
        cell += text[at];
      }
      at += 1;
      if (text[at] !== ',' && text[at] !== '\r') throw new Error(`text after a closing quote at ${at}`);
    }
    const ended = text.startsWith('\r\n', at);
    if (ended || text[at] === ',') {
      rows.at(-1)!.push(cell);
      if (ended) rows.push([]);
      cell = '';
      at += ended ? 2 : 1;
    } else if (/["\r\n]/.test(text[at]!)) throw new Error(`a bare ${JSON.stringify(text[at])} at ${at}`);
    else cell += text[at++]!;
  }
  if (rows.pop()!.length || cell) throw new Error('the last line is not ended');
  const [columns, ...body] = rows as [string[], ...string[][]];
  return body.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells in a row of ${columns.length}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}
