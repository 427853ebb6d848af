import { expect, test } from 'vitest';
import { atlas } from '../atlas/atlas.ts';
import { topics } from '../schemas/vocabulary.ts';
import { attacks } from '../tests/fixtures/attacks.ts';
import { makeGazetteer, readGazetteer } from './gazetteer.ts';
import { kinds } from './kinds.ts';
import { makeMatcher } from './match.ts';
import { makePlain, readPlain, searchPlain } from './plain.ts';
import { formatState, parseState } from './state.ts';

const attack = attacks(1829);
const entries = readGazetteer(makeGazetteer(atlas(), [atlas()], ''));
const match = makeMatcher(entries);
const documents = readPlain(makePlain(atlas(), ''));

test('10,000 addresses by chance are read as searches that make sense', () => {
  const faults: string[] = [];
  for (let count = 0; count < 10_000; count++) {
    const search = attack();
    const state = parseState(search);
    const { q, page, topic, kind, country, prison } = state;
    const isSound =
      Object.keys(state).sort().join() === 'country,kind,page,prison,q,topic' &&
      q.length <= 200 && q === q.trim() && !/[\p{C}\n]/u.test(q) &&
      Number.isInteger(page) && page > 0 && page < 1000 &&
      (!topic || topics.includes(topic as never)) && (!kind || kinds.includes(kind as never)) &&
      [country, prison].every((id) => /^[a-z0-9-]{0,100}$/.test(id));
    // What the page would write into the address leads to the same search.
    const again = parseState(formatState(state));
    if (!isSound || JSON.stringify(again) !== JSON.stringify(state)) faults.push(JSON.stringify({ search, state, again }));
    // Every fortieth is searched for as well: names take a while.
    if (count % 40) continue;
    const { best, suggestion } = match(q);
    if ((best && !entries.includes(best.entry)) || suggestion?.trim() === '') faults.push(JSON.stringify({ q, best, suggestion }));
    if (searchPlain(documents, q).some((document) => !documents.includes(document))) faults.push(q);
  }
  expect(faults.slice(0, 10), `${faults.length} faults`).toEqual([]);
});
