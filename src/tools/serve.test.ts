import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeRoot } from '../tests/fixtures/roots.ts';
import { serve } from './serve.ts';

const home = (base = ''): string => `<link rel="canonical" href="https://example.org${base}/">home`;

function makeSite(base?: string): string {
  const folder = makeRoot();
  mkdirSync(join(folder, 'prisons'));
  writeFileSync(join(folder, 'index.html'), home(base));
  writeFileSync(join(folder, 'prisons/index.html'), 'prisons');
  writeFileSync(join(folder, '404.html'), 'not here');
  return folder;
}

async function start(folder: string, port = 0): Promise<string> {
  const { server, address } = await serve(folder, port);
  onTestFinished(() => void server.close());
  return address;
}

test('a site is served as a static host would', async () => {
  const address = await start(makeSite());
  expect(address).toMatch(/^http:\/\/localhost:\d+\/$/);
  const answers = await Promise.all(
    ['', 'prisons/', 'prisons/?q=x', 'no-such-page/', 'prisons/../../package.json'].map(async (path) => {
      const response = await fetch(address + path);
      return [path, response.status, await response.text()];
    }),
  );
  expect(answers).toEqual([
    ['', 200, home()],
    ['prisons/', 200, 'prisons'],
    ['prisons/?q=x', 200, 'prisons'],
    ['no-such-page/', 404, 'not here'],
    ['prisons/../../package.json', 404, 'not here'],
  ]);
  expect((await fetch(`${address}no-such-page/`)).headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('a site is served below the path for which it was built', async () => {
  const address = await start(makeSite('/x'));
  expect(address).toMatch(/:\d+\/x\/$/);
  expect(await (await fetch(address)).text()).toBe(home('/x'));
  expect((await fetch(new URL('/prisons/', address))).status).toBe(404);
});

test('a port that is taken is told in one sentence', async () => {
  const folder = makeSite();
  const port = Number(new URL(await start(folder)).port);
  await expect(serve(folder, port)).rejects.toThrow(`Port ${port} is in use: choose another, for example PORT=${port + 1} npm start.`);
});

test('a site that is not built is told in one sentence', async () => {
  await expect(async () => serve('no-such-folder', 0)).rejects.toThrow('There is no built site in no-such-folder: run "npm run build" first.');
});
