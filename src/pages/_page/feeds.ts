import { atlas } from '../../atlas/atlas.ts';
import { prefixOf, type Language } from '../../i18n/languages.ts';
import { absolute, address, site } from '../../site.ts';
import { feedFormats } from '../../share/feed-formats.ts';
import { feedsOf, type PageFeed } from '../../share/feeds.ts';

const made = new WeakMap<object, PageFeed[]>();
/** Feeds of a language, made once for each state of the content. */
export function feeds(lang: Language): PageFeed[] {
  const of = atlas(lang);
  const list = made.get(of) ?? feedsOf(of);
  made.set(of, list);
  return list;
}

/** Paths of the files of one format, with what stands in each. */
export function feedPaths(file: (typeof feedFormats)[number]['file']) {
  const { type, write } = feedFormats.find((format) => format.file === file)!;
  return site.published.flatMap((lang) =>
    feeds(lang).map(({ path, feed }) => ({
      params: { feed: `${prefixOf(lang)}${path}`.slice(1, -1) },
      props: { type, text: write(feed, absolute(address(path + file, lang))) },
    })),
  );
}

/** What a page's head says of its feeds. */
export const feedLinks = (lang: Language, paths: readonly string[]) =>
  feeds(lang)
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ path, feed }) => feedFormats.map(({ file, type, name }) => ({ href: address(path + file, lang), type, title: `${feed.title} (${name})` })));
