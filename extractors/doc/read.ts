/** Word documents of before 2007, and RTF: their tables by a converter, their words alone without one. */
import { openWord } from '../docx/package/open.js';
import { readDocx } from '../docx/read.js';
import { readContent } from '../text/read.js';
import { UnreadableDocument } from '../types.js';
import type { Diagnostic, RawDocument, SourceDocument } from '../types.js';
import type { Conversion } from './converter/convert.js';
import { CONVERTER_VARIABLE } from './converter/find.js';
import { damagedDoc } from './sniff.js';
import { lostAmounts } from './lost-amounts.js';
import type { LegacyWord } from './sniff.js';
import { docText } from './text/doc-text.js';
import { rtfText } from './text/rtf-text.js';

/**
 * Reads the docx that a converter made of the document; where there is none, or it fails, the words alone, with a warning that says what is lost.
 *
 * @param conversion null where the machine has no converter
 * @throws UnreadableDocument `unsupported-format` or `doc-damaged` where without the converter not even the words can be read; what
 * `readDocx` throws
 */
export async function readLegacyWord(
  source: SourceDocument,
  word: LegacyWord,
  conversion: Conversion | null,
): Promise<RawDocument> {
  if (conversion?.kind === 'converted') return readConverted(source, word, conversion);
  const text = wordsOf(source, word);
  if (text === null) throw refuse(conversion);
  const { tables, blocks, diagnostics } = readContent(text, true);
  return {
    ...described(source, word),
    tables: tables.map((table) => ({ ...table, lineFirst: null, lineLast: null })),
    blocks: blocks.map((block) => ({ ...block, lineFirst: null, lineLast: null })),
    diagnostics: [describeLoss(conversion), ...diagnostics.map(withoutLine)],
  };
}

/** null where they are not found. */
function wordsOf(source: SourceDocument, word: LegacyWord): string | null {
  return word.kind === 'rtf' ? rtfText(source.bytes) : docText(word.file);
}

async function readConverted(
  source: SourceDocument,
  word: LegacyWord,
  { bytes, converter }: Extract<Conversion, { kind: 'converted' }>,
): Promise<RawDocument> {
  const file = await openWord(bytes);
  if (!file) throw damagedDoc(`${converter} made no Word document of it`);
  const document = await readDocx(source, file);
  const message = `the document is in a format of before 2007; what is read is the docx that ${converter} made of it`;
  return {
    ...document,
    mediaType: word.mediaType,
    diagnostics: [
      diagnostic('info', 'document-converted', message),
      ...describeLost(lostAmounts(wordsOf(source, word) ?? '', document)),
      ...document.diagnostics,
    ],
  };
}

/** Amounts that are named. */
const MOST_NAMED = 5;

function describeLost(amounts: readonly string[]): Diagnostic[] {
  if (amounts.length === 0) return [];
  const named = amounts.slice(0, MOST_NAMED).join(', ');
  const message = `${amounts.length} amounts of the document (${named}) are not in what the converter made of it, or not by themselves; open it in Word and save it as docx`;
  return [diagnostic('error', 'conversion-lost-amounts', message)];
}

function described({ documentId, fileName, sourceUri, bytes }: SourceDocument, { mediaType }: LegacyWord) {
  return { documentId, fileName, sourceUri, byteSize: bytes.length, mediaType, charset: null, pages: [] };
}

const HOW_TO_INSTALL = `install it (Debian, Ubuntu: apt install libreoffice-writer-nogui) or name its program in ${CONVERTER_VARIABLE}`;
const LOSS =
  'its words are read without it: which cells are merged is lost, automatic numbers and pictures too, so that tables may be read wrongly';

/** What is lost without the converter. */
function describeLoss(conversion: Conversion | null): Diagnostic {
  if (conversion?.kind !== 'failed') {
    const missing = `the tables of this Word format are read by way of LibreOffice, which was not found; ${HOW_TO_INSTALL} and run again`;
    return diagnostic('warning', 'converter-missing', `${missing}; ${LOSS}`);
  }
  const failed = `${conversion.converter} could not convert the document (${conversion.reason})`;
  return diagnostic('warning', 'conversion-failed', `${failed}; ${LOSS}`);
}

function refuse(conversion: Conversion | null): UnreadableDocument {
  if (conversion?.kind === 'failed')
    return damagedDoc(`${conversion.converter} could not convert it (${conversion.reason}), and its text is not found`);
  const message = `the file is a Word document whose text can only be read by way of LibreOffice, which was not found; ${HOW_TO_INSTALL}`;
  return new UnreadableDocument('unsupported-format', message);
}

function diagnostic(severity: Diagnostic['severity'], code: string, message: string): Diagnostic {
  return { stage: 'extract', severity, code, message, origin: {} };
}

/** Lines of the text that was made of the document lead nowhere in it. */
function withoutLine(found: Diagnostic): Diagnostic {
  return { ...found, origin: { ...found.origin, line: null } };
}
