import { expect, it } from 'vitest';
import { stamp } from './stamp.ts';

const page = `<head></head><div id="search" data-folder="/pagefind/" data-hash data-wasm="">
<select id="by-kind" name="kind" data-astro-cid-x> <option value="">All</option> <option value="article" data-astro-cid-x>Article</option><option value="term">Glossary</option></select>
<select id="by-country" name="country"><option value="">All</option><option value="colombia">Colombia</option><option value="côte">Côte d&#39;Ivoire (planned)</option></select></div><option value="article">elsewhere</option>`;

it('puts file names and counts into the search page, and takes empty choices out', () => {
  expect(stamp(page, { hash: 'en_1', wasm: 'en', imports: ['/assets/distance.js'], totals: { kind: { article: 1500 }, country: { colombia: 3, côte: 1 } } }, 'en')).toBe(
    `<head><link rel="modulepreload" href="/assets/distance.js"></head><div id="search" data-folder="/pagefind/" data-hash="en_1" data-wasm="en">
<select id="by-kind" name="kind" data-astro-cid-x> <option value="">All</option> <option value="article" data-astro-cid-x>Article (1,500)</option></select>
<select id="by-country" name="country"><option value="">All</option><option value="colombia">Colombia (3)</option><option value="côte">Côte d&#39;Ivoire (planned) (1)</option></select></div><option value="article">elsewhere</option>`,
  );
});
