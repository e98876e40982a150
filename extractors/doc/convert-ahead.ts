/** Several documents of a run brought into docx at once, as starting the converter takes longer than converting. */
import { UnreadableDocument } from '../types.js';
import type { SourceDocument } from '../types.js';
import { convertAll } from './converter/convert.js';
import type { Conversion } from './converter/convert.js';
import { findConverter } from './converter/find.js';
import { MOST_DOCUMENTS } from './converter/limits.js';
import { sniffLegacyWord } from './sniff.js';

/** Documents that {@link convertAhead} converts at once. */
export const MOST_CONVERTED_AHEAD = MOST_DOCUMENTS;

/** Whether a document is read by way of a converter, and this machine has one. */
export function isConvertible(bytes: Uint8Array): boolean {
  return kindOf(bytes) !== null && findConverter() !== null;
}

/** What becomes of those documents that are read by way of a converter, by document id; it need not hold all of them. */
export async function convertAhead(
  documents: readonly Pick<SourceDocument, 'documentId' | 'bytes'>[],
): Promise<ReadonlyMap<string, Conversion>> {
  const program = findConverter();
  const convertible = documents.flatMap(({ documentId, bytes }) => {
    const kind = program === null ? null : kindOf(bytes);
    return kind === null ? [] : [{ documentId, bytes, kind }];
  });
  return program === null || convertible.length === 0 ? new Map() : convertAll(program, convertible);
}

function kindOf(bytes: Uint8Array): 'doc' | 'rtf' | null {
  try {
    return sniffLegacyWord(bytes)?.kind ?? null;
  } catch (error) {
    if (error instanceof UnreadableDocument) return null;
    throw error;
  }
}
