/** Bytes within which the mark of a PDF must begin; mail systems put a few before it (ISO 32000-1, annex H, note 13). */
const MARK_WITHIN = 1024;
const MARK = '%PDF-';

/** Whether bytes are a PDF, whatever the file is called. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MARK_WITHIN)).includes(MARK);
}
