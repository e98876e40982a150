/** Old Word documents brought into docx, several with one start of the converter, while other documents are read. */
import { convertAhead, isConvertible, type Conversion, type SourceDocument } from '../../extractors/index.js';

/** What the converter makes of a document; undefined for one that needs none. */
export type Conversions = (documentId: string) => Promise<Conversion | undefined>;

/** Starts the converter on those of the documents that need one; nothing is started where none does. */
export function convertTogether(documents: readonly SourceDocument[]): Conversions {
  const convertible = new Map(
    documents.flatMap((document) => (isConvertible(document.bytes) ? [[document.documentId, document] as const] : [])),
  );
  if (convertible.size === 0) return () => Promise.resolve(undefined);
  const together = convertAhead([...convertible.values()]);
  // Whoever asks is told of a failure; nobody may ask.
  together.catch(() => undefined);
  return async (documentId) => {
    const document = convertible.get(documentId);
    if (!document) return undefined;
    return (await together).get(documentId) ?? (await convertAhead([document])).get(documentId);
  };
}
