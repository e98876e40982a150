import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that put something else in the place of a module or of what the process offers: each gets modules of its own. */
const ALONE = [
  'test/pipelines/flow/keep-better.test.ts',
  'test/pipelines/codes/broken-tables.test.ts',
  'test/extractors/pdf/pages/engine/without-canvas.test.ts',
];

/** Files that take longest: last of all they would keep one core waiting. */
const LONG = [
  'test/pipelines/cli.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/crash/crash.test.ts',
  'test/crash/full-disk.test.ts',
  'test/pipelines/jobs.test.ts',
  'test/same-document-converted.test.ts',
  'test/readme.test.ts',
  'test/pipelines/trouble.test.ts',
  'test/sinks/archive.test.ts',
  'test/pipelines/flow/keep-better.test.ts',
  'test/pipelines/cofog.test.ts',
  'test/truth/truth.test.ts',
];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // Some tests start the command-line program or write a database.
    // No converter is started but by the tests that say so. Nobody's own code tables decide what tests find: there is no such folder.
    env: { YUSUAN_SOFFICE: 'none', YUSUAN_CODES: '', XDG_DATA_HOME: 'test/no-overlay' },
    sequence: { sequencer: LongOnesFirst },
    // Every core: what tests start besides is short.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Loading the modules anew for each of two hundred files would take longer than most of them.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
    ],
  },
});
