/** A manifest as lines of text. */
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { UnreadableDocument } from '../../../extractors/index.js';
import { regularFileSize } from '../files.js';
import { splitLines, withoutReturn } from '../lines.js';

export interface TextLine {
  /** null for one that is too long to be a record's. */
  readonly text: string | null;
  /** From 1. */
  readonly no: number;
}

const HEAD_BYTES = 1024 * 1024;

/**
 * The lines of a text file of any length, without its byte order mark, in UTF-8 or GB18030. Which of them is told by the beginning of the file; where that is
 * UTF-8, or plain, a later line that is not is GB18030 all the same.
 *
 * @throws UnreadableDocument `source-unreadable` for UTF-16; errors of the file system
 */
export async function* textLines(path: string | Buffer): AsyncGenerator<TextLine> {
  await regularFileSize(path);
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (isUtf16(head)) throw new UnreadableDocument('source-unreadable', 'the manifest is in UTF-16; save it as UTF-8');
    const isGb = !isUtf8(wholeLines(head));
    for await (const { bytes, no } of splitLines(file.createReadStream({ start: 0, autoClose: false })))
      yield { text: bytes && decode(withoutReturn(bytes), isGb).replace(no === 1 ? /^\ufeff/ : /^$/, ''), no };
  } finally {
    await file.close();
  }
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** A character may be cut at the end of the head. */
function wholeLines(head: Buffer): Buffer {
  const end = head.lastIndexOf(0x0a);
  return end < 0 || head.length < HEAD_BYTES ? head : head.subarray(0, end);
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });
const GB_18030 = new TextDecoder('gb18030', { ignoreBOM: true });

function decode(bytes: Buffer, isGb: boolean): string {
  return (isGb || !isUtf8(bytes) ? GB_18030 : UTF_8).decode(bytes);
}
