import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { broken, good, makeRoot } from '../tests/fixtures/roots.ts';

const check = (root: string) => spawnSync(process.execPath, [resolve('src/tools/check.ts')], { cwd: root, encoding: 'utf8' });

test('content without problems is said to have none', () => {
  expect(check(good)).toMatchObject({ status: 0, stdout: 'content/ has no problems.\n', stderr: '' });
});

test('content with problems is listed, with exit code 1', () => {
  const { status, stderr } = check(makeRoot([good, broken]));
  expect(status).toBe(1);
  expect(stderr).toMatch(/^content\/articles\/before-bracket\.mdx:8:18 {2}citation-before-bracket\n/);
  expect(stderr).toMatch(/\n\d+ problems in content\/\. The last good site is untouched\.\n$/);
});
