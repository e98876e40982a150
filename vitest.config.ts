import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start the command-line program or write a database.
    // No converter is started but by the tests that say so. Nobody's own code tables decide what tests find: there is no such folder.
    env: { YUSUAN_SOFFICE: 'none', YUSUAN_CODES: '', XDG_DATA_HOME: 'test/no-overlay' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
