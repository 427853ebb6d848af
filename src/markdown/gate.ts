import { relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { loadAtlas } from '../atlas/atlas.ts';
import { report, type Problem } from '../atlas/problem.ts';

/**
 * Astro integration: nothing is built from content with problems. A build prints the whole list and stops;
 * in development the list shows in the terminal and the browser, and the server goes on with the last good content.
 */
export function gate(): AstroIntegration {
  let problems: Problem[] = [];
  return {
    name: 'gate',
    hooks: {
      'astro:config:setup'({ command }) {
        problems = loadAtlas();
        if (!problems.length) return;
        console.error(report(problems));
        // The list says it all: an error that is thrown here would be reported below it, as one of Astro's.
        if (command !== 'dev') process.exit(1);
      },
      'astro:server:setup'({ server }) {
        const content = `content${sep}`;
        const show = (): void => {
          if (problems.length) server.ws.send({ type: 'error', err: { message: report(problems), stack: '' } });
        };
        const reload = (path: string): void => {
          if (!relative(process.cwd(), path).startsWith(content)) return;
          const before = problems.length;
          problems = loadAtlas();
          if (problems.length) {
            console.error(report(problems));
            show();
            return;
          }
          if (before) console.log('content/ has no problems any more.');
          // Pages keep what they took from the atlas: records are in no collection, so Astro would not ask for them again.
          for (const { hot, moduleGraph } of Object.values(server.environments)) {
            moduleGraph.invalidateAll();
            hot.send('astro:content-changed', {});
          }
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add('content');
        server.watcher.on('all', (_, path) => reload(path));
        server.ws.on('connection', show);
      },
    },
  };
}
