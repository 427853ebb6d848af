import { nearest } from '../i18n/distance.ts';
import type { Gazetteer } from './gazetteer.ts';

// On the page for unknown addresses: the entry whose id is nearest to the last word of the address.
const box = document.querySelector<HTMLElement>('#near')!;
const word = decodeURIComponent(location.pathname).toLowerCase().split('/').filter(Boolean).at(-1)?.replace(/\.html?$/, '') ?? '';
document.querySelector<HTMLInputElement>('input[name="q"]')!.value = word.replaceAll('-', ' ');

const response = await fetch(box.dataset.gazetteer!);
if (response.ok) {
  const { country, prison, term, article } = (await response.json()) as Gazetteer;
  const groups = { countries: country, prisons: prison, glossary: term, articles: article };
  const found = nearest(word, Object.values(groups).flatMap((rows) => rows.map(([id]) => id)));
  for (const [section, rows] of Object.entries(groups)) {
    for (const [id, name] of rows) {
      if (id !== found) continue;
      const link = document.createElement('a');
      link.className = 'tap';
      link.href = `${box.dataset.base}/${section}/${id}/`;
      link.textContent = name;
      box.querySelector('p')!.append(' ', link);
      box.hidden = false;
    }
  }
}
