import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { runAstro } from './astro.ts';
import { good, hostile, makeProject } from './fixtures/roots.ts';

/** Path under which the site of the fixtures is built. */
export const fixtureBase = '/atlas';

/**
 * Folder of a site of the good and the hostile fixtures in all languages, built under a base path, once for all test files:
 * the first that asks builds it, one in another process waits.
 */
export function fixtureFolder(): string {
  const folder = join(inject('folder'), 'fixture-site');
  if (mkdirSync(`${folder}-claimed`, { recursive: true })) symlinkSync(build(), folder);
  const deadline = Date.now() + 600_000;
  while (!existsSync(folder)) {
    if (Date.now() > deadline) throw new Error('The site of the fixtures was not built.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return folder;
}

function build(): string {
  const root = makeProject([good, hostile], () => undefined, inject('folder'));
  const settings = join(root, 'src/site.ts');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/published: \[.*?\]/, `published: ${JSON.stringify(languages)}`).replace("contact: ''", "contact: 'errors@example.org'"));
  const { status, stdout, stderr } = runAstro(root, ['build'], { BASE_PATH: `${fixtureBase.slice(1)}/` });
  if (status !== 0) throw new Error(stdout + stderr);
  return join(root, 'dist');
}
