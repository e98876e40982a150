/** Outcomes into the archive. */
import type { Archive, RunCounts } from '../sinks/index.js';
import { inBatches, toArchiveBatch } from './batches.js';
import { isQuarantined, type OnRefusal, type Outcome } from './outcome.js';

/** What a run has taken in. */
export interface Taken {
  readonly counts: RunCounts;
  /** URIs of sources whose bytes could not be read. */
  readonly unreadable: readonly string[];
  /** Documents of which an earlier reading is kept, for this one is worse. */
  readonly kept: number;
}

/** Writes outcomes batch by batch; `onRefusal` is told of each that the archive can't hold. Such a document counts as quarantined. */
export async function takeIn(
  archive: Pick<Archive, 'writeBatch'>,
  outcomes: AsyncIterable<Outcome>,
  startedAt: Date,
  onRefusal: OnRefusal = () => undefined,
): Promise<Taken> {
  const counts = { seen: 0, loaded: 0, unchanged: 0, quarantined: 0 };
  const unreadable: string[] = [];
  let kept = 0;
  for await (const batch of inBatches(outcomes)) {
    const refusals = await archive.writeBatch(toArchiveBatch(batch, notBefore(startedAt)));
    for (const outcome of batch) {
      const refusal = outcome.documentId === null ? undefined : refusals.get(outcome.documentId);
      if (refusal && outcome.kind === 'loaded') onRefusal(outcome.source, refusal);
      if (outcome.documentId === null) unreadable.push(outcome.source.uri);
      if (outcome.kind === 'unchanged' && outcome.kept) kept += 1;
      counts.seen += 1;
      counts[refusal || isQuarantined(outcome) ? 'quarantined' : outcome.kind] += 1;
    }
  }
  return { counts, unreadable, kept };
}

/** Now; never before `start`, though the clock be set back: what a run has met must not count as missing. */
function notBefore(start: Date): Date {
  return new Date(Math.max(Date.now(), start.getTime()));
}
