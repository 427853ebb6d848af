import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Request, Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { stringsOf } from '../../i18n/strings.ts';
import { address } from '../../site.ts';
import { parseState } from '../../search/state.ts';
import { attacks, knownAttacks } from '../fixtures/attacks.ts';
import { ask, countOf, read, readSettled, settled, type Shown } from './search-page.ts';
import { delay, eventually, fileOf, openSite, patience, within, type Setup, type Visit } from './site.ts';

const site = await openSite();
const t = stringsOf('en').search;
const at = address('/search/');

/** Opens the search page in a browser of its own, with its state in the address. */
async function open(query = '', setup: Setup = {}): Promise<Visit> {
  const visit = await site.visit(setup);
  await visit.go(query ? `/search/?${query}` : '/search/');
  return visit;
}
const pathOf = (request: Request): string => within(new URL(request.url()).pathname);
/** Brotli at its best: the default of Node. */
const weigh = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(fileOf(path))).length, 0);
const isOfIndex = (path: string): boolean => path.startsWith('/pagefind/');

describe('a name', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await open();
  });
  test.each([
    ['a country', 'Honduras', '/countries/honduras/'],
    ['a country in Spanish', 'Estados Unidos', '/countries/united-states/'],
    ['a prison', 'Abu Ghraib', '/prisons/abu-ghraib/'],
    ['a prison with what it is', 'CECOT prison', '/prisons/cecot/'],
    ['a place', 'Valledupar', '/prisons/la-tramacua/'],
    ['no accents', 'la tramacua', '/prisons/la-tramacua/'],
    ['small letters and stray spaces', '  pelican   BAY ', '/prisons/pelican-bay/'],
    ['a typo', 'Zacatecolca', '/prisons/zacatecoluca/'],
    ['an alias', 'Gitmo', '/prisons/guantanamo/'],
    ['an acronym', 'ICITAP', '/glossary/icitap/'],
    ['a person', 'Mumia Abu-Jamal', '/glossary/mumia-abu-jamal/'],
    ['an article', 'Police as diplomats', '/articles/police-as-diplomats/'],
  ])('is found: %s', async (_, query, path) => {
    const { page, troubles } = visit;
    const { best, results, count } = await ask(page, query);
    expect(best).toBe(address(path));
    expect(results[0]).toBe(address(path));
    expect(count).not.toBe('');
    expect(troubles).toEqual([]);
  });

  test.each([
    ['a topic', 'Training', '/timeline/topic/training/'],
    ['a topic in Spanish', 'muertes', '/timeline/topic/deaths/'],
    ['a year', '2012', '/timeline/2012/'],
  ])('leads into the timeline: %s', async (_, query, path) => {
    const { page, troubles } = visit;
    const { best, results } = await ask(page, query);
    expect(best).toBe(address(path));
    expect(results.length).toBeGreaterThan(0);
    await page.locator('#best-match a').click();
    await page.locator('main .card').first().waitFor();
    await visit.go('/search/');
    expect(troubles).toEqual([]);
  });

  test('with a slip of the pen is corrected aloud, and can be searched as it is', async () => {
    const { page } = await open();
    const { suggestion } = await ask(page, 'Zacatecolca');
    expect(suggestion).toContain(t.didYouMean('Zacatecoluca'));
    await page.locator('#suggestion a', { hasText: 'Zacatecolca' }).click();
    expect(countOf(await readSettled(page))).toBe(0);
  });

  test('is offered as soon as the names are there, while the results are still coming', async () => {
    const { page, requests, go } = await site.visit();
    const held: Route[] = [];
    let isHeld = true;
    await page.route('**/pagefind/**', (route) => (isHeld ? void held.push(route) : route.continue()));
    await go('/search/');
    expect(await read(page)).toMatchObject({ best: null, results: [], count: '' });
    const before = requests.length;
    await page.fill('#q', 'Honduras');
    await page.press('#q', 'Enter');
    await page.locator('#best-match a').waitFor();
    expect(await page.locator('#best-match a').count()).toBe(1);
    expect(await read(page)).toMatchObject({ best: address('/countries/honduras/'), results: [], count: '' });
    expect(await page.locator('#results').getAttribute('aria-busy')).toBe('true');
    const asked = requests.slice(before).map(pathOf).filter((path) => !isOfIndex(path));
    expect(asked).toEqual(['/search/gazetteer.json']);
    expect(weigh(asked)).toBeLessThanOrEqual(20_000);
    isHeld = false;
    for (const route of held) await route.continue();
    expect((await readSettled(page)).results[0]).toBe(address('/countries/honduras/'));
  });
});

