import { nearest } from '../i18n/distance.ts';
import type { Gazetteer } from './gazetteer.ts';

// On the page for unknown addresses: the entry whose id is nearest to the last word of the address.
const box = document.querySelector<HTMLElement>('#near')!;
const word = decodeURIComponent(location.pathname).toLowerCase().replace(/(\.html?)?\/*$/, '').replace(/.*\//, '');
document.querySelector<HTMLInputElement>('[name=q]')!.value = word.replaceAll('-', ' ');

const response = await fetch(box.dataset.gazetteer!);
if (response.ok) {
  const names = (await response.json()) as Gazetteer;
  const groups = Object.entries({ countries: names.country, prisons: names.prison, glossary: names.term, articles: names.article });
  const found = nearest(word, groups.flatMap(([, rows]) => rows.map(([id]) => id)));
  for (const [section, rows] of groups) {
    for (const [id, name] of rows) {
      if (id !== found) continue;
      box.firstElementChild!.append(' ', Object.assign(document.createElement('a'), { className: 'tap', href: `${box.dataset.base}/${section}/${id}/`, textContent: name }));
      box.hidden = false;
    }
  }
}
