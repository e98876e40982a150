/** From the blocks of a document to its tables and lines in reading order. */
import { buildBlocks } from '../tables/blocks.js';
import { CellCount } from '../tables/cell-count.js';
import { collectTables } from '../tables/collect.js';
import type { MarkedLine, TextItem } from '../tables/collect.js';
import { mark } from '../tables/line-roles.js';
import type { LineRole } from '../tables/line-roles.js';
import { describeLooseAmounts } from '../tables/loose-amounts.js';
import { inReadingOrder } from '../tables/reading-order.js';
import { splitStacked } from '../tables/stacked.js';
import { findTypedFurniture } from '../tables/typed-furniture.js';
import { reportUnseparated } from '../tables/unseparated.js';
import { isBlank } from '../tables/words.js';
import type { ExtractLimits } from '../limits.js';
import type { Diagnostic, RawBlock, RawDocument } from '../types.js';
import type { Block, BlockSink, Paragraph, Table } from './body/blocks.js';
import { captionBoxes } from './cell-boxes.js';
import type { Findings } from './findings.js';
import { cellText, innerBlocks } from './grid/cell-text.js';
import { placeCells } from './grid/places.js';
import type { PlacedCell, PlacedTable } from './grid/places.js';
import { isWithinBounds, toFragment } from './grid/to-fragment.js';
import { paragraphLines } from './lines.js';
import { readTabbedTables } from './tabbed/tabbed-tables.js';
import type { DocumentItem } from './tabbed/tabbed-tables.js';

/** Takes the blocks of the body as they are read; tables are brought into their grid at once. */
export class Assembly implements BlockSink {
  private readonly items: DocumentItem[] = [];
  /** Lines that no table has above or below it: notes, boxes in cells. */
  private readonly apart: MarkedLine[] = [];
  private no = 1;
  private piece = 0;
  /** Tables in which the present one stands. */
  private depth = 0;

  /** Places of the tables' grids. */
  private readonly cells: CellCount;

  constructor(
    private readonly findings: Findings,
    private readonly limits: ExtractLimits,
  ) {
    this.cells = new CellCount(limits.cells);
  }

  add(block: Block): void {
    if (block.kind === 'paragraph') this.addParagraph(block);
    else if (block.kind === 'table') this.addTable(block);
    else for (const inner of block.blocks) this.add(inner);
  }

  /** Footnotes and endnotes, after all blocks: they stand outside the text. */
  addNote(blocks: readonly Block[]): void {
    this.addApart(blocks, 'note');
  }

  private addApart(blocks: readonly Block[], role: LineRole): void {
    for (const block of blocks) {
      if (block.kind !== 'paragraph') this.add(block);
      else for (const line of this.linesOf(block)) this.apart.push(mark(line, role));
    }
  }

  finish(): Pick<RawDocument, 'tables' | 'blocks' | 'diagnostics'> {
    const { tables, lines, diagnostics } = collectTables(markTypedFurniture(readTabbedTables(this.items)), this.limits);
    const ordered = inReadingOrder(tables, buildBlocks([...lines, ...this.apart].sort((a, b) => a.no - b.no)));
    return {
      tables: ordered.tables.map((table) => ({ ...table, lineFirst: null, lineLast: null })),
      blocks: ordered.blocks.map((block) => ({ ...block, lineFirst: null, lineLast: null })),
      diagnostics: [...diagnostics, ...describeUnreadRows(ordered.blocks)],
    };
  }

  private addParagraph(paragraph: Paragraph): void {
    const lines = this.linesOf(paragraph);
    if (lines.length === 0) this.items.push({ kind: 'blank' });
    for (const line of lines) this.items.push({ kind: 'line', line });
  }

  private linesOf(paragraph: Paragraph) {
    return paragraphLines(paragraph)
      .filter(({ text }) => !isBlank(text))
      .map((line) => ({ ...line, no: this.no++ }));
  }

  private addTable(table: Table): void {
    const placed = placeCells(table);
    if (isFrame(placed)) this.addCellByCell(placed);
    else if (areSideBySide(placed))
      this.addAsOnePiece(() => {
        this.addCellByCell(placed);
      });
    else if (!isWithinBounds(placed)) {
      this.findings.note('table-too-large');
      this.addCellByCell(placed);
    } else this.addGrid(table, placed);
  }

  private addGrid(table: Table, placed: PlacedTable): void {
    this.cells.add(placed.rows.length * (placed.edges.length - 1));
    const captions = captionBoxes(table, placed);
    this.addAsOnePiece(() => {
      for (const box of captions) this.add(box);
      const fragment = toFragment(table, placed, this.piece, this.no, this.findings);
      const stacked = splitStacked(fragment);
      for (const part of stacked) this.items.push({ kind: 'table', fragment: part });
      this.no += fragment.rows.length;
      this.piece += stacked.length - 1;
      // a table in a cell is a table of its own, and stands below the one in which it is
      for (const row of placed.rows) for (const cell of row) this.addInner(cell, row, captions);
    });
  }

  /** Tables in a table are of its piece, so that none of them goes on with another. */
  private addAsOnePiece(add: () => void): void {
    if (this.depth === 0) this.piece += 1;
    this.depth += 1;
    add();
    this.depth -= 1;
  }

  private addInner(cell: PlacedCell, row: readonly PlacedCell[], captions: ReadonlySet<Block>): void {
    if (holdsTable(cell)) this.findings.note('table-in-cell', wordsToFind(cell, row));
    for (const block of innerBlocks(cell)) {
      if (block.kind !== 'box') this.add(block);
      else if (!captions.has(block)) this.addApart(block.blocks, 'text');
    }
  }

  private addCellByCell({ rows }: PlacedTable): void {
    for (const row of rows)
      for (const { cell, parts } of row)
        for (const { blocks } of [cell, ...parts]) for (const block of blocks) this.add(block);
  }
}

function markTypedFurniture(items: readonly TextItem[]): readonly TextItem[] {
  const typed = findTypedFurniture(items);
  return items.map((item) => {
    return item.kind === 'line' && typed.has(item.line) ? { ...item, line: { ...item.line, furniture: true } } : item;
  });
}

/** Rows that stand in the text: their columns could not be told, or they are too few to show any. */
function describeUnreadRows(blocks: readonly Omit<RawBlock, 'lineFirst' | 'lineLast'>[]): Diagnostic[] {
  const lines = blocks.map(({ text, blockNo }) => ({ text, origin: { blockNo } }));
  return [...reportUnseparated(lines), ...describeLooseAmounts(blocks)];
}

/** By which a person finds a cell: its own words, or the first of its row. */
function wordsToFind(cell: PlacedCell, row: readonly PlacedCell[]): string {
  return [cell, ...row].map((one) => cellText(one).replace(/\s+/gu, ' ')).find((text) => text !== '') ?? '';
}

/** A single column with a table in it, or a single cell, is a frame around text. */
function isFrame({ rows, edges }: PlacedTable): boolean {
  const isColumn = edges.length <= 2;
  return isColumn && (rows.length <= 1 || rows.some((row) => row.some((cell) => innerBlocks(cell).length > 0)));
}

/** A table whose cells hold nothing but tables, with their names, sets these side by side. */
function areSideBySide({ rows }: PlacedTable): boolean {
  const holding = rows.flatMap((row) => row.filter(holdsTable));
  return holding.length > 1 && rows.every((row) => row.every((cell) => holdsTable(cell) || isBlank(cellText(cell))));
}

function holdsTable(cell: PlacedCell): boolean {
  return innerBlocks(cell).some(({ kind }) => kind === 'table');
}
