import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runAstro, startAstro } from '../tests/astro.ts';
import { broken, good, makeProject } from '../tests/fixtures/roots.ts';

const stackTrace = /^\s+at .*\d+:\d+\)?$/m;

test('a build of content with problems prints them all, nothing else, and leaves the last site untouched', () => {
  const root = makeProject([good, broken]);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'the last good site');
  const { status, stdout, stderr } = runAstro(root, ['build']);
  // The file in Latin-1, the endless ones and those that cannot be stored everywhere are missing here.
  const blocks = readFileSync(join(broken, 'report.txt'), 'utf8').split('\n\n').filter((block) => /^content\/(?!.*\/(?:latin-1|endless|linked|looped|folder|aux)\.)/.test(block));
  expect(stderr.trim()).toBe([...blocks, `${blocks.length} problems in content/. The last good site is untouched.`].join('\n\n'));
  expect(stdout).not.toMatch(stackTrace);
  expect(status).not.toBe(0);
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last good site');
});

test('in development problems are listed, the server goes on, and what is mended is shown', async () => {
  const root = makeProject([good]);
  const server = startAstro(root, ['dev', '--port', '0']);
  onTestFinished(() => new Promise((resolve) => void server.once('exit', () => resolve()).kill()));
  let output = '';
  for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (chunk) => void (output += chunk));
  const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 100_000, interval: 100 });
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  await until(() => expect(output).toContain('watching for file changes'));
  const [address] = /http:\/\/localhost:\d+\//.exec(output)!;
  const article = async (): Promise<string> => {
    const response = await fetch(`${address}articles/towers/`);
    return `${response.status} ${/<h1>.*?<\/h1>/.exec(await response.text())?.[0]}`;
  };
  expect(await article()).toBe('200 <h1>Nine towers</h1>');

  edit('content/articles/towers.mdx', 'title: Nine towers', 'titel: Ten towers');
  await until(() => expect(output).toContain('content/articles/towers.mdx:2:1  unknown-key\n  No key "titel" here. Did you mean "title"?'));
  expect(await article()).toBe('200 <h1>Nine towers</h1>');

  edit('content/articles/towers.mdx', 'titel: Ten towers', 'title: Ten towers');
  await until(() => expect(output).toContain('content/ has no problems any more.'));
  await until(async () => expect(await article()).toBe('200 <h1>Ten towers</h1>'));

  // What is in none of Astro's collections shows at once, too.
  edit('content/records/honduras.yaml', 'Guards of Honduras were trained', 'Guards of Honduras were schooled');
  await until(async () => expect(await (await fetch(`${address}countries/honduras/`)).text()).toContain('Guards of Honduras were schooled'));

  // A source that is cited before it is there.
  edit('content/articles/academy.mdx', '[^jordan-2010]', '[^jordan-2010][^academy-2020]');
  await until(() => expect(output).toContain('No source "academy-2020".'));
  const marks = async (): Promise<number> => [...(await (await fetch(`${address}articles/academy/`)).text()).matchAll(/role="doc-noteref"/g)].length;
  expect(await marks()).toBe(1);
  copyFileSync(join(root, 'content/sources/jordan-2010.yaml'), join(root, 'content/sources/academy-2020.yaml'));
  await until(async () => expect(await marks()).toBe(2));
  expect(output).not.toMatch(stackTrace);
});
