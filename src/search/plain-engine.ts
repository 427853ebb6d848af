import { fold } from '../i18n/fold.ts';
import { markWords } from './excerpt.ts';
import { asIndexed, isQuoted, type Engine } from './full-text.ts';
import { countPlain, passes, readPlain, searchPlain, type Plain, type PlainDocument } from './plain.ts';

/** Opens the search that needs nothing but script: over names, titles and summaries. */
export async function openPlain(address: string, base: string): Promise<Engine> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const documents = readPlain((await response.json()) as Plain);
  const wordsOf = (query: string): string[] => fold(asIndexed(query)).split(' ').filter(Boolean);
  const matching = (query: string): PlainDocument[] =>
    searchPlain(documents, asIndexed(query)).filter(({ title, text }) => !isQuoted(query) || ` ${fold(`${title} ${text}`)} `.includes(` ${wordsOf(query).join(' ')} `));
  return {
    async search(query, filters) {
      const all = matching(query);
      const found = all.filter((document) => passes(document, filters));
      return {
        total: found.length,
        elsewhere: found.length ? 0 : all.length,
        fetch: async (index) => {
          const { path, title, kind, countries, text } = found[index]!;
          return { href: base + path, title, kind, countries, excerpt: markWords(text, wordsOf(query), fold), sections: [] };
        },
      };
    },
    counts: async (query, filters) => countPlain(matching(query), filters),
  };
}
