/** The docx extractor: styles and numbering first, then the text in one pass. */
import type { Diagnostic, RawDocument, Severity, SourceDocument } from '../types.js';
import { Assembly } from './assemble.js';
import { openBlockList } from './body/block-list.js';
import type { BlockSink } from './body/blocks.js';
import { Fields } from './body/fields.js';
import { readNotes } from './body/notes.js';
import type { Reading } from './body/reading.js';
import { CellCount } from '../tables/cell-count.js';
import type { ExtractLimits } from '../limits.js';
import { Findings } from './findings.js';
import { FloatingTables } from './floating.js';
import { Counters } from './numbering/counters.js';
import { NumberingReader } from './numbering/part.js';
import type { WordPackage } from './package/open.js';
import type { PartRole } from './package/relationships.js';
import { damaged } from './package/zip.js';
import { Styles } from './styles.js';
import type { ElementReader } from './xml/read-xml.js';
import { readXml } from './xml/read-xml.js';

/**
 * Reads a Word document: tables as they are drawn, paragraphs with their numbers, text boxes, notes; what is deleted, hidden or not of the text
 * is left out and told. Page and box are null: a Word document has no pages until it is printed.
 *
 * @param onHidden told of every text that is left out because it is hidden
 * @throws UnreadableDocument `docx-damaged`, `docx-encrypted`, `docx-beyond-limits`, `too-many-cells`
 */
export async function readDocx(
  source: SourceDocument,
  file: WordPackage,
  limits: ExtractLimits,
  onHidden?: (text: string) => void,
): Promise<RawDocument> {
  const findings = new Findings(onHidden);
  const reading = await prepareReading(file, findings, new CellCount(limits.cells));
  const assembly = new Assembly(findings, limits);
  const floating = new FloatingTables(assembly, findings);
  await readBody(file, reading, floating);
  floating.release();
  for (const blocks of await readNotes(reading, (role, root) => readPart(file, role, root, findings)))
    assembly.addNote(blocks);
  const assembled = assembly.finish();
  return {
    documentId: source.documentId,
    fileName: source.fileName,
    sourceUri: source.sourceUri,
    byteSize: source.bytes.length,
    mediaType: file.mediaType,
    charset: null,
    pages: [],
    ...assembled,
    diagnostics: [...findings.diagnostics(), ...assembled.diagnostics, ...describeSilence(assembled, findings)],
  };
}

async function prepareReading(file: WordPackage, findings: Findings, cells: CellCount): Promise<Reading> {
  const styles = new Styles();
  const numbering = new NumberingReader();
  await readPart(file, 'styles', styles, findings);
  await readPart(file, 'numbering', numbering, findings);
  const counters = new Counters(numbering.numbering, (style) => styles.listOf(style));
  const reading: Reading = {
    ...{ styles, counters, findings, cells, notes: [], seen: 0, paragraphs: 0 },
    openBlocks: (sink: BlockSink, fields: Fields) => openBlockList(reading, sink, fields),
  };
  return reading;
}

/** Reads the part of a role, where the document has one. */
async function readPart(file: WordPackage, role: PartRole, root: ElementReader, findings: Findings): Promise<void> {
  const related = file.related(role);
  if (related?.isThere) await readXml(related.part, file.read(related.part), root);
  else if (related) findings.note('part-missing', related.part);
}

async function readBody(file: WordPackage, reading: Reading, sink: BlockSink): Promise<void> {
  const body = reading.openBlocks(sink, new Fields());
  const found: ElementReader[] = [];
  const document: ElementReader = {
    open({ name }) {
      if (name !== 'w:body') return null;
      found.push(body);
      return body;
    },
  };
  const root: ElementReader = { open: ({ name }) => (name === 'w:document' ? document : null) };
  await readXml(file.mainPart, file.read(file.mainPart), root);
  body.finish();
  if (found.length === 0) throw damaged(`its main part ${file.mainPart} holds no text`);
}

/** A document that says nothing, or has pictures where others have tables, must not pass for one that has nothing to say. */
function describeSilence(
  { tables, blocks }: Pick<RawDocument, 'tables' | 'blocks'>,
  findings: Findings,
): readonly Diagnostic[] {
  if (tables.length > 0) return [];
  if (blocks.length === 0)
    return [
      describe(
        'error',
        'document-has-no-text',
        'the document has no text (blank, or pictures of text); nothing that it says is loaded',
      ),
    ];
  if (!findings.has('pictures-not-read')) return [];
  return [
    describe(
      'warning',
      'tables-perhaps-pictures',
      'the document has pictures and no tables; tables in pictures are not read',
    ),
  ];
}

function describe(severity: Severity, code: string, message: string): Diagnostic {
  return { stage: 'extract', severity, code, message, origin: {} };
}
