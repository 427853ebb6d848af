import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: ['src/tests/**'] } },
      // Over the built site: built once, before the first of them.
      { test: { name: 'site', include: ['src/tests/{build,browser}/**/*.test.ts'], globalSetup: 'src/tests/setup.ts', testTimeout: 120_000, hookTimeout: 300_000, fileParallelism: false, isolate: false } },
      // With a server that the machine has to have: `npm run test:nginx`.
      { test: { name: 'hosts', include: ['src/tests/hosts/**/*.test.ts'], globalSetup: 'src/tests/setup.ts', hookTimeout: 60_000 } },
    ],
  },
});
