/** Tables below each other without a gap: in one frame, or found as one by their alignment; the name of the next stands between them. */
import { nameAcross, splitAtCaptions, splitParts } from './captions.js';
import { countOwnHeader } from './continued/drawn-header.js';
import type { DrawnCell, Fragment, SourceRow } from './rows.js';

/**
 * The tables of a frame, of one table of a Word document, or of lines that stand in the same columns, each in its own columns; the run itself
 * where it is one table.
 */
export function splitStacked(fragment: Fragment): readonly Fragment[] {
  if (fragment.method === 'docx') return splitWritten(fragment);
  return fragment.method === 'aligned' ? splitAligned(fragment) : splitFrame(fragment);
}

/**
 * Captions that stand over a header of their own, or over other columns than the row above them, begin a table. Each is a piece of the document of
 * its own: one that has the name, unit and header of the one above goes on with it.
 */
function splitWritten({ rows, edges = [], ...whole }: Fragment): readonly Fragment[] {
  const tables: SourceRow[][] = [];
  for (const part of splitAtCaptions(rows)) {
    const above = tables.at(-1);
    if (!above || beginsTable(part, above)) tables.push([...part]);
    else above.push(...part);
  }
  return tables.map((own, at) => ({
    ...whole,
    ...ownColumns(
      own.map((row) => inLaterPiece(row, at)),
      edges,
    ),
  }));
}

function beginsTable(part: readonly SourceRow[], above: readonly SourceRow[]): boolean {
  const { body } = splitParts(part);
  const areOtherColumns = body.length > 0 && edgesOf(body[0]) !== edgesOf(above.at(-1));
  return edgesOf(part[0]).startsWith('0,') && (countOwnHeader(body) > 0 || areOtherColumns);
}

function edgesOf(row: SourceRow | undefined): string {
  return (row?.drawn?.cells ?? []).flatMap(({ col, colSpan }) => [col, col + colSpan]).join();
}

function inLaterPiece(row: SourceRow, by: number): SourceRow {
  return row.drawn && by > 0 ? { ...row, drawn: { ...row.drawn, piece: row.drawn.piece + by } } : row;
}

/** How a table goes on from the page before concerns the first alone; the columns that rules show beside those of the text are left aside. */
function splitAligned(fragment: Fragment): readonly Fragment[] {
  const { method, positional, asAbove } = fragment;
  const tables = tablesOf(fragment);
  if (tables.length < 2) return [fragment];
  return tables.map((own, at) => ({
    ...own,
    method,
    positional,
    ...(asAbove && at === 0 && { asAbove: { ...asAbove, ...tablesOf(asAbove)[0] } }),
  }));
}

function tablesOf({ rows, edges = [] }: Fragment): Pick<Fragment, 'rows' | 'edges'>[] {
  return splitAtCaptions(rows).map((own) => ownColumns(own, edges));
}

function splitFrame({ stretches = [], ...whole }: Fragment): readonly Fragment[] {
  const tables: Fragment[][] = [];
  for (const stretch of stretches) {
    if (tables.length === 0 || nameAcross(stretch.rows[0], stretch.rows[1]) !== null) tables.push([stretch]);
    else tables.at(-1)?.push(stretch);
  }
  return tables.length < 2 ? [whole] : tables.map((parts) => ofOneTable(parts, whole));
}

/** A table of one stretch, or of several in the columns of the whole frame that they use. */
function ofOneTable(parts: readonly Fragment[], whole: Fragment): Fragment {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const numbers = new Set(parts.flatMap(({ rows }) => rows.map(({ lineFirst }) => lineFirst)));
  return {
    ...whole,
    ...ownColumns(
      whole.rows.filter(({ lineFirst }) => numbers.has(lineFirst)),
      whole.edges ?? [],
    ),
  };
}

/** The rows without the columns in which they have no edge. */
function ownColumns(rows: readonly SourceRow[], edges: readonly number[]): Pick<Fragment, 'rows' | 'edges'> {
  const cells = rows.flatMap(({ drawn }) => drawn?.cells ?? []);
  const used = new Set<number>();
  for (const { col, colSpan } of cells) used.add(col).add(col + colSpan);
  if (edges.every((_, at) => used.has(at))) return { rows, edges };
  const kept = edges.flatMap((_, at) => (used.has(at) ? [at] : []));
  return {
    rows: rows.map((row) => narrowRow(row, kept)),
    edges: kept.flatMap((at) => edges[at] ?? []),
  };
}

function narrowRow(row: SourceRow, kept: readonly number[]): SourceRow {
  if (!row.drawn) return row;
  const cells = row.drawn.cells.map((cell): DrawnCell => {
    const col = kept.indexOf(cell.col);
    return { ...cell, col, colSpan: kept.indexOf(cell.col + cell.colSpan) - col };
  });
  return {
    ...row,
    cells: kept.slice(0, -1).map((col) => row.cells[col] ?? ''),
    drawn: { ...row.drawn, cells },
  };
}
