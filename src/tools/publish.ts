import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro integration, last of all: puts the finished site in the place of the one before. Until then `dist/` is untouched. */
export function publish(): AstroIntegration {
  return {
    name: 'publish',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        const next = fileURLToPath(dir);
        const [site, before] = ['dist', '.dist-before'];
        rmSync(before, { recursive: true, force: true });
        if (existsSync(site)) renameSync(site, before);
        renameSync(next, site);
        rmSync(before, { recursive: true, force: true });
        logger.info(`the site is in ${site}/`);
      },
    },
  };
}
