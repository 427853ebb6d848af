import { absolute, address, site } from '../site.ts';
import type { Language } from '../i18n/languages.ts';
import { dataAddress, licenceAddress, type DataSet } from './data-set.ts';

/** The data as schema.org's `Dataset`, by which search engines of data sets find it. */
export function describeDataset(set: DataSet, { title, description, lang }: { title: string; description: string; lang: Language }): object {
  const page = absolute(address('/data/', lang));
  const project = { '@type': 'Organization', name: site.name, url: absolute(address('/', lang)) };
  const years = set.rows.records.flatMap(({ date }) => (typeof date === 'string' ? date.slice(0, 4) : [])).sort();
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': page,
    name: title,
    description,
    url: page,
    inLanguage: 'en',
    license: licenceAddress,
    isAccessibleForFree: true,
    creator: project,
    publisher: project,
    version: `${set.date} ${set.content}`,
    dateModified: set.date,
    ...(years.length ? { temporalCoverage: `${years[0]}/${years.at(-1)}` } : {}),
    spatialCoverage: set.rows.countries.map(({ name }) => name),
    distribution: set.files.map((file) => ({
      '@type': 'DataDownload', name: file.path, contentUrl: absolute(dataAddress(file.path)), encodingFormat: file.mediaType, contentSize: `${Buffer.byteLength(file.text())} B`,
    })),
  };
}

/** JSON that can stand in a `<script>` of a page: nothing in it ends the element. */
export const toScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
