/** What the readers of a document share while it is read. */
import type { CellCount } from '../../tables/cell-count.js';
import type { Findings } from '../findings.js';
import type { Counters } from '../numbering/counters.js';
import type { Styles } from '../styles.js';
import type { ElementReader } from '../xml/read-xml.js';
import type { BlockSink } from './blocks.js';
import type { Fields } from './fields.js';

/** Takes in paragraphs and tables; `finish` once no more come. */
export interface BlockListReader extends ElementReader {
  finish(): void;
}

export interface Reading {
  readonly styles: Styles;
  readonly counters: Counters;
  readonly findings: Findings;
  /** References to notes, in the order in which they stand in the text: `footnote 2`. */
  readonly notes: string[];
  /** Grows with every visible text, picture and object, so that one can tell whether a stretch held any. */
  seen: number;
  /** Cells met so far. */
  readonly cells: CellCount;
  /** Paragraphs met so far. */
  paragraphs: number;
  /** A reader of paragraphs and tables: the body's, a cell's, a text box's. */
  openBlocks(sink: BlockSink, fields: Fields): BlockListReader;
}
