import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path/posix';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../tests/browser/chromium.ts';
import { serve } from './serve.ts';

// `npm run bench`: what the site weighs, how soon an article paints beside a bare page of the same text, and what a search asks for.
// Figures are ratios and bytes: seconds differ from machine to machine.

const brotli = (path: string): number => brotliCompressSync(readFileSync(path)).length;
const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const pages = files('dist').filter((file) => file.endsWith('.html'));
const articles = pages.filter((file) => /articles\/[^/]+\/index/.test(file)).map((file) => ({ file, size: brotli(file) })).sort((a, b) => a.size - b.size);
const middle = articles[Math.floor(articles.length / 2)]!;
const others = pages.filter((file) => !file.startsWith(join('dist', 'articles'))).map((file) => ({ file, size: brotli(file) })).sort((a, b) => b.size - a.size);
const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(readFileSync(middle.file, 'utf8')) ?? [];
console.log(`pages ${pages.length}; article: median ${kilobytes(middle.size)}, longest ${kilobytes(articles.at(-1)!.size)}; heaviest other page ${kilobytes(others[0]!.size)} (${others[0]!.file}); style ${kilobytes(brotliCompressSync(style).length)}`);

const { server, address } = await serve('dist', 0);
const article = `${address}articles/${middle.file.split('/').at(-2)}/`;
const html = readFileSync(middle.file, 'utf8');
// Two peers: the same elements as a browser shows them without style, and the mere characters.
const bare = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>text</title><p>${bare.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')}`;
const peers = new Map(Object.entries({ page: html, bare, text }).map(([name, body]) => [`/${name}`, brotliCompressSync(body)]));
const peer = createServer((request, response) => {
  const body = peers.get(request.url!);
  if (!body) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body);
});
await new Promise<void>((resolve) => peer.listen(0, resolve));
const { port } = peer.address() as { port: number };

const browser = await launch();
const firstPaint = async (url: string): Promise<{ paint: number; shift: number }> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 562, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    (globalThis as { shift?: number }).shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (globalThis as { shift?: number }).shift! += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const figures = await page.evaluate(() => ({ paint: performance.getEntriesByName('first-contentful-paint')[0]!.startTime, shift: (globalThis as { shift?: number }).shift! }));
  await page.context().close();
  return figures;
};
const paints: { [peer: string]: number[] } = { page: [], bare: [], text: [] };
let shift = 0;
for (let run = 0; run < 9; run++) {
  for (const [peer, seen] of Object.entries(paints)) seen.push((await firstPaint(`http://localhost:${port}/${peer}`)).paint);
  shift = Math.max(shift, (await firstPaint(article)).shift);
}
const [ours, unstyled, plain] = Object.values(paints).map(median) as [number, number, number];
console.log(`first paint of the median article, Slow 4G, CPU 4x: ${(ours / unstyled).toFixed(2)} of the same page without style, ${(ours / plain).toFixed(2)} of its characters alone (unstyled: ${(unstyled / plain).toFixed(2)}); layout shift ${shift}`);

const page = await (await browser.newContext()).newPage();
const asked: { url: string; size: number; start: number; end: number }[] = [];
page.context().on('requestfinished', (request) => {
  const { startTime, responseEnd } = request.timing();
  void request.response().then(async (response) => {
    const body = (await response?.body().catch(() => undefined)) ?? Buffer.alloc(0);
    asked.push({ url: request.url().replace(address, '/'), size: brotliCompressSync(body).length, start: startTime, end: startTime + responseEnd });
  });
});
await page.goto(`${address}search/?q=water%20tower`);
await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('aria-busy') !== 'true' && document.querySelector('#results li'));
await page.waitForTimeout(500);
const indexed = asked.filter(({ url }) => url.includes('pagefind/'));
console.log(`search: ${indexed.length} requests to the index, ${kilobytes(indexed.reduce((sum, { size }) => sum + size, 0))}; gazetteer ${kilobytes(asked.find(({ url }) => url.includes('gazetteer'))?.size ?? 0)}`);
await browser.close();
server.close();
peer.close();
