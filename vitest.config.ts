import { defineConfig } from 'vitest/config';

/** Tests that put something else in the place of a module or of what the process offers: each gets modules of its own. */
const ALONE = [
  'test/pipelines/keep-better.test.ts',
  'test/pipelines/codes/broken-tables.test.ts',
  'test/extractors/pdf/pages/without-canvas.test.ts',
];

export default defineConfig({
  test: {
    // Some tests start the command-line program or write a database.
    // No converter is started but by the tests that say so. Nobody's own code tables decide what tests find: there is no such folder.
    env: { YUSUAN_SOFFICE: 'none', YUSUAN_CODES: '', XDG_DATA_HOME: 'test/no-overlay' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Loading the modules anew for each of two hundred files would take longer than most of them.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
    ],
  },
});
