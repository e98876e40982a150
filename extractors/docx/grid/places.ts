/** Where the cells of a table begin and end, row by row: by the columns they count, or by their widths where those don't agree. */
import type { Table, TableCell, TableRow } from '../body/blocks.js';
import { narrowCells } from './over-wide.js';

/** A cell between two edges of its table; edges are numbered from the left. */
export interface PlacedCell {
  readonly cell: TableCell;
  /** Cells on its right that are parts of it. */
  readonly parts: readonly TableCell[];
  readonly from: number;
  readonly to: number;
}

type PlacedRows = readonly (readonly PlacedCell[])[];

export interface PlacedTable {
  readonly rows: PlacedRows;
  /** For each edge its distance from the left, in twentieths of a point; it grows from edge to edge. */
  readonly edges: readonly number[];
}

/** Twentieths of a point: edges of one column in different rows are no further apart, and nobody draws a column of three points. */
const SAME_EDGE = 60;
/** Share of the rows that must end at the table's right edge for their widths to be believed. */
const MOSTLY_WHOLE = 0.5;
/** Twentieths of a point: a column of which no width is known. */
const USUAL_COLUMN = 1_000;
/** Twentieths of a point: a table of which no width is known (A4 between usual margins). */
const USUAL_TABLE = 8_300;

/**
 * Places the cells by the columns that they count (gridSpan, gridBefore, gridAfter), as every program does, where all rows count as many; where
 * they don't, by the widths of the cells, if these make a table; if not, by the columns, a cell that counts too many narrowed. Edges at which no cell begins or ends are left out.
 */
export function placeCells(table: Table): PlacedTable {
  const counted = table.rows.map(countColumns);
  const totals = new Set(counted.map((row, at) => endOf(row) + (table.rows[at]?.columnsAfter ?? 0)));
  const measured = totals.size > 1 ? measureWidths(table) : null;
  const rows = measured ?? (totals.size > 1 ? narrowCells(table.rows).map(countColumns) : counted);
  const marks = marksOf(rows);
  const edges = measured ? marks : positionsOf(marks, rows, table.columnWidths);
  return joinEdges({ rows: renumber(rows, marks), edges });
}

/** The edges at which cells begin or end, from the left. */
function marksOf(rows: PlacedRows): readonly number[] {
  const marks = new Set<number>();
  for (const row of rows) for (const { from, to } of row) marks.add(from).add(to);
  return [...marks].sort((a, b) => a - b);
}

/**
 * Programs that compute columns from widths leave columns of a hair where two rows were drawn a hair apart: edges so close together are one,
 * unless a cell stands between them.
 */
function joinEdges({ rows, edges }: PlacedTable): PlacedTable {
  const starts = latestStarts(rows);
  const kept: number[] = [];
  const numbers = edges.map((edge, at) => {
    const before = kept.at(-1);
    const isSame = before !== undefined && edge - (edges[before] ?? 0) <= SAME_EDGE && (starts.get(at) ?? -1) < before;
    if (!isSame) kept.push(at);
    return kept.length - 1;
  });
  if (kept.length === edges.length) return { rows, edges };
  const place = (at: number): number => numbers[at] ?? 0;
  return {
    rows: rows.map((row) => row.map((cell) => ({ ...cell, from: place(cell.from), to: place(cell.to) }))),
    edges: kept.map((at) => edges[at] ?? 0),
  };
}

/** For each edge where the shortest of the cells that end at it begins. */
function latestStarts(rows: PlacedRows): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const row of rows) for (const { from, to } of row) starts.set(to, Math.max(starts.get(to) ?? 0, from));
  return starts;
}

function endOf(row: readonly PlacedCell[]): number {
  return row.at(-1)?.to ?? 0;
}

/** Edges are counted in columns. */
function countColumns({ cells, columnsBefore }: TableRow): readonly PlacedCell[] {
  return placeInRow(cells, columnsBefore, ({ columns }) => columns);
}

