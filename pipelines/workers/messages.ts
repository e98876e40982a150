/** What the run and its workers say to each other; structured clones. */
import type { Conversion, SourceDocument } from '../../extractors/index.js';
import type { DocumentLimits } from '../limits.js';
import type { Understood } from '../understand.js';

/** Said once to a new worker. */
export interface Setup {
  readonly runId: string;
  readonly pipelineVersion: string;
  /** Folder of code tables over the packaged ones; null for none. */
  readonly overlay: string | null;
  readonly limits: DocumentLimits;
}

/** One document to be read; a worker has one at a time. */
export interface Task {
  readonly content: SourceDocument;
  readonly conversion: Conversion | undefined;
}

/** Said by a worker that waits for its first document. */
export const READY = 'ready';

/** Written to its stderr by a worker that ends itself for the memory that it holds. */
export const OVER_MEMORY = 'yusuan worker: beyond its memory';

export interface Reply {
  readonly understood: Understood;
  /** Bytes of memory that the worker holds now. */
  readonly memory: number;
}
