import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeRoot } from '../tests/fixtures/roots.ts';
import { publish } from './publish.ts';

const home = (text: string): string => `<link rel="canonical" href="https://example.org/">${text}`;

/** Lets `publish` put a finished site in its place below `root`. */
function run(root: string, page: string): void {
  mkdirSync(join(root, '.dist-next'));
  writeFileSync(join(root, '.dist-next/index.html'), home(page));
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(root);
  const done = publish().hooks['astro:build:done'] as unknown as (options: object) => void;
  done({ dir: pathToFileURL(join(root, '.dist-next/')), logger: { info: vi.fn() } });
  process.chdir(before);
}

test('a finished site takes the place of the one before, of which nothing is left', () => {
  const root = makeRoot();
  run(root, 'first');
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe(home('first'));
  writeFileSync(join(root, 'dist/gone.html'), 'gone');
  run(root, 'second');
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe(home('second'));
  expect(existsSync(join(root, 'dist/gone.html'))).toBe(false);
  expect(readdirSync(root)).toEqual(['dist']);
});
