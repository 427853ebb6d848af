import { nearest } from '../i18n/distance.ts';
import type { Gazetteer } from './gazetteer.ts';

// On the page for unknown addresses: the entry whose id is nearest to the last word of the address.
const box = document.querySelector<HTMLElement>('#near')!;
const word = /([^/]*?)(\.html?)?\/*$/.exec(decodeURIComponent(location.pathname).toLowerCase())![1]!;
document.querySelector<HTMLInputElement>('[name=q]')!.value = word.replaceAll('-', ' ');

const { prefix, ...sections } = (await (await fetch(box.dataset.gazetteer!)).json()) as Gazetteer;
const found = nearest(word, Object.values(sections).flatMap((rows) => rows.map(([id]) => id)));
for (const [section, rows] of Object.entries(sections)) {
  for (const [id, name] of rows) {
    if (id !== found) continue;
    box.append(' ', Object.assign(document.createElement('a'), { className: 'tap', href: `${box.dataset.base}${prefix}/${section}/${id}/`, textContent: name }));
    box.hidden = false;
  }
}
