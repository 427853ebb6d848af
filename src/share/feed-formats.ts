import { absolute, site } from '../site.ts';

/** One thing in a feed; its address is its id, for ever. */
export interface FeedItem {
  /** Absolute, with its fragment. */
  url: string;
  title: string;
  /** Plain text. */
  text: string;
  /** Language of title and text. */
  lang: string;
  /** Days, `YYYY-MM-DD`. */
  published: string;
  updated: string;
}

/** A feed as all formats write it. */
export interface Feed {
  title: string;
  description: string;
  lang: string;
  /** Absolute address of the page whose news it tells. */
  home: string;
  /** At least one. */
  items: FeedItem[];
}

/** A format: name of its file beside the page, media type, and how it is written. */
export interface FeedFormat {
  file: string;
  type: string;
  name: string;
  /** @param self absolute address of the file */
  write(feed: Feed, self: string): string;
}

/** Text for XML: special characters as entities, without those that XML 1.0 forbids. */
const xml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** Plain text where RSS has HTML. */
const html = (text: string): string => xml(xml(text).replaceAll('\n', '<br>'));

/** Midnight of a day: in RFC 3339 for Atom and JSON Feed, in RFC 822 for RSS. */
const rfc3339 = (day: string): string => `${day}T00:00:00Z`;
const rfc822 = (day: string): string => new Date(rfc3339(day)).toUTCString();
/** Day of the last change of a feed: that of its newest item. */
const lastOf = ({ items }: Feed): string => items.map(({ updated }) => updated).sort().at(-1)!;

/** RSS 2.0 as the RSS Advisory Board asks for it: https://www.rssboard.org/rss-profile */
const rss: FeedFormat = {
  file: 'rss.xml',
  type: 'application/rss+xml',
  name: 'RSS',
  write: (feed, self) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xml(feed.title)}</title>
<link>${xml(feed.home)}</link>
<description>${html(feed.description)}</description>
<language>${feed.lang}</language>
<copyright>CC BY 4.0</copyright>
<lastBuildDate>${rfc822(lastOf(feed))}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>
${feed.items.map(({ url, title, text, published }) => `<item>
<title>${xml(title)}</title>
<link>${xml(url)}</link>
<guid isPermaLink="true">${xml(url)}</guid>
<pubDate>${rfc822(published)}</pubDate>
<description>${html(text)}</description>
</item>`).join('\n')}
</channel>
</rss>
`,
};

/** Atom, RFC 4287. */
const atom: FeedFormat = {
  file: 'atom.xml',
  type: 'application/atom+xml',
  name: 'Atom',
  write: (feed, self) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${xml(self)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.description)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>
<updated>${rfc3339(lastOf(feed))}</updated>
<author><name>${xml(site.name)}</name></author>
<rights>CC BY 4.0</rights>
${feed.items.map(({ url, title, text, lang, published, updated }) => `<entry xml:lang="${lang}">
<id>${xml(url)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<published>${rfc3339(published)}</published>
<updated>${rfc3339(updated)}</updated>
<summary>${xml(text)}</summary>
</entry>`).join('\n')}
</feed>
`,
};

/** JSON Feed 1.1. */
const json: FeedFormat = {
  file: 'feed.json',
  type: 'application/feed+json',
  name: 'JSON Feed',
  write: (feed, self) => `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    icon: absolute(`${site.base}/icon-512.png`),
    description: feed.description,
    language: feed.lang,
    authors: [{ name: site.name }],
    items: feed.items.map(({ url, title, text, lang, published, updated }) => ({
      id: url,
      url,
      title,
      content_text: text,
      language: lang,
      date_published: rfc3339(published),
      date_modified: rfc3339(updated),
    })),
  }, null, 1)}\n`,
};

export const feedFormats = [rss, atom, json] as const;
