import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start the command-line program or write a database.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
