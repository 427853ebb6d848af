import { spawnSync } from 'node:child_process';
import { restore } from './publish.ts';
import { serve } from './serve.ts';

// `npm start`: builds the site with its search index, serves it and prints its address.
const port = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`PORT is "${process.env.PORT}", which is no port: use a number from 1 to 65535.`);
if (!process.argv.includes('--no-build')) {
  const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], { stdio: 'inherit' });
  if (build.status !== 0) fail('The site was not built; what stands above says why.');
}
try {
  restore();
  const { address } = await serve('dist', port);
  console.log(`The site is at ${address}  (Ctrl+C stops it)`);
} catch (error) {
  fail((error as Error).message);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
