/** Outcomes gathered into batches that one transaction can hold. */
import type { Batch, PreparedDocument, QuarantinedDocument, Remark, SourceSighting } from '../../sinks/index.js';
import { fileStateOf, settledState } from '../file-state.js';
import type { Outcome, QuarantinedSource } from './outcome.js';

/** Limits of a batch: whichever is reached first closes it. */
export interface BatchLimits {
  readonly outcomes: number;
  /** Rows of all tables of its documents: what memory and a transaction grow with. */
  readonly rows: number;
  /** Since its first outcome: what is not written is lost with the process. */
  readonly seconds: number;
}

/** What closes a batch where a run says nothing else. */
export const DEFAULT_BATCH_LIMITS: BatchLimits = { outcomes: 5_000, rows: 100_000, seconds: 20 };

const MS_PER_SECOND = 1_000;

/** `outcomes` in order, in batches that reach a limit with their last one; the last batch may be smaller, none is empty. */
export async function* inBatches(
  outcomes: AsyncIterable<Outcome>,
  limits: BatchLimits = DEFAULT_BATCH_LIMITS,
): AsyncGenerator<readonly Outcome[]> {
  let batch: Outcome[] = [];
  let rows = 0;
  let since = 0;
  for await (const outcome of outcomes) {
    if (batch.length === 0) since = performance.now();
    batch.push(outcome);
    rows += outcome.kind === 'loaded' ? countRows(outcome.prepared) : 1;
    const age = (performance.now() - since) / MS_PER_SECOND;
    if (batch.length < limits.outcomes && rows < limits.rows && age < limits.seconds) continue;
    yield batch;
    batch = [];
    rows = 0;
  }
  if (batch.length > 0) yield batch;
}

function countRows({ packed }: PreparedDocument): number {
  return [...packed.values()].reduce((sum, { count }) => sum + count, 0);
}

/** What a batch of outcomes means to an archive: documents, refused contents, every source met at `seenAt`, archives of files that changed. */
export function toArchiveBatch(outcomes: readonly Outcome[], seenAt: Date, changedArchives: readonly string[]): Batch {
  return {
    documents: outcomes.flatMap((outcome) => (outcome.kind === 'loaded' ? [outcome.prepared] : [])),
    quarantined: outcomes.flatMap((outcome) => (outcome.kind === 'quarantined' ? toQuarantined(outcome) : [])),
    remarks: outcomes.flatMap(toRemark),
    sightings: outcomes.map((outcome) => toSighting(outcome, seenAt)),
    changedArchives,
  };
}

function toRemark(outcome: Outcome): Remark[] {
  if (outcome.kind !== 'unchanged' || !outcome.kept) return [];
  return [{ documentId: outcome.documentId, sourceUri: outcome.source.uri, diagnostic: outcome.kept }];
}

/** A refused content; nothing where there is no content, as the sighting alone tells of an unreadable source. */
function toQuarantined({ source, documentId, byteSize, reason }: QuarantinedSource): QuarantinedDocument[] {
  if (documentId === null || byteSize === null) return [];
  const { uri: sourceUri, fileName } = source;
  return [{ documentId, sourceUri, fileName, byteSize, mediaType: null, charset: null, diagnostics: [reason] }];
}

function toSighting(outcome: Outcome, seenAt: Date): SourceSighting {
  const { source, documentId } = outcome;
  const diagnostics = outcome.kind === 'quarantined' && documentId === null ? [outcome.reason] : [];
  const { uri: sourceUri, fileName, fetchedAt, metadata } = source;
  const file = settledState(fileStateOf(source), seenAt);
  return { sourceUri, fileName, documentId, seenAt, file, fetchedAt, metadata, diagnostics };
}
