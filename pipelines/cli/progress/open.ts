/** How a run tells that it goes on: a bar on a terminal, a line now and then in a log. */
import type { CountedAhead } from '../../count-ahead.js';
import type { Outcome } from '../../flow/index.js';
import type { CommandContext } from '../command.js';
import type { Log, LogFields } from '../log.js';
import { Bar, type Terminal } from './bar.js';
import { Tally } from './tally.js';
import { renderBar, renderPace, renderProgress } from './words.js';

/** Between two looks at the clock. */
const TICK_MS = 1_000;
/** Between two lines of progress. */
const PERIOD_MS = { text: 30_000, json: 10_000 } as const;

export interface Progress {
  /** Writes lines between which the bar comes and goes. */
  readonly log: Log;
  readonly tally: Tally;
  /** Whether a person watches, so that counting ahead is worth its while. */
  readonly isWatched: boolean;
  note(outcome: Outcome): void;
  expect(ahead: CountedAhead | null): void;
  /** Ends it; nothing of it stays on a terminal. */
  stop(): void;
}

export interface Surroundings {
  readonly stderr: Terminal & { readonly isTTY?: boolean };
  readonly now: () => number;
}

const HERE: Surroundings = { stderr: process.stderr, now: () => performance.now() };

export function openProgress({ log, logFormat }: CommandContext, { stderr, now }: Surroundings = HERE): Progress {
  const tally = new Tally(now);
  const bar = logFormat === 'text' && stderr.isTTY ? new Bar(stderr, now) : null;
  const lines = bar
    ? null
    : periodically(PERIOD_MS[logFormat], now, () => {
        if (logFormat === 'json') log.info('progress', fieldsOf(tally));
        else log.info(renderProgress(tally));
      });
  let fileName = '';
  const draw = (): void => {
    bar?.show((width) => renderBar(tally, fileName, width));
    lines?.();
  };
  const ticks = setInterval(draw, TICK_MS).unref();
  return {
    log: bar ? between(bar, log) : log,
    tally,
    isWatched: bar !== null,
    note: (outcome) => {
      tally.note(outcome);
      fileName = outcome.source.fileName;
      draw();
    },
    expect: (ahead) => {
      tally.expect(ahead);
    },
    stop: () => {
      clearInterval(ticks);
      bar?.clear();
    },
  };
}

/** For machines: what was met, and the pace of late. */
function fieldsOf({ seen, loaded, unchanged, quarantined, pace, total }: Tally): LogFields {
  const documents = total === null ? {} : { total };
  return { seen, ...documents, loaded, unchanged, quarantined, documents_per_second: Number(renderPace(pace)) };
}

function periodically(period: number, now: () => number, work: () => void): () => void {
  let last = now();
  return () => {
    if (now() - last < period) return;
    last = now();
    work();
  };
}

function between(bar: Bar, log: Log): Log {
  const cleared =
    (write: Log['info']): Log['info'] =>
    (message, fields) => {
      bar.clear();
      write(message, fields);
    };
  return { info: cleared(log.info.bind(log)), warn: cleared(log.warn.bind(log)), error: cleared(log.error.bind(log)) };
}
