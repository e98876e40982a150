/** Floating tables, which stand in the file before the paragraph to which they are anchored, in the order of the page (ISO/IEC 29500-1, 17.4.57). */
import { isSubtitle } from '../tables/captions.js';
import { isBlank, isCaption, isTableName } from '../tables/words.js';
import type { Block, BlockSink, Paragraph, Table } from './body/blocks.js';
import type { Findings } from './findings.js';

/** Twentieths of a point: a line of 9 points set close, of 10.5 points on the usual page grid, of 22 points set wide. */
const LEAST_LINE = 240;
const USUAL_LINE = 312;
const MOST_LINE = 600;
/** Characters that fit on a line. */
const LINE_LENGTH = 40;
/** Paragraphs looked at after a table of which only the place on its page is known: a name and a unit, with a blank one between. */
const LOOKED_AT = 3;
/** Rows in which a table may name itself. */
const CAPTION_ROWS = 2;

/** A floating table and the paragraphs after it, of which the first are the ones at its anchor. */
interface Held {
  readonly table: Table;
  /** How far its top lies below that of the first of them, in twentieths of a point; null where it is placed on the page. */
  readonly below: number | null;
  readonly after: Paragraph[];
}

/**
 * Passes blocks on in the order in which they are seen. A floating table hangs so and so far below the top of the paragraph after it: as many of the
 * paragraphs as fit in between stand above it. Where it is not sure which of them do, and they may name it, the finding `floating-table-place` is noted
 * and the table is marked; so it is where its place on the page is all that is said, and the words that may name it come after it.
 */
export class FloatingTables implements BlockSink {
  private held: Held | null = null;
  /** The last words, where they stand directly above: if they are captions, what is below them is named. */
  private above: Paragraph | undefined;

  constructor(
    private readonly sink: BlockSink,
    private readonly findings: Findings,
  ) {}

  add(block: Block): void {
    if (this.held && block.kind === 'paragraph') {
      this.held.after.push(block);
      if (isEnough(this.held)) this.release();
      return;
    }
    this.release();
    if (block.kind === 'table' && block.floats) this.held = { table: block, below: block.floats.below, after: [] };
    else this.pass(block);
  }

  /** Passes on what is still held. */
  release(): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    const { above, isSure } = this.divide(held);
    if (!isSure) this.findings.note('floating-table-place');
    for (const paragraph of held.after.slice(0, above)) this.pass(paragraph);
    this.pass(isSure ? held.table : { ...held.table, isPlaceUnsure: true });
    for (const paragraph of held.after.slice(above)) this.pass(paragraph);
  }

  private pass(block: Block): void {
    if (block.kind !== 'paragraph') this.above = undefined;
    else if (!isBlank(block.text)) this.above = block;
    this.sink.add(block);
  }

  /** How many of the paragraphs stand above the table, and whether that is sure. */
  private divide(held: Held): { readonly above: number; readonly isSure: boolean } {
    const most = held.below === null ? held.after.length : countFitting(held, LEAST_LINE);
    const sure = withCaptions(held.after, countFitting(held, MOST_LINE), most);
    const isNamed =
      namesItself(held.table) || (sure === 0 ? isAbout(this.above) : held.after.slice(0, sure).some(mayName));
    const isDoubtful = held.after.slice(sure, most).some(mayName) && !isNamed;
    return isDoubtful ? { above: countFitting(held, USUAL_LINE), isSure: false } : { above: sure, isSure: true };
  }
}

function isEnough(held: Held): boolean {
  const { below, after } = held;
  return below === null ? after.length >= LOOKED_AT : countFitting(held, LEAST_LINE) < after.length;
}

/** How many of the paragraphs end above the table where a line is so high. */
function countFitting({ below, after }: Held, line: number): number {
  let height = 0;
  const end = after.findIndex(({ text }) => (height += countLines(text) * line) > (below ?? 0));
  return end < 0 ? after.length : end;
}

function countLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}

/** A unit stands with the name over it. */
function withCaptions(paragraphs: readonly Paragraph[], count: number, most: number): number {
  let end = count;
  while (end > 0 && end < most && [end - 1, end].every((at) => isAbout(paragraphs[at]))) end += 1;
  return end;
}

function namesItself({ rows }: Table): boolean {
  const blocks = rows.slice(0, CAPTION_ROWS).flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
  return blocks.some((block) => block.kind === 'paragraph' && mayName(block));
}

function isAbout(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && mayName(paragraph);
}

function mayName({ text }: Paragraph): boolean {
  return isTableName(text) || isCaption(text) || isSubtitle(text);
}
