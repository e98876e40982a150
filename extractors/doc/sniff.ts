/** Which Word format of before 2007 a file is, from its content; names lie. */
import { UnreadableDocument } from '../types.js';
import { encrypted } from '../docx/package/zip.js';
import { CompoundFile, isCompoundFile } from './compound-file.js';

/** A Word document that is not docx, with what was found out of it at the door. */
export type LegacyWord =
  | { readonly kind: 'doc'; readonly mediaType: 'application/msword'; readonly file: CompoundFile }
  | { readonly kind: 'rtf'; readonly mediaType: 'application/rtf' };

const WORD_STREAM = 'WordDocument';
/** In which Office puts a document of 2007 or later that it encrypts ([MS-OFFCRYPTO] 2.3.4). */
const ENCRYPTED_STREAM = 'EncryptedPackage';
/** Streams by which other documents in compound files are told, and what they are. */
const OTHER_DOCUMENTS = {
  Workbook: 'an Excel workbook of 97 to 2003',
  Book: 'an Excel workbook of before 97',
  'PowerPoint Document': 'a PowerPoint presentation of 97 to 2003',
} as const;
/** Microsoft Works, whose names end in .wps as those of WPS Writer do: its streams, by version, and how the later one begins. */
const OLD_WORKS_STREAM = 'MatOST';
const WORKS_STREAM = 'CONTENTS';
const WORKS_BEGINNING = 'CHNKWKS';
/** Flag of FibBase: the document is encrypted or obfuscated ([MS-DOC] 2.5.2). */
const ENCRYPTED_FLAG = 0x0100;

type Sniffed = { readonly word: LegacyWord | null } | { readonly refusal: unknown };

/** A run asks of the same bytes whether they are to be converted, and then what they are. */
const sniffed = new WeakMap<Uint8Array, Sniffed>();

/**
 * Tells .doc (also as WPS Writer writes it) and RTF; null for everything else. Bytes are looked at once, however often they are asked about.
 *
 * @throws UnreadableDocument `doc-encrypted` or, of 2007 and later, `docx-encrypted` where it wants a password; `doc-damaged`; `unsupported-format` for
 * other documents in compound files
 */
export function sniffLegacyWord(bytes: Uint8Array): LegacyWord | null {
  const found = sniffed.get(bytes) ?? trySniff(bytes);
  sniffed.set(bytes, found);
  if ('refusal' in found) throw found.refusal;
  return found.word;
}

function trySniff(bytes: Uint8Array): Sniffed {
  try {
    return { word: sniff(bytes) };
  } catch (refusal) {
    return { refusal };
  }
}

function sniff(bytes: Uint8Array): LegacyWord | null {
  if (isRtf(bytes)) return { kind: 'rtf', mediaType: 'application/rtf' };
  return isCompoundFile(bytes) ? judge(openCompound(bytes)) : null;
}

function openCompound(bytes: Uint8Array): CompoundFile {
  try {
    return new CompoundFile(bytes);
  } catch (error) {
    if (Buffer.from(bytes).includes(Buffer.from(ENCRYPTED_STREAM, 'utf16le'))) throw encrypted();
    throw damagedDoc('its directory is broken or cut off', error);
  }
}

function judge(file: CompoundFile): LegacyWord | null {
  const document = file.stream(WORD_STREAM);
  if (document) {
    if (document.length < 12) throw damagedDoc('its text is cut off');
    if (document.readUInt16LE(10) & ENCRYPTED_FLAG) throw encryptedDoc();
    if (file.isCutOff(WORD_STREAM)) throw damagedDoc('its text is cut off');
    return { kind: 'doc', mediaType: 'application/msword', file };
  }
  if (file.has(ENCRYPTED_STREAM)) throw encrypted();
  for (const [stream, format] of Object.entries(OTHER_DOCUMENTS)) if (file.has(stream)) throw unsupported(format);
  if (isWorks(file)) throw unsupported('a Microsoft Works document');
  if (!file.isDirectoryWhole) throw damagedDoc('its directory is broken or cut off');
  return null;
}

function isWorks(file: CompoundFile): boolean {
  return file.has(OLD_WORKS_STREAM) || (file.stream(WORKS_STREAM)?.includes(WORKS_BEGINNING) ?? false);
}

/** White space in front does no harm. */
function isRtf(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,16}\{\\rtf/.test(Buffer.from(bytes.subarray(0, 32)).toString('latin1'));
}

function encryptedDoc(): UnreadableDocument {
  return new UnreadableDocument(
    'doc-encrypted',
    'the Word document of before 2007 wants a password; save it without one',
  );
}

function unsupported(format: string): UnreadableDocument {
  return new UnreadableDocument(
    'unsupported-format',
    `the file is ${format}, which can't be read; save it as docx, PDF or text`,
  );
}

/** @param what the sentence's first half, without the consequence */
function damagedDoc(what: string, cause?: unknown): UnreadableDocument {
  const message = `the Office document of before 2007 is damaged: ${what}; fetch it again, or open it in Word and save it`;
  return new UnreadableDocument('doc-damaged', message, { cause });
}