describe.concurrent('the full text', () => {
  test('finds a word that stands in no name, and shows where', async () => {
    const { page, troubles } = await open();
    const { best, results } = await ask(page, 'pacification');
    expect(best).toBeNull();
    expect(results.length).toBeGreaterThan(0);
    expect(await page.locator('#results mark').first().textContent()).toMatch(/pacif/i);
    // A section of the page stands under it and leads into it.
    const section = page.locator('#results .sub a').first();
    const id = (await section.getAttribute('href'))!.split('#')[1]!;
    await section.click();
    await page.locator(`[id="${id}"]`).waitFor();
    expect(troubles).toEqual([]);
  });

  test.each([
    ['claim', 'incarceration rates', /^\/claims\/#/],
    ['source', 'Bureau of Prisons', /^\/sources\/./],
    ['term', 'accreditation', /^\/glossary\/./],
    ['article', 'accreditation', /^\/articles\/./],
    ['country', 'accreditation', /^\/countries\/./],
    ['prison', 'accreditation', /^\/prisons\/./],
  ])('finds by kind: %s', async (kind, query, path) => {
    const { page } = await open();
    await ask(page, query);
    await page.selectOption('select[name="kind"]', kind);
    const { best, results } = await readSettled(page);
    expect(best).toBeNull(); // it may be of another kind
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((result) => !path.test(within(result)))).toEqual([]);
    // Sources and claims have to be where the link leads.
    await page.locator('#results a').first().click();
    await page.waitForURL((url) => url.pathname !== at);
    const id = new URL(page.url()).hash.slice(1);
    if (id) expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
  });

  test('says how many it found, in each list too', async () => {
    const { page } = await open();
    const option = page.locator('select[name="country"] option[value="mexico"]');
    const before = await option.textContent();
    const all = countOf(await ask(page, 'accreditation'));
    await eventually(async () => expect(await option.textContent()).not.toBe(before));
    const promised = Number(/\((\d+)\)$/.exec((await option.textContent())!)![1]);
    await page.selectOption('select[name="country"]', 'mexico');
    const narrowed = await readSettled(page);
    expect(countOf(narrowed)).toBe(promised);
    expect(promised).toBeLessThan(all);
    expect(new URLSearchParams(narrowed.query).get('country')).toBe('mexico');
  });

  test('shows of a term what is said of it, not the facts beside it', async () => {
    const { page } = await open();
    await ask(page, 'ICMTC');
    await page.selectOption('select[name="kind"]', 'term');
    await readSettled(page);
    expect(await page.locator('#results').innerText()).not.toContain(stringsOf('en').fact.names);
  });

  test('answers without a query as well: everything about a country', async () => {
    const { page } = await open('country=honduras&kind=prison');
    const { results, count } = await readSettled(page);
    expect(results).toContain(address('/prisons/el-pozo-1/'));
    expect(count).toMatch(/^\d/);
  });

  test('offers a way out where nothing is found', async () => {
    const { page } = await open();
    expect(await ask(page, 'qqqqzzzz')).toMatchObject({ best: null, results: [], count: t.none('qqqqzzzz'), suggestion: `${t.wayOut} ${t.index}` });
    await page.locator('#suggestion a').click();
    expect(new URL(page.url()).hash).toBe('#by-name');
    expect(await page.locator('#by-name a').first().isVisible()).toBe(true);
  });
});

