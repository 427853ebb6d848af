import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checksums } from './publish.ts';
import { runAstro, startAstro } from '../tests/astro.ts';
import { good, makeProject } from '../tests/fixtures/roots.ts';

const stackTrace = /^\s+at .*\d+:\d+\)?$/m;
let root: string;
let standing: string;
/** True if the last good site stands as it was, with nothing lost, added or half-written. */
const stands = (): boolean => checksums(join(root, 'dist')) === standing && readFileSync(join(root, 'dist/SHA256SUMS'), 'utf8') === standing.replace(/^.*  SHA256SUMS\n/m, '');
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => void child.once('exit', () => resolve()));
const built = (folder: string, env: NodeJS.ProcessEnv = {}): { status: number | null; said: string } => {
  const { status, stdout, stderr } = runAstro(folder, ['build'], env);
  return { status, said: stdout + stderr };
};

beforeAll(() => {
  root = makeProject([good], afterAll);
  const { status, said } = built(root, { TZ: 'America/Bogota', LC_ALL: 'C' });
  expect(status, said).toBe(0);
  standing = checksums(join(root, 'dist'));
});

test('what is published is listed with its checksums', () => {
  expect(readFileSync(join(root, 'dist/SHA256SUMS'), 'utf8').split('\n').length).toBeGreaterThan(60);
  expect(stands()).toBe(true);
});

test('a build in another folder, time zone and locale gives the same bytes', () => {
  const other = makeProject([good]);
  expect(built(other, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }).status).toBe(0);
  expect(readFileSync(join(other, 'dist/SHA256SUMS'), 'utf8')).toBe(readFileSync(join(root, 'dist/SHA256SUMS'), 'utf8'));
});

describe('the last good site stands', () => {
  test('whenever a build is killed, and the next one is not kept from building', async () => {
    const next = join(root, '.dist-next');
    // What stands there says how far a build has come. Each but the first finds the lock of a build that is no more.
    const moments: [string, () => boolean][] = [
      ['at the start', () => existsSync(join(root, '.dist-lock'))],
      ['while pages are written', () => existsSync(next) && readdirSync(next).length > 2],
      ['while the index is written', () => existsSync(join(next, 'pagefind'))],
    ];
    for (const [moment, isReached] of moments) {
      const child = startAstro(root, ['build']);
      const end = ended(child);
      while (!isReached() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
      child.kill('SIGKILL');
      await end;
      expect(stands(), moment).toBe(true);
    }
  });

  test('when the build was killed in the moment between two names', () => {
    renameSync(join(root, 'dist'), join(root, '.dist-before'));
    // A file that cannot be read keeps this build from making a site: the one from before is there again.
    symlinkSync('nowhere', join(root, 'content/articles/lost.mdx'));
    onTestFinished(() => rmSync(join(root, 'content/articles/lost.mdx')));
    expect(built(root).status).not.toBe(0);
    expect(stands()).toBe(true);
  });

  test.each([
    ['a page that leads nowhere', 'content/articles/lost.mdx', (path: string) => symlinkSync('nowhere', path)],
    ['a folder in the place of a record', 'content/records/panama.yaml', (path: string) => mkdirSync(path)],
  ])('when a file cannot be read: %s', (_, file, make) => {
    make(join(root, file));
    onTestFinished(() => rmSync(join(root, file), { recursive: true }));
    const { status, said } = built(root);
    expect(status).not.toBe(0);
    expect(said).toContain(file.split('/').at(-1));
    expect(said).not.toMatch(stackTrace);
    expect(stands()).toBe(true);
  });

  test('when nothing more can be written', () => {
    // A limit on the size of files stands for a disk that is full: the write fails in the midst of a file.
    const { status } = spawnSync('sh', ['-c', 'ulimit -f 24; exec "$0" node_modules/astro/bin/astro.mjs build', process.execPath], { cwd: root, env: { ...process.env, NODE_ENV: '', VITEST: '' } });
    expect(status).not.toBe(0);
    expect(stands()).toBe(true);
  });
});

test('a second build at the same time is refused in one sentence, and the first one goes on', async () => {
  const first = startAstro(root, ['build']);
  const end = ended(first);
  await vi.waitFor(() => expect(existsSync(join(root, '.dist-lock'))).toBe(true), { timeout: 100_000, interval: 5 });
  const { status, said } = built(root);
  expect(status).toBe(1);
  expect(said.trim()).toBe(`Another build is running here (process ${first.pid}): wait until it has ended. If there is none, remove .dist-lock.`);
  await end;
  expect(first.exitCode).toBe(0);
  expect(stands()).toBe(true);
  expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
});
