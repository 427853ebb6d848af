import { defineConfig } from 'vitest/config';

// Two files at a time, whatever the machine: by itself Vitest takes one on two cores, and would not let these projects run side by side on more.
const maxWorkers = 2;
// A machine that is busy with other things is slow; only what hangs is to end here.
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    teardownTimeout: 60_000,
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: ['src/tests/**'], maxWorkers, ...patience } },
      // Over the built site: built once, before the first of them. Files in one process share what they have read of it.
      { test: { name: 'site', include: ['src/tests/{build,browser}/**/*.test.ts'], globalSetup: 'src/tests/setup.ts', isolate: false, maxWorkers, ...patience } },
      // With a server that the machine has to have: `npm run test:nginx`.
      { test: { name: 'hosts', include: ['src/tests/hosts/**/*.test.ts'], globalSetup: 'src/tests/setup.ts', maxWorkers, ...patience } },
    ],
  },
});
