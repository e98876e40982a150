/** What a page break does to the rows of a drawn table: it cuts rows and merged cells in two. */
import type { DrawnCell, SourceRow } from '../rows.js';
import { isBlank, isNumeral, squeeze } from '../words.js';

/**
 * Characters that a full line leaves free: padding on both sides (a Word table has half a character each, others up to one), and the one that did
 * not fit.
 */
const MOST_SPARE = 3;

/** Rows above the break that show whether a column groups rows. */
const SAMPLE_ROWS = 50;

/** Fewer rows don't show that every row of the table has a name. */
const LEAST_NAMED = 2;

const BEGINS_ANEW =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]|[①-⑳]|其中|[合总小]计|本[年页]|[-—])/;

/**
 * Adds the rows below a page break to those above it: a row cut in two is one row again, and a merged cell goes on over the break.
 *
 * @param rows the table so far; its last rows are changed
 * @param below the rows of the next page without its header
 */
export function addBelowBreak(rows: SourceRow[], below: readonly SourceRow[], headerCount: number): void {
  const [first, ...others] = below;
  const last = rows.at(-1);
  if (!first) return;
  const isRest = isOnlyUnnamed(first, [...rows.slice(headerCount), ...others]);
  const isCut = last !== undefined && isCutRow(last, first, isRest);
  const joined = isCut && (rows.length > headerCount || isCutHeader(last, first));
  const rest = joined ? joinRow(rows, first) : carryMergedCells(rows, first, headerCount);
  for (const row of rest ? [rest, ...others] : others) rows.push(row);
}

/**
 * Whether two rows are the parts of one that the page break cuts. In both parts there is at least one text that fills its line above and goes on
 * below; no column has numbers on both sides, and the amounts stand all above or all below. A part without any words belongs to the row
 * above if that has no amounts.
 *
 * @param isUnnamed the lower part is the only row of its table without a name: how full the lines above are is no question where nobody knows
 */
