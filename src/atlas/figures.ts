import type { Citation, Figure, Mark } from './model.ts';
import type { Reading, Twin } from './read.ts';
import { defaultLanguage, type Language } from '../i18n/languages.ts';

type Data = Reading['figures'][number]['data'];

/** Fragment under which a figure stands in its article, for ever. */
export const figureAnchor = (id: string): string => `figure-${id}`;

/** Texts of a figure that its twin translates one by one, each once. */
export const wordsOf = ({ rows, unit, note, series }: Data): string[] => [
  ...new Set([rows, unit, ...series.flatMap(({ name, points }) => [name, ...points.flatMap((point) => [point.label, point.note])]), note].filter((word) => word !== undefined)),
];

/**
 * A figure as one article shows it.
 * @param cite makes the mark of a citation in the article's reference list, and tells its source
 */
export function makeFigure(id: string, data: Data, twin: Twin | undefined, lang: Language, cite: (citation: string) => Citation & { mark: Mark }): Figure {
  const translated = twin?.data as { title: string; alt: string; words: { [word: string]: string } } | undefined;
  const say = <T extends string | undefined>(word: T): T => ((word && translated?.words[word]) ?? word) as T;
  const sources: Figure['sources'] = [];
  const series = data.series.map(({ name, points }) => ({
    name: say(name),
    points: points.map(({ label, note, sources: cited, ...point }) => {
      const citations = cited.map(cite);
      for (const { source, mark: { number } } of citations) if (!sources.some((listed) => listed.number === number)) sources.push({ number, source });
      return { ...point, label: say(label), note: say(note), read: citations[0]!.source.accessed, marks: citations.map(({ mark }) => mark) };
    }),
  }));
  const { kind, rows, unit, note } = data;
  const { title, alt } = translated ?? data;
  return { id, anchor: figureAnchor(id), lang: twin ? lang : defaultLanguage, kind, title, alt, rows: say(rows), unit: say(unit), note: say(note), series, sources };
}
