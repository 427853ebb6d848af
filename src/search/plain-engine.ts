import { fold } from '../i18n/fold.ts';
import { markWords } from './excerpt.ts';
import { asIndexed, isQuoted, type Engine } from './full-text.ts';
import { countPlain, passes, readPlain, searchPlain, type Plain } from './plain.ts';

/** Opens the search that needs nothing but script: over names, titles and summaries. */
export async function openPlain(address: string, base: string): Promise<Engine> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const documents = readPlain((await response.json()) as Plain);
  return {
    async search(query, filters) {
      const words = fold(query).split(' ').filter(Boolean);
      const all = searchPlain(documents, asIndexed(query)).filter(({ title, text }) => !isQuoted(query) || ` ${fold(`${title} ${text}`)} `.includes(` ${words.join(' ')} `));
      const found = all.filter((document) => passes(document, filters));
      return {
        total: found.length,
        elsewhere: found.length ? 0 : all.length,
        fetch: async (index) => {
          const { path, title, kind, countries, text } = found[index]!;
          return { href: base + path, title, kind, countries, excerpt: markWords(text, words, fold), sections: [] };
        },
      };
    },
    counts: async (query, filters) => countPlain(searchPlain(documents, asIndexed(query)), filters),
  };
}
