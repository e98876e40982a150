/** Paragraphs and tables in a row: the body, a cell, a text box, a note. */
import { MOST_PARAGRAPHS } from '../package/limits.js';
import { beyond } from '../package/zip.js';
import type { ElementReader, XmlElement } from '../xml/read-xml.js';
import { readAlternates } from './alternate.js';
import type { BlockSink } from './blocks.js';
import type { Fields } from './fields.js';
import { ParagraphReader } from './paragraph.js';
import type { BlockListReader, Reading } from './reading.js';
import { TableReader } from './table.js';

/** What only stands around paragraphs and tables: content controls, marks of other programs. */
const TRANSPARENT = /^w:(?:sdt|sdtContent|customXml|smartTag)$/;

class BlockList implements BlockListReader {
  private paragraph: ParagraphReader | null = null;
  private table: TableReader | null = null;
  /** Text of paragraphs whose end is taken away. */
  private carried = '';

  constructor(
    private readonly reading: Reading,
    private readonly sink: BlockSink,
    private readonly fields: Fields,
  ) {}

  open(element: XmlElement): ElementReader | null {
    switch (element.name) {
      case 'w:p':
        countParagraph(this.reading);
        this.paragraph = new ParagraphReader(this.reading, this.fields);
        return this.paragraph;
      case 'w:tbl':
        this.finish();
        this.table = new TableReader(this.reading, this.fields);
        return this.table;
      case 'w:ins':
      case 'w:moveTo':
        return this;
      case 'mc:AlternateContent':
        return readAlternates(this, this.reading);
      case 'w:altChunk':
      case 'w:subDoc':
        this.reading.findings.note('imported-part-not-read', element.name.slice(2));
        return null;
      default:
        return TRANSPARENT.test(element.name) ? this : null;
    }
  }

  close(name: string): void {
    if (name === 'w:p' && this.paragraph) this.closeParagraph(this.paragraph);
    if (name === 'w:tbl' && this.table) this.sink.add(this.table.finish());
  }

  finish(): void {
    if (this.carried !== '') this.sink.add({ kind: 'paragraph', text: this.carried, isHeading: false, indent: 0 });
    this.carried = '';
  }

  private closeParagraph(paragraph: ParagraphReader): void {
    paragraph.end();
    if (paragraph.goesOn) {
      this.reading.findings.note('tracked-changes-accepted');
      this.carried += paragraph.unfinished;
    } else {
      this.sink.add(paragraph.finish(this.carried));
      this.carried = '';
    }
    for (const blocks of paragraph.boxes) this.sink.add({ kind: 'box', blocks });
  }
}

/** @throws UnreadableDocument `docx-beyond-limits` where memory would not hold them */
function countParagraph(reading: Reading): void {
  reading.paragraphs += 1;
  if (reading.paragraphs > MOST_PARAGRAPHS) throw beyond(`it has more than ${MOST_PARAGRAPHS} paragraphs`);
}

/** Fills in {@link Reading.openBlocks}. */
export function openBlockList(reading: Reading, sink: BlockSink, fields: Fields): BlockListReader {
  return new BlockList(reading, sink, fields);
}
