import { address } from '../site.ts';
import type { CslName, Source } from './model.ts';
import { pathOf } from './reference.ts';
import type { Reading } from './read.ts';
import type { Language } from '../i18n/languages.ts';

const familyOf = (name: CslName): string => name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');

/** A name as a bibliography inverts it: "Dardel, Julie de". */
const inverted = (name: CslName): string =>
  name.literal ?? [name.family, [name.given, name['non-dropping-particle']].filter(Boolean).join(' '), name.suffix].filter(Boolean).join(', ');

/** Who answers for a source, as its bibliography entry begins: at most three names, then "et al.". */
const authorsOf = (names: readonly CslName[], body: string | undefined): string =>
  names.length ? [...names.slice(0, 3).map(inverted), ...(names.length > 3 ? ['et al.'] : [])].join('; ') : (body ?? '');

/** "Jordan 2010", "Chatha & Clark 2017", "Associated Press": as a card cites it. */
function labelOf(names: readonly CslName[], body: string, issued: string | undefined): string {
  const [first, second] = names.map(familyOf);
  const who = names.length > 2 ? `${first} et al.` : second ? `${first} & ${second}` : (first ?? body);
  return [who, issued?.slice(0, 4)].filter(Boolean).join(' ');
}

/** Sources of a reading in one language, by id, nothing citing them yet. */
export function makeSources(reading: Reading, lang: Language): Map<string, Source> {
  return new Map(
    reading.sources.map(({ id, file, data }) => {
      const twin = reading.twins.get(lang)?.get(file)?.data as { note: string } | undefined;
      const { kind, note, accessed, issued, redirectFrom, ...csl } = data;
      const body = data['original-publisher'] ?? data.publisher ?? data['container-title'] ?? data.title;
      const names = data.author.length ? data.author : data.editor;
      const source: Source = {
        id,
        href: address(pathOf.source(id), lang),
        label: labelOf(names, body, issued),
        authors: authorsOf(names, data.title === body ? '' : body),
        title: data.title,
        language: data.language,
        type: data.type,
        kind,
        accessed,
        redirectFrom,
        csl: { id, ...csl, accessed, issued },
        citedBy: { articles: [], countries: [], prisons: [], terms: [], pages: [], records: [], claims: [] },
      };
      if (data['container-title']) source.container = data['container-title'];
      if (data.publisher) source.publisher = data.publisher;
      if (issued) source.issued = issued;
      if (data.URL) source.url = data.URL;
      if (data['read-as']) source.readAs = data['read-as'];
      if (data['original-publisher']) source.originalPublisher = data['original-publisher'];
      const shown = twin?.note ?? note;
      if (shown) source.note = shown;
      return [id, source];
    }),
  );
}
