import { filterNames } from './state.ts';

/** What the built search page is told of the index. */
export interface IndexFacts {
  hash: string;
  wasm: string;
  /** Pages by filter and value. */
  totals: Record<string, Record<string, number>>;
  /** Scripts that the page's script imports: named in the head, they come with it instead of after it. */
  imports: string[];
}

/**
 * Puts the names of the index's files, of imported scripts and the number of pages behind each choice into the built search page.
 * A choice that would leave nothing is taken out.
 */
export function stamp(html: string, { hash, wasm, totals, imports }: IndexFacts, lang: string): string {
  const named = html.replace(/ data-hash(?:="")?(?=[\s>])/, ` data-hash="${hash}"`).replace(/ data-wasm(?:="")?(?=[\s>])/, ` data-wasm="${wasm}"`).replace('</head>', `${imports.map((address) => `<link rel="modulepreload" href="${address}">`).join('')}</head>`);
  return filterNames.reduce(
    (page, name) =>
      page.replace(new RegExp(`<select[^>]* name="${name}"[^>]*>.*?</select>`, 's'), (select) =>
        select.replace(/<option value="([^"]+)"[^>]*>([^<]*)<\/option>\s*/g, (option: string, id: string) => {
          const count = totals[name]?.[id];
          return count ? option.replace('</option>', ` (${count.toLocaleString(lang)})</option>`) : '';
        }),
      ),
    named,
  );
}
