/** What is said where the page shows only a part of a text. */
import type { Box, Cell, Diagnostic, RawPage } from '../../extractors/types.js';
import type { StatedAmount } from '../types.js';
import type { DecidedTable } from './decided-table.js';

/** Characters of a cell that a message repeats. */
const EXCERPT_LENGTH = 40;

/** A cell and its table. */
interface TableCell {
  readonly decided: DecidedTable;
  readonly cell: Cell;
}

/**
 * A warning `text-cut-off` for each cell, and each page outside its cells, with texts that go on unseen. A figure that is cut and no amount of its own
 * (a code) makes its whole row doubtful; a cut amount itself alone; cut words nothing, for they are judged as the names that they still are.
 */
export function reportCutTexts(pages: readonly RawPage[], tables: readonly DecidedTable[]): readonly Diagnostic[] {
  return pages.flatMap((page) => reportPage(page, tables));
}

function reportPage({ pageNo, cuts = [] }: RawPage, tables: readonly DecidedTable[]): readonly Diagnostic[] {
  if (cuts.length === 0) return [];
  const cells = cellsOn(pageNo, tables);
  const cut = new Set(cuts.map((place) => cells.find(({ cell }) => cell.box !== null && holdsMiddle(cell.box, place))));
  return [...cut].map((found) => (found ? describeCell(found) : describePage(pageNo)));
}

function cellsOn(page: number, tables: readonly DecidedTable[]): TableCell[] {
  return tables.flatMap((decided) =>
    decided.table.grid.cells.flatMap((cell) => (cell.page === page ? [{ decided, cell }] : [])),
  );
}

function describeCell({ decided: { table, amounts }, cell }: TableCell): Diagnostic {
  const { row, col, page, text } = cell;
  const isBody = row >= table.grid.headerRowCount;
  const taintsRow = isBody && /\d/.test(text.normalize('NFKC')) && !amounts.some(({ place }) => standsAt(place, cell));
  const message = `only a part of the text is to be seen, "${text.trim().slice(0, EXCERPT_LENGTH)}" is cut off where its cell ends; the rest is not read`;
  const origin = { tableNo: table.raw.tableNo, row, ...(!taintsRow && { col }), page };
  return { stage: 'transform', severity: 'warning', code: 'text-cut-off', message, origin };
}

function describePage(page: number): Diagnostic {
  const message =
    'only a part of a text outside the cells of tables is to be seen, it is cut off; the rest is not read';
  return { stage: 'transform', severity: 'warning', code: 'text-cut-off', message, origin: { page } };
}

function standsAt(place: StatedAmount['place'], { row, col }: Cell): boolean {
  return place.kind === 'table' && place.row === row && place.col === col;
}

function holdsMiddle([x0, y0, x1, y1]: Box, inner: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
