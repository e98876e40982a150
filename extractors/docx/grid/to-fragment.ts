/** A table of the file as a run of drawn rows. */
import type { Table } from '../body/blocks.js';
import type { Findings } from '../findings.js';
import type { DrawnCell, Fragment, SourceRow } from '../../tables/rows.js';
import { squeeze } from '../../tables/words.js';
import { mergeDown } from './merge-down.js';
import type { MergedCell } from './merge-down.js';
import type { PlacedTable } from './places.js';

/** Word's own tables have 63 columns at most; other programs write a few more. */
const MOST_COLUMNS = 512;
const TWIPS_PER_POINT = 20;
/** More is no indent but a text that stands elsewhere in its cell. */
const DEEPEST_INDENT = 8;

/** Whether a table has no more columns than a table can have. */
export function isWithinBounds({ edges }: PlacedTable): boolean {
  return edges.length - 1 <= MOST_COLUMNS;
}

/**
 * @param piece number of the table in the document, those in its cells not counted: tables that follow each other may be parts of one
 * @param firstNo number of its first row
 */
export function toFragment(
  table: Table,
  placed: PlacedTable,
  piece: number,
  firstNo: number,
  findings: Findings,
): Fragment {
  const columnCount = placed.edges.length - 1;
  const merged = mergeDown(placed.rows);
  const indents = leastIndents(merged);
  const rows = merged.map((cells, at): SourceRow => {
    const drawn = cells.map((cell) => drawCell(cell, indents.get(cell.from) ?? 0, findings));
    const texts = Array.from({ length: columnCount }, () => '');
    for (const { col, text } of drawn) texts[col] = text;
    const { isHeader = false, columnsAfter = 0 } = table.rows[at] ?? {};
    const isShort = columnsAfter === 0 && (placed.rows[at]?.at(-1)?.to ?? 0) < columnCount;
    const no = firstNo + at;
    return { cells: texts, lineFirst: no, lineLast: no, drawn: { page: null, piece, cells: drawn, isHeader, isShort } };
  });
  const edges = placed.edges.map((edge) => edge / TWIPS_PER_POINT);
  return { rows, method: 'docx', positional: true, edges, ...(table.isPlaceUnsure && { isPlaceUnsure: true }) };
}

function drawCell(cell: MergedCell, leastIndent: number, findings: Findings): DrawnCell {
  const { text } = cell;
  for (const below of cell.below) reportHidden(text, below, findings);
  const indent = isName(cell) ? Math.min((cell.indent ?? 0) - leastIndent, DEEPEST_INDENT) : 0;
  return {
    text: indent > 0 ? '\u3000'.repeat(indent) + text : text,
    col: cell.from,
    rowSpan: cell.rowSpan,
    colSpan: cell.to - cell.from,
    box: null,
  };
}

/** Programs that merge cells may leave a copy of the text in each of them; other words are lost on the page as well. */
function reportHidden(shown: string, hidden: string, findings: Findings): void {
  if (squeeze(hidden) !== '' && squeeze(hidden) !== squeeze(shown)) findings.note('merged-cell-text-left-out', hidden);
}

/** For each column the least indent among its names: what stands in further is indented. */
function leastIndents(rows: readonly (readonly MergedCell[])[]): ReadonlyMap<number, number> {
  const least = new Map<number, number>();
  for (const cell of rows.flat()) {
    if (cell.indent === null || !isName(cell)) continue;
    least.set(cell.from, Math.min(least.get(cell.from) ?? Infinity, cell.indent));
  }
  return least;
}

/** Chinese words in a cell of one column. */
function isName({ from, to, text }: MergedCell): boolean {
  return to - from === 1 && /\p{Script=Han}/u.test(text);
}
