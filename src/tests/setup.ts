import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runAstro } from './astro.ts';
import { findChromium } from './browser/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what test files share, gone when all are over. */
    folder: string;
  }
}

/** Builds the site once for all tests over it; `SKIP_BUILD=1` takes the one that is there, while one writes tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  // Here, before there are processes that would unpack it at the same time.
  await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'atlas-tests-'));
  project.provide('folder', folder);
  if (!process.env.SKIP_BUILD) {
    const { status, stdout, stderr } = runAstro('.', ['build', '--silent']);
    if (status !== 0) throw new Error(`The site was not built:\n${stdout}${stderr}`);
  }
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
