/** One source on its way through: from bytes to facts, or to the reason why not. */
import { createHash } from 'node:crypto';
import {
  extract,
  UnreadableDocument,
  type Conversion,
  type Diagnostic,
  type SourceDocument,
  type Stage,
} from '../extractors/index.js';
import type { DocumentStatus } from '../sinks/index.js';
import { transform, type Codebook } from '../transforms/index.js';
import type { Outcome } from './outcome.js';
import type { Source } from './sources/index.js';

/** The content of a source under its hash. @throws UnreadableDocument when the source can't be read */
export async function readSource(source: Source): Promise<SourceDocument> {
  const bytes = await source.read();
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return { documentId, fileName: source.fileName, sourceUri: source.uri, bytes };
}

/**
 * What becomes of a source, whatever is wrong with it; `statusOf` tells what is known of a content already.
 *
 * @param conversion of a document that was converted ahead
 */
export async function processSource(
  source: Source,
  codebook: Codebook,
  statusOf: (documentId: string) => DocumentStatus | null,
  conversion?: Conversion,
): Promise<Outcome> {
  let content: SourceDocument;
  try {
    content = await readSource(source);
  } catch (error) {
    return {
      kind: 'quarantined',
      source,
      documentId: null,
      byteSize: null,
      reason: quarantineReason(error, 'extract'),
      error,
    };
  }
  const { documentId, bytes } = content;
  const status = statusOf(documentId);
  if (status) return { kind: 'unchanged', source, documentId, status };
  let stage: Stage = 'extract';
  try {
    const raw = await extract(content, { conversion });
    stage = 'transform';
    return { kind: 'loaded', source, documentId, document: transform(raw, codebook) };
  } catch (error) {
    return {
      kind: 'quarantined',
      source,
      documentId,
      byteSize: bytes.length,
      reason: quarantineReason(error, stage),
      error,
    };
  }
}

/** Why a source is quarantined; an error that no room declares is a bug of the program: `internal-error`. */
function quarantineReason(error: unknown, stage: Stage): Diagnostic {
  const declared = error instanceof UnreadableDocument;
  const fact = error instanceof Error ? error.message : String(error);
  return {
    stage,
    severity: 'error',
    code: declared ? error.code : 'internal-error',
    message: declared ? fact : `the program failed on this document, nothing of it was loaded: ${fact}`,
    origin: {},
  };
}
