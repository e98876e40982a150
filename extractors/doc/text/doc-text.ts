/** The words of a Word document of 97 to 2003, without the form of its tables ([MS-DOC]). */
import type { Shift } from '../../tables/raised.js';
import type { CompoundFile } from '../compound-file.js';
import { findMarked } from './formatting.js';
import type { Marks } from './formatting.js';
import { readPieces } from './pieces.js';
import type { Piece } from './pieces.js';
import { Words, isEnd } from './words.js';

/** wIdent of FibBase (2.5.2); documents of before 97 have others and are made in another way. */
const WORD_97 = 0xa5ec;
/** Flag of FibBase: the tables are in the stream 1Table, not in 0Table. */
const SECOND_TABLE_FLAG = 0x0200;

/** Places in FibRgLw97 (2.5.4): how many characters each part of the document has, in the order in which they follow each other. */
const PART_LENGTHS = { text: 76, footnotes: 80, headers: 84, comments: 92, endnotes: 96, boxes: 100 } as const;
/** What is printed in the text: headers and comments are not. */
const PRINTED_PARTS: readonly string[] = ['text', 'footnotes', 'endnotes', 'boxes'];

/**
 * The text of the body, then of notes and text boxes. The cells of a row are parted by tabs, each row is a line; cells merged downwards are blank, those
 * merged sideways are one. Deleted, struck and hidden text is left out. null where the text can't be found: a document of before Word 97, or a damaged one.
 */
export function docText(file: CompoundFile): string | null {
  const words = file.stream('WordDocument');
  if (!words || words.length < 512 || words.readUInt16LE(0) !== WORD_97) return null;
  const table = file.stream(words.readUInt16LE(10) & SECOND_TABLE_FLAG ? '1Table' : '0Table');
  if (!table) return null;
  try {
    return printPieces(
      readPieces(words, table),
      findMarked({ words, table, data: file.stream('Data') ?? Buffer.alloc(0) }),
      printedRanges(words),
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** First and last character of a part, counted over all pieces; `to` is not of it. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function printedRanges(words: Buffer): readonly Range[] {
  let from = 0;
  return Object.entries(PART_LENGTHS).flatMap(([part, at]) => {
    const range = { from, to: from + words.readUInt32LE(at) };
    from = range.to;
    return PRINTED_PARTS.includes(part) ? [range] : [];
  });
}

function printPieces(pieces: readonly Piece[], marks: Marks, ranges: readonly Range[]): string {
  const printer = new Printer(marks);
  let first = 0;
  for (const { text, start, width } of pieces) {
    for (const { from, to } of ranges) {
      const end = Math.min(to - first, text.length);
      for (let at = Math.max(from - first, 0); at < end; at += 1) printer.take(text.charAt(at), start + at * width);
    }
    first += text.length;
  }
  return printer.finish();
}

const CELL_MARK = '\x07';
/** A tab of the text parts no cells. */
const TAB = '    ';
/** What single characters print (2.4.1, 2.6.1: sprmCFSpec). */
const PRINTED: Readonly<Record<string, string>> = {
  ...{ '\r': '\n', '\x0b': '\n', '\x0c': '\n', '\x0e': '\n', '\x1e': '-', '\xa0': ' ' },
};

/** Takes in characters one after the other. */
class Printer {
  private readonly words = new Words();
  /** Fields that are open: 0x13 code 0x14 result 0x15 (2.8.25). */
  private readonly fields: { isResult: boolean }[] = [];

  constructor(private readonly marks: Marks) {}

  /** @param place where it lies in the file */
  take(character: string, place: number): void {
    const field = this.fields.at(-1);
    if (character === '\x13') this.fields.push({ isResult: false });
    else if (character === '\x14' && field) field.isResult = true;
    else if (character === '\x15') this.fields.pop();
    else if (this.fields.every(({ isResult }) => isResult) && !this.marks.unseen(place))
      this.add(this.print(character, place), place);
  }

  finish(): string {
    return this.words.finish();
  }

  private add(text: string, place: number): void {
    if (isEnd(text) || !this.marks.struck(place)) this.words.add(text, this.shiftAt(place));
  }

  private shiftAt(place: number): Shift | null {
    if (this.marks.raised(place)) return 'above';
    return this.marks.lowered(place) ? 'below' : null;
  }

  /** In a cell nothing but the ends of cells and rows parts words. */
  private print(character: string, place: number): string {
    if (character === CELL_MARK) return this.marks.rowEnds(place) ? '\n' : '\t';
    if (character === '\t') return TAB;
    const printed = PRINTED[character] ?? (character < ' ' ? '' : character);
    return printed === '\n' && this.marks.inTable(place) ? ' ' : printed;
  }
}
