import type { Article, Atlas, Country, DatedRecord, Page, Prison } from '../atlas/model.ts';
import { pathOf } from '../atlas/reference.ts';
import { formatDate, readDay } from '../i18n/format.ts';
import { stringsOf } from '../i18n/strings.ts';
import { absolute, address, site } from '../site.ts';
import type { Feed, FeedItem } from './feed-formats.ts';

/** Items of a feed of records, and of the feed of a place. */
const [recordLimit, placeLimit] = [50, 30];

/** A feed beside the page whose news it tells, there in each format. */
export interface PageFeed {
  /** Of the page, within the site and its language: `/articles/`. */
  path: string;
  /** What it tells of, without the name of the site. */
  name: string;
  feed: Feed;
}

/** Every feed of a language: articles, new records and changes, and each country and prison. */
export function feedsOf(atlas: Atlas): PageFeed[] {
  const { lang, articles, records, pages, countries, prisons } = atlas;
  const t = stringsOf(lang);
  const make = (path: string, title: string, description: string, items: FeedItem[]): PageFeed[] =>
    items.length ? [{ path, name: title, feed: { title: `${site.name}: ${title}`, description, lang, home: absolute(address(path, lang)), items: items.toSorted(newestFirst) } }] : [];
  const changes = pages.find(({ id }) => id === 'changes');
  const places: [Country | Prison, string, DatedRecord[]][] = [
    ...countries.map((country): [Country, string, DatedRecord[]] => [country, pathOf.country(country.id), [...country.records, ...country.elsewhere]]),
    ...prisons.map((prison): [Prison, string, DatedRecord[]] => [prison, pathOf.prison(prison.id), prison.records]),
  ];
  return [
    ...make('/articles/', t.feeds.articles, t.feeds.articlesAbout, articles.map(ofArticle)),
    ...make('/timeline/', t.feeds.records, t.feeds.recordsAbout, latest(records.map((record) => ofRecord(atlas, record)), recordLimit)),
    ...make('/changes/', t.feeds.changes, t.feeds.changesAbout, changes ? ofChanges(changes) : []),
    ...places
      .filter(([place]) => place.lang === lang)
      .flatMap(([place, path, own]) => make(path, place.name, t.feeds.placeAbout(place.name), latest([ofPlace(atlas, path, place), ...place.articles.map(ofArticle), ...own.map((record) => ofRecord(atlas, record))], placeLimit))),
  ];
}

/** Day on which a record was added to the atlas, as the ledger has it; until it stands there, the day on which its country was last checked. */
export const addedOn = ({ published }: Atlas, { id, country }: DatedRecord): string => published.get(pathOf.record(id, country.id)) ?? country.reviewed;

/** The newest first; of one day, in the order in which they come. */
const newestFirst = (a: FeedItem, b: FeedItem): number => (a.updated === b.updated ? 0 : a.updated < b.updated ? 1 : -1);
const latest = (items: readonly FeedItem[], limit: number): FeedItem[] => items.toSorted(newestFirst).slice(0, limit);

const ofArticle = ({ href, name, summary, lang, published, reviewed }: Article): FeedItem => ({ url: absolute(href), title: name, text: summary, lang, published, updated: reviewed });

function ofRecord(atlas: Atlas, record: DatedRecord): FeedItem {
  const { lang, href, date, country, topic, text, note, citations } = record;
  const t = stringsOf(lang);
  const day = addedOn(atlas, record);
  return {
    url: absolute(href),
    title: `${country.name}, ${date ? formatDate(date, lang) : t.undated.toLowerCase()}: ${t.topic[topic].toLowerCase()}`,
    text: [text, note && `${t.note}: ${note}`, `${t.sources}: ${citations.map(({ source }) => source.label).join('; ')}.`].filter(Boolean).join('\n'),
    lang,
    published: day,
    updated: day,
  };
}

const ofPlace = ({ published }: Atlas, path: string, { href, name, summary, reviewed, lang }: Country | Prison): FeedItem => ({
  url: absolute(href), title: `${name}. ${stringsOf(lang).reviewed(formatDate(reviewed, lang))}`, text: summary, lang, published: published.get(path) ?? reviewed, updated: reviewed,
});

/** The sections of the page of changes whose heading is a day. */
function ofChanges({ href, headings, plain, lang }: Page): FeedItem[] {
  const lines = plain.split('\n');
  let from = 0;
  const starts = headings.map(({ text }) => (from = lines.indexOf(text, from) + 1));
  return headings.flatMap(({ id, text }, index) => {
    const day = readDay(text, lang);
    const told = lines.slice(starts[index], starts[index + 1] === undefined ? undefined : starts[index + 1]! - 1).join('\n');
    return day ? [{ url: absolute(`${href}#${id}`), title: text, text: told, lang, published: day, updated: day }] : [];
  });
}
