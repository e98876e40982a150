/** How a run tells that it goes on. */
import { expect, it } from 'vitest';
import type { CommandContext } from '../../pipelines/cli/command.js';
import type { LogFields } from '../../pipelines/cli/log.js';
import { openProgress } from '../../pipelines/cli/progress/open.js';
import { Tally } from '../../pipelines/cli/progress/tally.js';
import { renderBar, renderDuration, renderProgress } from '../../pipelines/cli/progress/words.js';
import { widthOf } from '../../pipelines/cli/width.js';
import type { Outcome } from '../../pipelines/flow/outcome.js';
import { fileSource } from '../../pipelines/sources/index.js';

const outcome = (name = 'a.txt', status: 'loaded' | 'quarantined' = 'loaded'): Outcome => ({
  kind: 'unchanged',
  source: fileSource(name),
  documentId: 'x',
  status,
});

/** A context whose log is kept, in a terminal whose writes are kept, at a time that the test sets. */
function surroundings(logFormat: 'text' | 'json', isTTY: boolean) {
  const written: string[] = [];
  const lines: { message: string; fields: LogFields | undefined }[] = [];
  const clock = { now: 0 };
  const write = (message: string, fields?: LogFields): void => {
    lines.push({ message, fields });
    written.push(`${message}\n`);
  };
  const context: CommandContext = {
    args: [],
    logFormat,
    log: { info: write, warn: write, error: write },
    useLogFormat: () => undefined,
  };
  const stderr = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { written, lines, clock, context, here: { stderr, now: () => clock.now } };
}

it('knows pace, total and time left', () => {
  let now = 0;
  const tally = new Tally(() => now);
  tally.expect({ sources: 40, archives: 0 });
  for (let no = 0; no < 10; no += 1) {
    now += 1_000;
    tally.note(outcome('a.txt', no === 0 ? 'quarantined' : 'loaded'));
  }
  expect(tally).toMatchObject({ seen: 10, unchanged: 9, quarantined: 1, total: 40, pace: 1, secondsLeft: 30 });
  expect(renderProgress(tally)).toBe('10 of 40 documents, 1.0/s, 30 s left, 1 quarantined');
  now += 60_000;
  tally.note(outcome());
  expect(tally.pace).toBeLessThan(0.2);
  tally.expect({ sources: 40, archives: 1 });
  expect(renderProgress(tally)).toMatch(/^11 of at least 40 documents, 0\.\d\/s, 1 quarantined$/);
  expect([renderDuration(42), renderDuration(185), renderDuration(7_800)]).toEqual(['42 s', '3 min 5 s', '2 h 10 min']);
});

it('is a line that fits, whatever a file is called', () => {
  const tally = new Tally(() => 0);
  tally.expect({ sources: 4, archives: 0 });
  tally.note(outcome());
  const bar = renderBar(tally, `${'青岛市😀'.repeat(30)}\n.pdf`, 58);
  expect(bar).toMatch(/^\[#####---------------\] {2}1 of 4 documents/);
  expect(bar).not.toContain('\n');
  expect(widthOf(bar)).toBeLessThanOrEqual(58);
});

it('is drawn on a terminal, not too often, and makes way for lines of the log', () => {
  const { written, clock, context, here } = surroundings('text', true);
  const progress = openProgress(context, here);
  for (let no = 0; no < 1_000; no += 1) {
    clock.now += 1;
    progress.note(outcome());
  }
  const drawings = written.length;
  expect(drawings).toBeGreaterThan(5);
  expect(drawings).toBeLessThanOrEqual(11);
  progress.log.error('bad');
  expect(written.slice(-2)).toEqual(['\r\x1b[2K', 'bad\n']);
  progress.log.error('worse');
  expect(written.slice(-2)).toEqual(['bad\n', 'worse\n']);
  clock.now += 500;
  progress.note(outcome());
  progress.stop();
  expect(written.at(-1)).toBe('\r\x1b[2K');
});

it.each([
  ['text', 30_000],
  ['json', 10_000],
] as const)('is a line now and then in a log (%s), and no bar', (format, period) => {
  const { written, lines, clock, context, here } = surroundings(format, false);
  const progress = openProgress(context, here);
  for (clock.now = 0; clock.now < period; clock.now += 1_000) progress.note(outcome());
  expect(lines).toEqual([]);
  progress.note(outcome());
  progress.note(outcome());
  progress.stop();
  expect(lines).toHaveLength(1);
  expect(written.join('')).not.toContain('\x1b');
  if (format === 'json') expect(lines[0]).toMatchObject({ message: 'progress', fields: { seen: 11, quarantined: 0 } });
});

it('draws no bar into a log of JSON lines, even on a terminal', () => {
  const { written, clock, context, here } = surroundings('json', true);
  const progress = openProgress(context, here);
  clock.now = 5_000;
  progress.note(outcome());
  progress.stop();
  expect(written).toEqual([]);
});
