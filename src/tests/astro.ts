import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process';

const command = (args: readonly string[]): string[] => ['node_modules/astro/bin/astro.mjs', ...args];

/** The environment of a reader's shell: Astro behaves in another way where it sees that it is being tested. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
  return { ...Object.fromEntries(own), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...more };
}

/** Runs Astro in a project to its end. */
export const runAstro = (root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, command(args), { cwd: root, env: environment(env), encoding: 'utf8' });

/** Starts Astro in a project. */
export const startAstro = (root: string, args: readonly string[]): ChildProcess => spawn(process.execPath, command(args), { cwd: root, env: environment({}) });
