/** All the ways to see a table as a grid, likeliest first. */
import { judgeColumns, placeCollapsedRow, placeWholeRow } from './body.js';
import { placeForm } from './form.js';
import { readCollapsedHeader } from '../headers/collapsed.js';
import { blankCopies, countHeaderRows } from '../headers/extent.js';
import { readHeaderByOrder } from '../headers/order.js';
import { readHeaderByPosition } from '../headers/positions.js';
import { dropRepeatedHeaders } from '../headers/repeated.js';
import { tileGrid } from './tile.js';
import { isBlank, isCodeHeading, isGroupingHeading, isNumberingRow } from '../words.js';
import { widthOf } from '../rows.js';
import type { HeaderReading } from '../headers/positions.js';
import type { PlacedRow, SourceRow } from '../rows.js';
import type { Reading } from '../../types.js';

/** More readings than this are never worth their price; the likeliest come first. */
const MOST_READINGS = 6;

/** A table in one piece: its rows, and the headers that page breaks repeated (perhaps with other words in other columns). */
export interface WholeTable {
  readonly rows: readonly SourceRow[];
  readonly positional: boolean;
  readonly repeatedHeaders: readonly (readonly SourceRow[])[];
}

/** At least one reading of the table; a table without rows has one empty grid. */
export function readGrids(table: WholeTable): readonly [Reading, ...Reading[]] {
  const width = widthOf(table.rows);
  const rows = table.rows.map((row) => (table.positional ? padRow(row, width) : row));
  const headerCount = countHeaderRows(
    rows.map(({ cells }) => cells),
    width,
    table.positional,
  );
  if (headerCount === 0) return [readForm(rows, width, table.positional)];
  const header = rows.slice(0, headerCount);
  const body = dropRepeatedHeaders(header, rows.slice(headerCount));
  const repeated = table.repeatedHeaders.map((lines) =>
    lines.map((row) => (table.positional ? padRow(row, width) : row)),
  );
  const [first, ...others] = readHeaders(header, repeated, width, table.positional).map((reading): Reading => ({
    grid: buildGrid(reading, header, body, width, table.positional),
    why: reading.why,
  }));
  return first ? [first, ...others] : [readForm(rows, width, table.positional)];
}

function padRow(row: SourceRow, width: number): SourceRow {
  return { ...row, cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')] };
}

function readForm(rows: readonly SourceRow[], width: number, positional: boolean): Reading {
  const texts = rows.map(({ cells }) => cells);
  return { grid: tileGrid(placeForm(texts, width, positional), width, 0), why: 'form' };
}

/** Readings of the first header, then of the repeated ones; the fewer columns stay unexplained, the earlier. */
function readHeaders(
  header: readonly SourceRow[],
  repeated: readonly (readonly SourceRow[])[],
  width: number,
  positional: boolean,
): HeaderReading[] {
  const own = readHeader(header, width, positional);
  const later = repeated
    .flatMap((rows) => readHeader(rows, width, positional))
    .map((reading) => ({ ...reading, why: `${reading.why}, repeated` }));
  const distinct = new Map<string, HeaderReading>();
  for (const reading of [...own, ...later].sort((a, b) => a.defects - b.defects)) {
    const key = JSON.stringify(reading.rows);
    if (!distinct.has(key)) distinct.set(key, reading);
  }
  return [...distinct.values()].slice(0, MOST_READINGS);
}

function readHeader(header: readonly SourceRow[], width: number, positional: boolean): HeaderReading[] {
  const headings = header.filter((row) => !isNumberingRow(row.cells)).map(({ cells }) => cells);
  if (!positional) return readCollapsedHeader(headings, width);
  const texts = blankCopies(headings);
  const printed = readHeaderByPosition(texts, width);
  const ordered = printed.defects > 0 ? readHeaderByOrder(texts, width) : null;
  return ordered ? [ordered, printed] : [printed];
}

function buildGrid(
  reading: HeaderReading,
  header: readonly SourceRow[],
  body: readonly SourceRow[],
  width: number,
  positional: boolean,
) {
  const numbering = header.filter((row) => isNumberingRow(row.cells));
  const texts = body.map(({ cells }) => cells);
  const columns = judgeColumns(texts, width, columnsHeaded(reading.rows, isCodeHeading));
  const grouping = columnsHeaded(reading.rows, isGroupingHeading);
  const placeRow = (cells: readonly string[]): PlacedRow =>
    positional || cells.length === width ? placeWholeRow(cells, grouping) : placeCollapsedRow(cells, columns);
  const placed = [...reading.rows, ...numbering.map(({ cells }) => placeRow(cells)), ...texts.map(placeRow)];
  return tileGrid(placed, width, reading.rows.length + numbering.length);
}

function columnsHeaded(header: readonly PlacedRow[], is: (heading: string) => boolean): ReadonlySet<number> {
  const headings = header.flat().filter((cell) => !isBlank(cell.text) && is(cell.text));
  return new Set(headings.map(({ col }) => col));
}