describe('the address', () => {
  test('says and restores everything: on Back, Forward, reload, and in another browser', async () => {
    const { page, troubles } = await open();
    const states: Shown[] = [await ask(page, 'training')];
    await page.selectOption('select[name="country"]', 'colombia');
    states.push(await readSettled(page));
    await page.locator('#pager a[rel="next"]').click();
    states.push(await readSettled(page));
    await page.selectOption('select[name="kind"]', 'source');
    states.push(await readSettled(page));
    expect(states.map(({ query }) => query)).toEqual(['q=training', 'q=training&country=colombia', 'q=training&country=colombia&page=2', 'q=training&country=colombia&kind=source']);
    expect(states[2]!.results).not.toEqual(states[1]!.results);
    expect(new Set(states.map(countOf)).size).toBe(3);

    for (const state of states.slice(0, -1).reverse()) {
      await page.goBack();
      expect(await readSettled(page)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await page.goForward();
      expect(await readSettled(page)).toEqual(state);
    }
    await page.goBack();
    await page.reload();
    expect(await readSettled(page)).toEqual(states[2]);
    // To a result and back: from another page.
    await page.locator('#results a').first().click();
    await page.waitForURL((url) => url.pathname !== at);
    await page.goBack();
    expect(await readSettled(page)).toEqual(states[2]);
    expect(troubles).toEqual([]);

    for (const state of states) {
      const other = await open(state.query);
      expect(await readSettled(other.page)).toEqual(state);
      await other.context.close();
    }
  });

  test('follows what is typed without filling the history', async () => {
    const { page } = await open();
    const length = await page.evaluate(() => history.length);
    await page.locator('#q').pressSequentially('Hondu', { delay: 20 });
    await page.waitForURL(`**${at}?q=Hondu`);
    expect((await readSettled(page)).best).toBe(address('/countries/honduras/'));
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  test.each(['page=0', 'page=-1', 'page=1e9', 'page=two', 'country=atlantis', 'kind=%22%3E', 'topic=__proto__', 'country=&prison=&topic=&kind=&page='])('that makes no sense is as good as absent: %s', async (query) => {
    const { page, troubles } = await open();
    const plain = await ask(page, 'Valledupar');
    await page.goto(`${site.address}/search/?${query}&q=Valledupar`);
    expect(await readSettled(page)).toMatchObject({ best: plain.best, results: plain.results, count: plain.count, fields: plain.fields });
    expect(troubles).toEqual([]);
  });

  test('of a page after the last leads to the last', async () => {
    const { page } = await open('q=prison&kind=country&page=500');
    const { results, pager, query } = await readSettled(page);
    const last = Number(/page=(\d+)$/.exec(query)![1]);
    expect(last).toBeLessThan(500);
    expect(pager).toContain(t.page(last, last));
    expect(results.length).toBeGreaterThan(0);
  });

  test('is what the button at the foot shares', async () => {
    const { page } = await open('q=el+pozo');
    const share = page.locator('.share a').first();
    const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href'))!;
    const shared = async (): Promise<(string | null)[]> => [await share.getAttribute('href'), await share.textContent()];
    const both = (address: string): string[] => [address, address];
    await readSettled(page);
    expect(await shared()).toEqual(both(`${canonical}?q=el+pozo`));
    await page.selectOption('select[name="country"]', 'honduras');
    await readSettled(page);
    expect(await shared()).toEqual(both(`${canonical}?q=el+pozo&country=honduras`));
    await page.goBack();
    await readSettled(page);
    expect(await shared()).toEqual(both(`${canonical}?q=el+pozo`));
    await page.goto(`${site.address}/search/`);
    expect(await shared()).toEqual(both(canonical));
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(canonical);
  });
});

describe('the keyboard', () => {
  test('walks the results with the arrows', async () => {
    const { page } = await open();
    await ask(page, 'Valledupar');
    const links = page.locator('#best-match a, #results a');
    const isFocused = (index: number): Promise<boolean> => links.nth(index).evaluate((link) => link === document.activeElement);
    for (let index = 0; index < 4; index++) {
      await page.keyboard.press('ArrowDown');
      expect(await isFocused(index)).toBe(true);
    }
    for (let index = 2; index >= 0; index--) {
      await page.keyboard.press('ArrowUp');
      expect(await isFocused(index)).toBe(true);
    }
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#q:focus').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address('/prisons/la-tramacua/')}`);
  });

  test('clears the search with Escape, from the field and from a result', async () => {
    const { page } = await open();
    for (const walk of [0, 2]) {
      await ask(page, 'Valledupar');
      for (let step = 0; step < walk; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      expect(await read(page)).toMatchObject({ best: null, results: [], count: '', note: '', suggestion: '', query: '', fields: { q: '' } });
      expect(await page.locator('#q:focus').count()).toBe(1);
    }
  });
});

describe('a hostile address', () => {
  /** Elements that the search page makes, and no others. */
  const own = new Set('form div label input button select option details summary ol ul li a h1 h2 h3 p span i b mark output nav section article noscript time strong svg path'.split(' '));
  const attack = attacks(1829);
  const all = [...knownAttacks, ...Array.from({ length: 100 }, attack)];

  test(`of ${all.length} does no harm, and is searched for as far as it makes sense`, { timeout: patience }, async () => {
    const { page, troubles } = await open();
    const faults: string[] = [];
    const tags = (): Promise<string[]> => page.locator('#search *').evaluateAll((elements) => [...new Set(elements.map(({ localName }) => localName))]);
    const before = await page.locator('body > *').count();
    for (const address of all) {
      // As Back and Forward do: the page stays, its address is another one.
      await page.evaluate((search) => {
        history.replaceState(null, '', location.pathname + search);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address.toWellFormed());
      const search = await page.evaluate(() => location.search);
      const { q } = parseState(search);
      const isAsked = await page.evaluate(() => [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('#search form [name]')].some(({ value }) => value !== ''));
      if (isAsked) await settled(page);
      const { fields, count, pager, results } = await read(page);
      const foreign = (await tags()).filter((tag) => !own.has(tag));
      const isCoherent = fields.q === q && (isAsked ? count !== '' : count === '' && !results.length) && (results.length || !pager) && (/^\D/.test(count) && !results.length && q ? count.includes(q.replace(/^["“](.+)["”]$/, '$1')) : true);
      if (!isCoherent || foreign.length || troubles.length) faults.push(`${address.slice(0, 100)}: ${JSON.stringify({ fields, count, pager, foreign, troubles: troubles.splice(0) })}`);
    }
    expect(faults.slice(0, 10), `${faults.length} faults`).toEqual([]);
    expect(await page.locator('body > *').count()).toBe(before);
  });

  test.each([knownAttacks[0]!, knownAttacks[1]!, '?q=%00%E0%A4%A&kind=%&&&='])('does no harm when the page opens with it: %s', async (address) => {
    const { page, troubles } = await open(address.slice(1));
    await settled(page);
    expect(await page.locator('#search :is(img, script, svg)').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});

describe.concurrent('where the full text cannot be had', () => {
  const off: [name: string, sentence: string, setup: Setup][] = [
    ['WebAssembly is missing', t.plain, { wasm: false }],
    ['the index is out of reach', t.failed, { blocked: '**/pagefind/**' }],
    ['its engine is out of reach', t.failed, { blocked: '**/pagefind/wasm*' }],
    ['its words are out of reach', t.failed, { blocked: '**/pagefind/index/**' }],
    ['its pages are out of reach', t.failed, { blocked: '**/pagefind/fragment/**' }],
  ];

  test.each(off)('%s: the plain list answers, and says so', async (_, sentence, setup) => {
    const { page, requests, troubles } = await open('', setup);
    const before = requests.length;
    const { note, results, best } = await ask(page, 'Valledupar');
    expect(note).toBe(sentence);
    expect(best).toBe(address('/prisons/la-tramacua/'));
    expect(results[0]).toBe(address('/prisons/la-tramacua/'));
    const asked = requests.slice(before).map(pathOf).filter((path) => !isOfIndex(path));
    expect(asked.sort()).toEqual(['/search/gazetteer.json', '/search/plain.json']);
    expect(weigh(['/search/plain.json'])).toBeLessThanOrEqual(40_000);
    if (!setup.blocked) expect(requests.map(pathOf).filter(isOfIndex)).toEqual([]);
    // The browser and Pagefind may say on the console what did not come; nothing else goes wrong.
    expect(troubles.filter((trouble) => !/^console: (Failed to load|GET |net::)/.test(trouble))).toEqual([]);

    // Lists and pager work here too.
    const all = await ask(page, 'prison');
    expect(all.pager).not.toBe('');
    await page.selectOption('select[name="country"]', 'honduras');
    const narrowed = await readSettled(page);
    expect(countOf(narrowed)).toBeLessThan(countOf(all));
    expect(narrowed.query).toBe('q=prison&country=honduras');
  });

  test('and the plain list neither: the names are left, and a sentence', async () => {
    const { page } = await open('', { blocked: /\/pagefind\/|plain\.json/ });
    expect(await ask(page, 'Valledupar')).toMatchObject({ best: address('/prisons/la-tramacua/'), results: [], count: t.unavailable, suggestion: t.index });
  });
});

describe('on the way to the first result', () => {
  /** Pages in the index, and the bytes that they may cost. */
  const { languages } = JSON.parse(readFileSync(fileOf('/pagefind/pagefind-entry.json'), 'utf8')) as { languages: { en: { page_count: number } } };
  const pages = languages.en.page_count;
  const limit = pages <= 300 ? 130_000 : pages <= 1500 ? 145_000 : 190_000;

  /** A request of Pagefind's, with its times in milliseconds. */
  interface Span {
    path: string;
    from: number;
    to: number;
  }

  /** Asks in a new browser, and gives Pagefind's requests that were answered when the first result stood there. */
  async function untilFirst(query: string): Promise<Span[]> {
    const { page, context, go } = await site.visit();
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('#results li')) return;
        performance.mark('first result');
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await go(`/search/?q=${encodeURIComponent(query)}`);
    await settled(page);
    const spans = await page.evaluate(() => {
      const [first] = performance.getEntriesByName('first result');
      const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return asked.filter(({ responseEnd }) => responseEnd <= first!.startTime).map(({ name, startTime, responseEnd }) => ({ path: new URL(name).pathname, from: startTime, to: responseEnd }));
    });
    await context.close();
    return spans.map((span) => ({ ...span, path: within(span.path) })).filter(({ path }) => isOfIndex(path));
  }

  test.each(['Honduras', 'pacification', 'water in the cells', 'accreditation and training', 'Tramacoa'])('few bytes come: %s', async (query) => {
    const weight = weigh((await untilFirst(query)).map(({ path }) => path));
    console.log(`${query}: ${weight} bytes of the index of ${pages} pages up to the first result`);
    expect(weight).toBeLessThanOrEqual(limit);
  });

  /** The longest chain of requests of which each began only after another had ended. */
  function steps(spans: readonly Span[]): number {
    const depth = (span: Span): number => 1 + Math.max(0, ...spans.filter(({ to }) => to <= span.from).map(depth));
    return Math.max(...spans.map(depth));
  }

  test.each(['Honduras', 'pacification', 'water in the cells'])('no more than three requests wait for each other: %s', async (query) => {
    const undo = delay(site.server, 300);
    // A busy machine may start a request late, so that it seems to have waited: the best of three counts.
    const measured: number[] = [];
    while (measured.length < 3 && !measured.some((count) => count <= 3)) measured.push(steps(await untilFirst(query)));
    undo();
    console.log(`${query}: ${measured.join(', ')} steps`);
    expect(Math.min(...measured)).toBeLessThanOrEqual(3);
  });
});
