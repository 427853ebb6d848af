import { readGazetteer, type Gazetteer } from './gazetteer.ts';
import { makeMatcher } from './match.ts';

// On the page for unknown addresses: the entry whose name is nearest to the last word of the address.
const box = document.querySelector<HTMLElement>('#near')!;
const words = decodeURIComponent(location.pathname).split('/').filter(Boolean).at(-1)?.replace(/[-_.]+/g, ' ') ?? '';
const field = document.querySelector<HTMLInputElement>('input[name="q"]');
if (field && !field.value) field.value = words;

const response = await fetch(box.dataset.gazetteer!);
if (response.ok) {
  const match = makeMatcher(readGazetteer((await response.json()) as Gazetteer));
  const { best } = match(words);
  if (best) {
    const link = document.createElement('a');
    link.className = 'tap';
    link.href = `${box.dataset.base}${best.entry.path}`;
    link.textContent = best.entry.name;
    box.querySelector('p')!.append(link);
    box.hidden = false;
  }
}
