import { atlas } from '../../atlas/atlas.ts';
import type { Atlas, Entry } from '../../atlas/model.ts';
import { defaultLanguage, type Language } from '../../i18n/languages.ts';
import { site } from '../../site.ts';

/** Route parameter of a language: the default has no prefix. */
export const langParam = (lang: Language): string | undefined => (lang === defaultLanguage ? undefined : lang);

interface Path<Props> {
  params: { lang: string | undefined; [key: string]: string | undefined };
  props: Props & { lang: Language };
}

/** Paths of a page that exists once in every published language. */
export const everyLanguage = (published: readonly Language[] = site.published): Path<object>[] =>
  published.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }));

/** Paths of the entries that exist in each published language. */
export function entryPaths<T extends Entry>(pick: (atlas: Atlas) => readonly T[], published: readonly Language[] = site.published): Path<{ entry: T }>[] {
  return published.flatMap((lang) =>
    pick(atlas(lang))
      .filter((entry) => entry.lang === lang)
      .map((entry) => ({ params: { lang: langParam(lang), id: entry.id }, props: { lang, entry } })),
  );
}

/** Paths of things without prose of their own, in every published language. */
export function itemPaths<T>(key: string, pick: (atlas: Atlas) => readonly (readonly [id: string, item: T])[], published: readonly Language[] = site.published): Path<{ item: T }>[] {
  return published.flatMap((lang) => pick(atlas(lang)).map(([id, item]) => ({ params: { lang: langParam(lang), [key]: id }, props: { lang, item } })));
}
