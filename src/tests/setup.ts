import { runAstro } from './astro.ts';

/** Builds the site once for all tests over it; `SKIP_BUILD=1` takes the one that is there, while one writes tests. */
export default function setup(): void {
  if (process.env.SKIP_BUILD) return;
  const { status, stdout, stderr } = runAstro('.', ['build', '--silent']);
  if (status !== 0) throw new Error(`The site was not built:\n${stdout}${stderr}`);
}
