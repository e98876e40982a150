/** What became of a source in a run. */
import type { Diagnostic } from '../extractors/index.js';
import type { DocumentStatus } from '../sinks/index.js';
import type { BudgetDocument } from '../transforms/index.js';
import type { Source } from './sources/index.js';

export interface LoadedSource {
  readonly kind: 'loaded';
  readonly source: Source;
  readonly documentId: string;
  readonly document: BudgetDocument;
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
  /** What was thrown, for the log. */
  readonly error: unknown;
}

export type Outcome = LoadedSource | UnchangedSource | QuarantinedSource;

/** Told of a document that was understood but that the archive can't hold: it is quarantined after all. */
export type OnRefusal = (source: Source, reason: Diagnostic) => void;

/** Whether a source has given no facts, in this run or before. */
export function isQuarantined(outcome: Outcome): boolean {
  return outcome.kind === 'quarantined' || (outcome.kind === 'unchanged' && outcome.status === 'quarantined');
}
