import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { atlas } from '../atlas/atlas.ts';
import { headersFile, redirectsFile } from '../share/hosts.ts';
import { redirectsOf } from '../share/redirects.ts';
import { site } from '../site.ts';
import { readBuiltSite } from './built-site.ts';

const [folder, before, lock, sums] = ['dist', '.dist-before', '.dist-lock', 'SHA256SUMS'];

/**
 * Astro integration, first of all: one build at a time. A second one would write into the same folders.
 * A lock that a killed build has left is recognised by its process, which is no more.
 */
export function oneAtATime(): AstroIntegration {
  return {
    name: 'one-at-a-time',
    hooks: {
      'astro:config:setup'({ command }) {
        if (command !== 'build') return;
        const other = takeLock();
        if (other) {
          console.error(`Another build is running here (process ${other}): wait until it has ended. If there is none, remove ${lock}.`);
          process.exit(1);
        }
        process.on('exit', () => rmSync(lock, { force: true }));
        restore();
      },
    },
  };
}

/** @returns the process that has the lock, if it is another one */
function takeLock(): number | undefined {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(readFileSync(lock, 'utf8'));
  if (owner !== process.pid && isRunning(owner)) return owner;
  rmSync(lock, { force: true });
  return takeLock();
}

function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts the last good site back if a build was killed in the one moment in which it had no name. */
export function restore(): void {
  if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
}

/**
 * Astro integration, last of all: adds what hosts want to know and the list of checksums, and
 * puts the finished site in the place of the one before. Until then `dist/` is untouched.
 */
export function publish(): AstroIntegration {
  return {
    name: 'publish',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        const next = fileURLToPath(dir);
        const built = { ...readBuiltSite(next), redirects: site.published.flatMap((lang) => redirectsOf(atlas(lang))) };
        writeFileSync(join(next, '_headers'), headersFile(built));
        writeFileSync(join(next, '_redirects'), redirectsFile(built));
        writeFileSync(join(next, sums), checksums(next));
        rmSync(before, { recursive: true, force: true });
        if (existsSync(folder)) renameSync(folder, before);
        renameSync(next, folder);
        rmSync(before, { recursive: true, force: true });
        logger.info(`the site is in ${folder}/`);
      },
    },
  };
}

/** Checksums of all files, in order of their names, as `sha256sum --check` reads them. */
export function checksums(root: string): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, sep).length).split(sep).join('/'))
    .sort()
    .map((file) => `${createHash('sha256').update(readFileSync(join(root, file))).digest('hex')}  ${file}\n`)
    .join('');
}
