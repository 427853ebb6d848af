import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from './full-text.ts';
import type { Plain } from './plain.ts';
import { openPlain } from './plain-engine.ts';

const none = { country: '', prison: '', topic: '', kind: '' };
const plain: Plain = {
  prefix: '', countries: ['colombia', 'brazil'], prisons: [], topics: [],
  rows: [
    ['country', 'colombia', 'Colombia', 'The first of the federal prisons.', [0], [], [], 0],
    ['country', 'brazil', 'Brazil', 'Prisons that the federal police runs.', [1], [], [], 0],
  ],
};

describe('the engine of the plain search', () => {
  let engine: Engine;
  beforeAll(async () => {
    vi.stubGlobal('fetch', async () => Response.json(plain));
    engine = await openPlain('/plain.json', '');
  });
  afterAll(() => void vi.unstubAllGlobals());

  it.each([['federal prisons', 2], ['"federal prisons"', 1]])('counts in the lists what it finds: %s', async (query, total) => {
    expect((await engine.search(query, none)).total).toBe(total);
    const { country } = await engine.counts(query, none);
    expect(Object.keys(country!)).toHaveLength(total);
  });

  it('marks the words that tell, not those that join them', async () => {
    const { fetch } = await engine.search('the federal police', none);
    expect((await fetch(0)).excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['federal', 'police']);
  });
});
