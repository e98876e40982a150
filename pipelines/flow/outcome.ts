/** What became of a source in a run. */
import type { Diagnostic } from '../../extractors/index.js';
import type { DocumentStatus, PreparedDocument } from '../../sinks/index.js';
import type { Source } from '../sources/index.js';

export interface LoadedSource {
  readonly kind: 'loaded';
  readonly source: Source;
  readonly documentId: string;
  /** Its rows, ready to be written. */
  readonly prepared: PreparedDocument;
}

/** The archive has the same content from the same pipeline version, or from an earlier one a better reading, or this run has met it before. */
export interface UnchangedSource {
  readonly kind: 'unchanged';
  readonly source: Source;
  readonly documentId: string;
  readonly status: DocumentStatus;
  /** Why an earlier reading is kept, where this run's is worse. */
  readonly kept?: Diagnostic;
}

export interface QuarantinedSource {
  readonly kind: 'quarantined';
  readonly source: Source;
  /** null where the bytes could not be read, as `byteSize`. */
  readonly documentId: string | null;
  readonly byteSize: number | null;
  readonly reason: Diagnostic;
  /** Where the program failed, for the log; null where the document did. */
  readonly stack: string | null;
}

export type Outcome = LoadedSource | UnchangedSource | QuarantinedSource;

/** Whether a source has given no facts, in this run or before; one that was understood and can't be held by the tables too. */
export function isQuarantined(outcome: Outcome): boolean {
  if (outcome.kind === 'loaded') return outcome.prepared.status === 'quarantined';
  return outcome.kind === 'quarantined' || outcome.status === 'quarantined';
}
