import type { Atlas, Source } from '../../atlas/model.ts';
import { pageTitle } from '../../layouts/title.ts';

/** Each source with the title of its page, "Jordan 2010: …"; where two would be cut to the same, the id begins it. */
export function titledSources({ sources }: Atlas): (readonly [id: string, item: { source: Source; title: string }])[] {
  const cut = sources.map(({ label, title }) => pageTitle(`${label}: ${title}`));
  return sources.map((source, index) => {
    const alike = cut.indexOf(cut[index]!) !== cut.lastIndexOf(cut[index]!);
    return [source.id, { source, title: `${alike ? source.id : source.label}: ${source.title}` }];
  });
}
