/** Word documents of before 2007, and RTF: their tables by a converter, their words alone without one. */
import { openWord } from '../docx/package/open.js';
import { readDocx } from '../docx/read.js';
import type { ExtractLimits } from '../limits.js';
import { readContent } from '../text/read.js';
import { UnreadableDocument } from '../types.js';
import type { Diagnostic, RawDocument, SourceDocument } from '../types.js';
import type { Conversion } from './converter/convert.js';
import { CONVERTER_VARIABLE, isSwitchedOff } from './converter/find.js';
import { lostAmounts } from './lost-amounts.js';
import type { LegacyWord } from './sniff.js';
import { docText } from './text/doc-text.js';
import { rtfText } from './text/rtf-text.js';

/**
 * Reads the docx that a converter made of the document; where there is none, or it fails, the words alone, with a warning that says what is lost.
 *
 * @param conversion null where the machine has no converter
 * @throws UnreadableDocument one of {@link WITHOUT_CONVERTER} where without the converter not even the words can be read; `too-many-cells`
 */
export async function readLegacyWord(
  source: SourceDocument,
  word: LegacyWord,
  conversion: Conversion | null,
  limits: ExtractLimits,
): Promise<RawDocument> {
  if (conversion?.kind !== 'converted') return readWords(source, word, conversion, limits);
  const { bytes, converter } = conversion;
  const hidden: string[] = [];
  const made = await readMade(source, bytes, limits, (text) => hidden.push(text));
  if (typeof made !== 'string') return describeConverted(source, word, converter, made, hidden);
  const reason = `what it made can't be read: ${made}`;
  return readWords(source, word, { kind: 'failed', converter, reason }, limits);
}

/** What was not converted, and why; null where the machine has no converter. */
type Unconverted = Exclude<Conversion, { kind: 'converted' }> | null;

function readWords(
  source: SourceDocument,
  word: LegacyWord,
  conversion: Unconverted,
  limits: ExtractLimits,
): RawDocument {
  const { text, isCutOff } = wordsOf(source, word);
  if (text === null) throw refuse(conversion);
  const { tables, blocks, diagnostics } = readContent(text, limits, true);
  return {
    ...described(source, word),
    tables: tables.map((table) => ({ ...table, lineFirst: null, lineLast: null })),
    blocks: blocks.map((block) => ({ ...block, lineFirst: null, lineLast: null })),
    diagnostics: [describeLoss(conversion), ...describeCut(isCutOff), ...diagnostics.map(withoutLine)],
  };
}

interface Words {
  /** null where it is not found. */
  readonly text: string | null;
  readonly isCutOff: boolean;
}

function wordsOf(source: SourceDocument, word: LegacyWord): Words {
  return word.kind === 'rtf' ? rtfText(source.bytes) : { text: docText(word.file), isCutOff: false };
}

/** The document, or why the docx that was made of it can't be read. */
async function readMade(
  source: SourceDocument,
  bytes: Uint8Array,
  limits: ExtractLimits,
  onHidden: (text: string) => void,
): Promise<RawDocument | string> {
  try {
    const file = await openWord(bytes, limits);
    return file ? await readDocx(source, file, limits, onHidden) : 'it is no Word document';
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.message;
    throw error;
  }
}

function describeConverted(
  source: SourceDocument,
  word: LegacyWord,
  converter: string,
  document: RawDocument,
  hidden: readonly string[],
): RawDocument {
  const { text, isCutOff } = wordsOf(source, word);
  const message = `the document is in a format of before 2007; what is read is the docx that ${converter} made of it`;
  return {
    ...document,
    mediaType: word.mediaType,
    diagnostics: [
      diagnostic('info', CONVERTED, message),
      ...describeCut(isCutOff),
      ...describeLost(lostAmounts(text ?? '', document, hidden)),
      ...document.diagnostics,
    ],
  };
}

function describeCut(isCutOff: boolean): Diagnostic[] {
  if (!isCutOff) return [];
  const message =
    'the end of the RTF file is missing (groups are open where it ends), and what stood there; fetch it again';
  return [diagnostic('error', 'rtf-cut-off', message)];
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

/** Code of the diagnostic that says that a document was read by way of the converter. */
export const CONVERTED = 'document-converted';
/** Code where the machine has none that can be used, so that it is worth while to read the document again once it has. */
export const CONVERTER_MISSING = 'converter-missing';
/** Codes of the diagnostics, and of the reasons for which a document is refused, that say that it was read without the converter. */
export const WITHOUT_CONVERTER = [CONVERTER_MISSING, 'conversion-failed'] as const;

/** Why the converter gave nothing, as a code and the beginning of a sentence. */
function explain(conversion: Unconverted): readonly [(typeof WITHOUT_CONVERTER)[number], string] {
  if (conversion?.kind === 'failed')
    return ['conversion-failed', `${conversion.converter} could not convert the document (${conversion.reason})`];
  const way = 'the tables of this Word format are read by way of LibreOffice';
  if (conversion === null && isSwitchedOff())
    return [
      CONVERTER_MISSING,
      `${way}, which ${CONVERTER_VARIABLE} switches off; take it out of the environment and run again`,
    ];
  if (conversion === null) return [CONVERTER_MISSING, `${way}, which was not found; ${HOW_TO_INSTALL} and run again`];
  return [CONVERTER_MISSING, `${way}, and ${conversion.reason}; ${HOW_TO_INSTALL} and run again`];
}

/** What is lost without the converter. */
function describeLoss(conversion: Unconverted): Diagnostic {
  const [code, why] = explain(conversion);
  return diagnostic('warning', code, `${why}; ${LOSS}`);
}

function refuse(conversion: Unconverted): UnreadableDocument {
  const [code, why] = explain(conversion);
  return new UnreadableDocument(code, `${why}; without it not even the words of the document are found`);
}

function diagnostic(severity: Diagnostic['severity'], code: string, message: string): Diagnostic {
  return { stage: 'extract', severity, code, message, origin: {} };
}

/** Lines of the text that was made of the document lead nowhere in it. */
function withoutLine(found: Diagnostic): Diagnostic {
  return { ...found, origin: { ...found.origin, line: null } };
}
