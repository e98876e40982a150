/** Thrown for an overlay that can't be used or written; the message says what is wrong and where. */
export class OverlayError extends Error {
  override readonly name = 'OverlayError';
}
