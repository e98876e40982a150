/** One document on its way through: from bytes to rows, or to the reason why not. */
import {
  extract,
  UnreadableDocument,
  type Conversion,
  type Diagnostic,
  type ExtractLimits,
  type SourceDocument,
  type Stage,
} from '../extractors/index.js';
import { prepareDocument, type LoadContext, type PreparedDocument } from '../sinks/index.js';
import { transform, type Codebook } from '../transforms/index.js';

/** What became of a document; plain data, as it may come from another process. */
export type Understood =
  | { readonly kind: 'loaded'; readonly prepared: PreparedDocument }
  | {
      readonly kind: 'quarantined';
      readonly reason: Diagnostic;
      /** Where the program failed, for the log; null where the document did. */
      readonly stack: string | null;
    };

/** With what every document of a run is read. */
export interface Reading {
  readonly codebook: Codebook;
  readonly runId: string;
  readonly pipelineVersion: string;
  readonly limits: ExtractLimits;
}

/** Reads a document and makes its rows, whatever is wrong with it; it never throws. */
export async function understand(
  content: SourceDocument,
  conversion: Conversion | undefined,
  { codebook, runId, pipelineVersion, limits }: Reading,
): Promise<Understood> {
  let stage: Stage = 'extract';
  try {
    const raw = await extract(content, { ...(conversion ? { conversion } : {}), limits });
    stage = 'transform';
    const document = transform(raw, codebook);
    stage = 'load';
    const context: LoadContext = { runId, pipelineVersion, loadedAt: new Date() };
    return { kind: 'loaded', prepared: prepareDocument(document, context) };
  } catch (error) {
    return refuse(error, stage);
  }
}

/** Why a document is quarantined; an error that no room declares is a bug of the program: `internal-error`. */
export function refuse(error: unknown, stage: Stage): Understood & { readonly kind: 'quarantined' } {
  const fact = error instanceof Error ? error.message : String(error);
  if (error instanceof UnreadableDocument) return quarantine(stage, error.code, fact);
  const message = `the program failed on this document, nothing of it was loaded: ${fact}`;
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  return { ...quarantine(stage, 'internal-error', message), stack };
}

/** A refusal for a reason that is no error of the program. */
export function quarantine(stage: Stage, code: string, message: string): Understood & { readonly kind: 'quarantined' } {
  return { kind: 'quarantined', reason: { stage, severity: 'error', code, message, origin: {} }, stack: null };
}
