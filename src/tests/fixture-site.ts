import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { runAstro } from './astro.ts';
import { good, hostile, makeProject } from './fixtures/roots.ts';

const shared = globalThis as { [key: symbol]: string | undefined };
const key = Symbol.for('fixture site');

/** Path under which the site of the fixtures is built. */
export const fixtureBase = '/atlas';

/** Folder of a site of the good and the hostile fixtures in all languages, built under a base path, once for all test files. */
export function fixtureFolder(): string {
  return (shared[key] ??= build());
}

function build(): string {
  const root = makeProject([good, hostile], () => undefined, inject('folder'));
  const settings = join(root, 'src/site.ts');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/published: \[.*?\]/, `published: ${JSON.stringify(languages)}`).replace("contact: ''", "contact: 'errors@example.org'"));
  const { status, stdout, stderr } = runAstro(root, ['build'], { BASE_PATH: `${fixtureBase.slice(1)}/` });
  if (status !== 0) throw new Error(stdout + stderr);
  return join(root, 'dist');
}
