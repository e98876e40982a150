/** The pieces of which the text of a .doc is put together ([MS-DOC] 2.4.1, 2.9.38, 2.9.177). */

export interface Piece {
  readonly text: string;
  /** Where it lies in the stream WordDocument. */
  readonly start: number;
  /** Bytes of a character. */
  readonly width: 1 | 2;
}

/** fcClx in FibRgFcLcb97 (2.5.6), followed by its length. */
const CLX_AT = 418;
const PROPERTIES = 1;
const PIECES = 2;
/** Flag of FcCompressed (2.9.73): a byte a character, of Windows-1252. */
const COMPRESSED = 0x40000000;
const PIECE_BYTES = 8;

/** In the order of the text. @throws RangeError where they lead outside the file */
export function readPieces(words: Buffer, table: Buffer): readonly Piece[] {
  const list = pieceList(table.subarray(words.readUInt32LE(CLX_AT)));
  const count = Math.floor((list.length - 4) / (4 + PIECE_BYTES));
  let bytesRead = 0;
  return Array.from({ length: Math.max(count, 0) }, (_, at) => {
    const length = list.readUInt32LE(4 * (at + 1)) - list.readUInt32LE(4 * at);
    const stated = list.readUInt32LE(4 * (count + 1) + PIECE_BYTES * at + 2);
    const piece = readPiece(words, stated, length);
    bytesRead += length * piece.width;
    if (bytesRead > words.length) throw new RangeError('pieces lie on each other');
    return piece;
  });
}

/** Properties of pieces come first, the list of pieces last. */
function pieceList(clx: Buffer): Buffer {
  let at = 0;
  while (clx.readUInt8(at) === PROPERTIES) at += 3 + clx.readUInt16LE(at + 1);
  if (clx.readUInt8(at) !== PIECES) throw new RangeError('the list of pieces is missing');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

function readPiece(words: Buffer, stated: number, length: number): Piece {
  const isCompressed = (stated & COMPRESSED) !== 0;
  const place = stated & (COMPRESSED - 1);
  const start = isCompressed ? place / 2 : place;
  const width = isCompressed ? 1 : 2;
  if (length < 0 || start + length * width > words.length) throw new RangeError('a piece lies outside the file');
  const bytes = words.subarray(start, start + length * width);
  const text = isCompressed ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le');
  return { text, start, width };
}
