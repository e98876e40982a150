/** How the end of a run is told. */
import { expect, it } from 'vitest';
import type { CommandContext } from '../../pipelines/cli/command.js';
import { Tally } from '../../pipelines/cli/progress/tally.js';
import { tellResult } from '../../pipelines/cli/run-summary.js';
import { fileSource } from '../../pipelines/sources/index.js';
import type { RunOptions, RunResult } from '../../pipelines/index.js';

const result: RunResult = {
  runId: 'r',
  counts: { seen: 1, loaded: 0, unchanged: 1, quarantined: 0 },
  unreadable: 0,
  kept: 0,
  interrupted: true,
  pageProblem: null,
  totals: {
    loaded: 1,
    quarantined: 0,
    unreadable: 0,
    gone: 0,
    lines: 0,
    proven: 0,
    consistent: 0,
    suspect: 0,
    targets: 0,
    checks: 0,
    failedChecks: 0,
    withoutText: 0,
    withoutAnyText: 0,
    withoutConverter: 0,
    withoutLine: 0,
    unloaded: [],
  },
};

/** What is said for people of a run that met one source. */
function told(tally: Tally, options: Partial<RunOptions> = {}): string {
  const said: string[] = [];
  const say = (message: string): void => void said.push(message);
  const context: CommandContext = {
    args: [],
    logFormat: 'text',
    log: { info: say, warn: say, error: say },
    useLogFormat: () => undefined,
  };
  tally.note({ kind: 'unchanged', source: fileSource('a.txt'), documentId: 'x', status: 'loaded' });
  tellResult(result, { inputs: ['in'], outDir: 'nowhere', ...options }, context, tally);
  return said.join('\n');
}

it.each([
  [{ sources: 40, archives: 0 }, 'interrupted: 1 of 40 sources done, the same command resumes\nsources: 1 seen'],
  [{ sources: 40, archives: 2 }, 'interrupted: 1 of at least 40 sources done, '],
  [null, 'interrupted: 1 sources done, '],
])('says how far an interrupted run came: %j', (ahead, sentence) => {
  const tally = new Tally(() => 0);
  tally.expect(ahead);
  expect(told(tally)).toContain(sentence);
});

it('does not promise to go on where every document is to be read again', () => {
  expect(told(new Tally(() => 0), { reprocess: 'all' })).toContain('1 sources done, the same command begins anew\n');
});

it('names no results that are not there', () => {
  expect(told(new Tally(() => 0))).not.toMatch(/report: |database:|Parquet:/);
});
