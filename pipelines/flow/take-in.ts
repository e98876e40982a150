/** Outcomes into the archive. */
import type { Archive, RunCounts } from '../../sinks/index.js';
import type { Containers } from '../containers.js';
import { inBatches, toArchiveBatch, type BatchLimits } from './batches.js';
import type { InFlight } from './in-flight.js';
import { isQuarantined, type Outcome } from './outcome.js';
import { readAhead } from './read-ahead.js';

/** What a run has taken in. */
export interface Taken {
  readonly counts: RunCounts;
  /** URIs of sources whose bytes could not be read. */
  readonly unreadable: readonly string[];
  /** Documents of which an earlier reading is kept, for this one is worse. */
  readonly kept: number;
}

/** What a run knows that its batches need, and is told of them. */
export interface Intake {
  readonly startedAt: Date;
  readonly inFlight: InFlight;
  readonly containers: Pick<Containers, 'takeChanged'>;
  readonly limits?: BatchLimits;
}

/** Writes outcomes batch by batch; one that the archive can't hold counts as quarantined. */
export async function takeIn(
  archive: Pick<Archive, 'writeBatch'>,
  outcomes: AsyncIterable<Outcome>,
  { startedAt, inFlight, containers, limits }: Intake,
): Promise<Taken> {
  const counts = { seen: 0, loaded: 0, unchanged: 0, quarantined: 0 };
  const unreadable: string[] = [];
  let kept = 0;
  // While a batch is written the next one is gathered: workers would stand still for as long as DuckDB takes its log into the main file.
  for await (const batch of readAhead(inBatches(outcomes, limits))) {
    await archive.writeBatch(toArchiveBatch(batch, notBefore(startedAt), containers.takeChanged()));
    inFlight.noteWritten(batch.flatMap(({ documentId }) => documentId ?? []));
    for (const outcome of batch) {
      if (outcome.documentId === null) unreadable.push(outcome.source.uri);
      if (outcome.kind === 'unchanged' && outcome.kept) kept += 1;
      counts.seen += 1;
      counts[isQuarantined(outcome) ? 'quarantined' : outcome.kind] += 1;
    }
  }
  return { counts, unreadable, kept };
}

/** Now; never before `start`, though the clock be set back: what a run has met must not count as missing. */
function notBefore(start: Date): Date {
  return new Date(Math.max(Date.now(), start.getTime()));
}