function isCutRow(above: SourceRow, below: SourceRow, isUnnamed: boolean): boolean {
  const columns = below.cells.map((rest, col) => ({ col, text: above.cells[col] ?? '', rest }));
  const filled = columns.filter(({ rest }) => !isBlank(rest));
  const both = filled.filter(({ text }) => !isBlank(text));
  if (filled.length === 0 || both.some(({ text, rest }) => isNumeral(text) || isNumeral(rest))) return false;
  if (both.some(({ text, rest }) => BEGINS_ANEW.test(squeeze(rest)) && !BEGINS_ANEW.test(squeeze(text)))) return false;
  const firstWords = both[0]?.col ?? -1;
  const hasAmounts = (cells: readonly string[]): boolean => cells.slice(firstWords + 1).some(isNumeral);
  if (filled.every(({ rest }) => isNumeral(rest))) return isNamed(above) && !above.cells.slice(1).some(isNumeral);
  if (both.length === 0 || (hasAmounts(above.cells) && hasAmounts(below.cells))) return false;
  const full = both.filter(({ col }) => isFull(above, col));
  const isOnlyRest = filled.length === both.length && isBlank(below.cells[0] ?? '') && isNamed(above);
  const hasOwnKey = filled.some(({ col }) => col < firstWords);
  if (isOnlyRest) {
    const [{ text, rest } = { text: '', rest: '' }] = both;
    const isSaid = full.length > 0 || /^[（(]/.test(squeeze(rest)) || goesOnCounting(text, rest);
    return isSaid || (isUnnamed && both.every(({ col }) => spareOf(above, col) === undefined));
  }
  return (
    full.length === both.length && (!hasOwnKey || both.length === above.cells.filter((text) => !isBlank(text)).length)
  );
}

/** Headings whose words go on below the break; a further level of headings stands there as well, and under headings that have room. */
function isCutHeader(above: SourceRow, below: SourceRow): boolean {
  return below.cells.every((rest, col) => isBlank(rest) || isFull(above, col));
}

/** A list of sentences in a cell: below the break stands the item after the last one above. Names of rows are counted too, but end in no stop. */
function goesOnCounting(text: string, rest: string): boolean {
  if (!/[。；;]$/.test(squeeze(text))) return false;
  const last = text.split('\n').findLast((line) => itemNumber(line) > 0);
  return last !== undefined && itemNumber(rest) === itemNumber(last) + 1;
}

const CHINESE_DIGITS = '一二三四五六七八九';

/** The number with which a line begins an item (2. 二、 (2)); 0 where it begins none. */
function itemNumber(line: string): number {
  const [, digits = ''] = /^\(?(\d{1,2}|[一二三四五六七八九])[)、.](?!\d)/.exec(squeeze(line)) ?? [];
  return /\d/.test(digits) ? Number(digits) : CHINESE_DIGITS.indexOf(digits || ' ') + 1;
}

function isNamed({ cells }: SourceRow): boolean {
  return !isBlank(cells[0] ?? '');
}

/** Whether the last line of a cell has no room for another character. */
function isFull(row: SourceRow, col: number): boolean {
  return (spareOf(row, col) ?? Infinity) <= MOST_SPARE;
}

function spareOf({ drawn }: SourceRow, col: number): number | undefined {
  return drawn?.cells.find((cell) => cell.col === col)?.spare;
}

/** Whether the row has no name, and several others all have one. */
function isOnlyUnnamed(row: SourceRow, others: readonly SourceRow[]): boolean {
  return !isNamed(row) && others.length >= LEAST_NAMED && others.every(isNamed);
}

/** Puts the lower part of a row behind the upper one, cell by cell; cells that no cell above takes stay a row of their own. */
function joinRow(rows: SourceRow[], below: SourceRow): SourceRow | null {
  const left = keepCells(below, (cell) => {
    const place = findOwner(rows, cell);
    if (!place) return !isBlank(cell.text);
    growCell(rows, place, cell.rowSpan - 1, cell.text);
    return false;
  });
  const last = rows.length - 1;
  const row = rows[last];
  if (row) rows[last] = { ...row, lineLast: below.lineLast };
  return left;
}

/** Merged cells over the break: the blank part below belongs to the cell above. */
function carryMergedCells(rows: SourceRow[], below: SourceRow, headerCount: number): SourceRow {
  let isLeading = true;
  const kept = keepCells(below, (cell) => {
    const place = findOwner(rows, cell);
    const owner = place && rows[place.row]?.drawn?.cells[place.at];
    const isOne =
      owner && (isOneCell(owner, cell, isLeading) || (isLeading && isRestOfGroup(rows, headerCount, owner, cell)));
    if (!isOne || place.row < headerCount) {
      isLeading = isLeading && isBlank(cell.text);
      return true;
    }
    growCell(rows, place, cell.rowSpan, squeeze(cell.text) === squeeze(owner.text) ? '' : cell.text);
    return false;
  });
  return kept ?? (below.drawn ? { ...below, drawn: { ...below.drawn, cells: [] } } : below);
}

/**
 * In a column that is merged over rows elsewhere and has no blank cells, one below the break is the rest of a group, although one row of the
 * group stands above and one below.
 */
function isRestOfGroup(rows: readonly SourceRow[], headerCount: number, above: DrawnCell, below: DrawnCell): boolean {
  if (isBlank(above.text) || !isBlank(below.text)) return false;
  const own = rows
    .slice(Math.max(headerCount, rows.length - SAMPLE_ROWS))
    .flatMap(({ drawn }) => (drawn?.cells ?? []).filter(({ col }) => col === below.col));
  return own.some(({ rowSpan }) => rowSpan > 1) && !own.some(({ text }) => isBlank(text));
}

/**
 * A blank cell below a page break is the rest of the one above where both are merged over rows; in a column that groups rows one of them is
 * enough, and the words may stand below, in the middle of the whole, or on both pages.
 */
function isOneCell(above: DrawnCell, below: DrawnCell, isLeading: boolean): boolean {
  if (isBlank(above.text)) return isLeading && above.rowSpan > 1 && below.rowSpan > 1;
  const [isTall, goesOnTall] = [above.rowSpan > 1, below.rowSpan > 1];
  if (isLeading && squeeze(above.text) === squeeze(below.text)) return isTall || goesOnTall;
  return isBlank(below.text) && (isLeading ? isTall || goesOnTall : isTall && goesOnTall);
}

interface CellPlace {
  readonly row: number;
  readonly at: number;
}

/** The cell of the last row, or one from further above that reaches down to it, over just these columns. */
function findOwner(rows: readonly SourceRow[], { col, colSpan }: DrawnCell): CellPlace | null {
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const cells = rows[row]?.drawn?.cells ?? [];
    const at = cells.findIndex((cell) => cell.col < col + colSpan && cell.col + cell.colSpan > col);
    const cell = cells[at];
    if (cell)
      return cell.col === col && cell.colSpan === colSpan && row + cell.rowSpan >= rows.length ? { row, at } : null;
  }
  return null;
}

function growCell(rows: SourceRow[], { row, at }: CellPlace, moreRows: number, rest: string): void {
  const owner = rows[row];
  const cell = owner?.drawn?.cells[at];
  if (!owner?.drawn || !cell) return;
  const text = [cell.text, rest].filter((part) => !isBlank(part)).join('\n');
  const rowSpan = Math.min(cell.rowSpan, rows.length - row) + moreRows;
  const cells = owner.drawn.cells.with(at, { ...cell, text, rowSpan });
  rows[row] = { ...owner, cells: owner.cells.with(cell.col, text), drawn: { ...owner.drawn, cells } };
}

/** The row with the cells that are kept; null where none is. */
function keepCells(row: SourceRow, isKept: (cell: DrawnCell) => boolean): SourceRow | null {
  const drawn = (row.drawn?.cells ?? []).filter(isKept);
  if (drawn.length === 0) return null;
  const kept = new Set(drawn.map(({ col }) => col));
  return {
    ...row,
    cells: row.cells.map((text, col) => (kept.has(col) ? text : '')),
    ...(row.drawn && { drawn: { ...row.drawn, cells: drawn } }),
  };
}
