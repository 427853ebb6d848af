import { nearest } from '../i18n/distance.ts';
import type { Gazetteer } from './gazetteer.ts';

// On the page for unknown addresses: the entry whose id is nearest to the last word of the address.
const box = document.querySelector<HTMLElement>('#near')!;
const [, word] = /([^/]*?)(?:\.html?)?\/*$/.exec(decodeURIComponent(location.pathname).toLowerCase()) as unknown as [string, string];
document.querySelector<HTMLInputElement>('input[name="q"]')!.value = word.replaceAll('-', ' ');

const response = await fetch(box.dataset.gazetteer!);
if (response.ok) {
  const { country, prison, term, article } = (await response.json()) as Gazetteer;
  const groups = { countries: country, prisons: prison, glossary: term, articles: article };
  const found = nearest(word, Object.values(groups).flatMap((rows) => rows.map(([id]) => id)));
  for (const [section, rows] of Object.entries(groups)) {
    for (const [id, name] of rows) {
      if (id !== found) continue;
      const link = Object.assign(document.createElement('a'), { className: 'tap', href: `${box.dataset.base}/${section}/${id}/`, textContent: name });
      box.querySelector('p')!.append(' ', link);
      box.hidden = false;
    }
  }
}