/** Cells one after the other; one that is a part of the cell on its left widens it. The first of a row has none on its left. */
function placeInRow(
  cells: readonly TableCell[],
  start: number,
  widthOf: (cell: TableCell) => number,
): readonly PlacedCell[] {
  const placed: PlacedCell[] = [];
  let at = start;
  for (const cell of cells) {
    const from = at;
    at += widthOf(cell);
    const left = cell.isPartOfLeft ? placed.at(-1) : undefined;
    if (left) placed[placed.length - 1] = { ...left, parts: [...left.parts, cell], to: at };
    else placed.push({ cell, parts: [], from, to: at });
  }
  return placed;
}

/** Edges are twentieths of a point; null where a width is missing, or rows end here and there. */
function measureWidths({ rows, columnWidths }: Table): PlacedRows | null {
  if (rows.some(({ cells }) => cells.some(({ width }) => width === null))) return null;
  const whole = sum(columnWidths) || USUAL_TABLE;
  const widthOf = ({ width }: TableCell): number => (width?.value ?? 0) * (width?.isShare ? whole : 1);
  const placed = rows.map(({ cells, columnsBefore, widthBefore }) =>
    placeInRow(cells, widthBefore ?? sum(columnWidths.slice(0, columnsBefore)), widthOf),
  );
  const edgeOf = gatherEdges(marksOf(placed));
  const gathered = placed.map((row) =>
    row.map((cell) => ({ ...cell, from: edgeOf.get(cell.from) ?? 0, to: edgeOf.get(cell.to) ?? 0 })),
  );
  const right = gathered.reduce((most, row) => Math.max(most, endOf(row)), 0);
  const areCells = gathered.every((row) => row.every(({ from, to }) => to > from));
  const wholeRows = gathered.filter((row) => endOf(row) === right).length;
  return areCells && wholeRows >= MOSTLY_WHOLE * rows.length ? gathered : null;
}

/** For each distance, from the left, the edge to which it belongs: those that lie close together are one. */
function gatherEdges(distances: readonly number[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>();
  let edge = -Infinity;
  for (const distance of distances) {
    if (distance - edge > SAME_EDGE) edge = distance;
    edges.set(distance, edge);
  }
  return edges;
}

/** Where counted edges lie: as the table states its columns where it states them all, else as far as the cells' widths tell. */
function positionsOf(marks: readonly number[], rows: PlacedRows, columnWidths: readonly number[]): readonly number[] {
  const last = marks.at(-1) ?? 0;
  const isStated = columnWidths.length >= last && columnWidths.slice(0, last).every((width) => width > 0);
  const known = isStated ? statedPositions(columnWidths) : tellPositions(marks[0] ?? 0, rows);
  const edges: number[] = [];
  for (const mark of marks) {
    const before = edges.at(-1);
    const own = known.get(mark) ?? (before ?? 0) + USUAL_COLUMN;
    edges.push(before === undefined ? own : Math.max(own, before + 1));
  }
  return edges;
}

function statedPositions(columnWidths: readonly number[]): ReadonlyMap<number, number> {
  let right = 0;
  return new Map([[0, 0], ...columnWidths.map((width, at): [number, number] => [at + 1, (right += width)])]);
}

function tellPositions(first: number, rows: PlacedRows): ReadonlyMap<number, number> {
  const known = new Map([[first, 0]]);
  for (const row of rows) {
    for (const { cell, parts, from, to } of row) {
      const left = known.get(from);
      if (left === undefined || known.has(to) || parts.length > 0 || !cell.width || cell.width.isShare) continue;
      known.set(to, left + cell.width.value);
    }
  }
  return known;
}

function renumber(rows: PlacedRows, marks: readonly number[]): PlacedRows {
  if (marks.every((mark, at) => mark === at)) return rows;
  const numbers = new Map(marks.map((mark, at) => [mark, at]));
  return rows.map((row) =>
    row.map((cell) => ({ ...cell, from: numbers.get(cell.from) ?? 0, to: numbers.get(cell.to) ?? 0 })),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
