/** The outside of a PDF: header, trailer and cross-reference (ISO 32000-1, 7.5). pdf.js mends what is broken there and says nothing. */
import { UnreadableDocument } from '../../../types.js';

export interface FileFrame {
  /** true where the file ends as a PDF should: `startxref`, an offset, `%%EOF` (7.5.5). */
  readonly hasEnd: boolean;
  /** true where that offset leads to a cross-reference table or stream. */
  readonly hasCrossReference: boolean;
}

/** Bytes at the start and at the end in which header and trailer are looked for (ISO 32000-1, annex H, notes 13 and 18). */
const FRINGE = 1024;
/** NUL, tab, line feed, form feed, carriage return, blank (ISO 32000-1, table 1). */
const WHITE_SPACE: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);

/** Looks at both ends of the file; throws `UnreadableDocument` where it is empty or does not begin as a PDF. */
export function readFrame(bytes: Uint8Array): FileFrame {
  if (bytes.length === 0) throw new UnreadableDocument('empty-file', 'the file is empty');
  const header = latin(bytes, 0, FRINGE).indexOf('%PDF-');
  if (header < 0)
    throw new UnreadableDocument('unsupported-format', 'the file is no PDF: it does not begin with %PDF-');
  const length = lengthUnpadded(bytes);
  const end = latin(bytes, Math.max(0, length - FRINGE), length);
  // of several revisions the last one counts
  const offset = [...end.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1];
  return { hasEnd: offset !== undefined, hasCrossReference: leadsToCrossReference(bytes, header, Number(offset)) };
}

/** Downloads by blocks fill the last one up; white space (7.2.2, NUL among it) behind the file is no part of it, however much there is. */
function lengthUnpadded(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => !WHITE_SPACE.has(byte)) + 1;
}

/** Offsets count from the header, or from the first byte where something stands before it. */
function leadsToCrossReference(bytes: Uint8Array, header: number, offset: number): boolean {
  return [offset, offset + header].some((at) => /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(latin(bytes, at, at + 32)));
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}
