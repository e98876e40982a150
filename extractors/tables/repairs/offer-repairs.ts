/** What of a reading may be seen otherwise: texts that run together, over the edge of their cell, or down from one row into the next. */
import type { Cell, Grid, Reading, Repair } from '../../types.js';
import { joinCutFigures } from './cut-figures.js';
import { findFigureColumns } from './figures.js';
import { partGluedTexts } from './glued-texts.js';
import { partSharedRow } from './shared-rows.js';

/** Places at which other ways to see a table are tried; one with more is no table that a few slips spoil. */
const MOST_PLACES = 24;

/**
 * The reading with its repairs, from the last row up: first those rows that hold several, then in other rows figures that share a cell with others or with a name
 * and have blank cells beside them, and figures whose digits stand in two cells. Nothing is changed here: whether the accounts bear one out is not known.
 */
export function offerRepairs(reading: Reading): Reading {
  const { grid } = reading;
  // a form's cells have no columns to be put into
  if (grid.headerRowCount === 0) return reading;
  const columns = findFigureColumns(grid);
  const repairs = [...bodyRows(grid)].flatMap(([, cells]) => {
    const shared = partSharedRow(cells, grid);
    if (shared) return [[shared]];
    const single = cells.filter(({ rowSpan, colSpan }) => rowSpan === 1 && colSpan === 1);
    return [...partGluedTexts(single, columns), ...joinCutFigures(single, columns)];
  });
  return repairs.length === 0 ? reading : { ...reading, repairs: repairs.toSorted(fromBelow).slice(0, MOST_PLACES) };
}

function bodyRows({ cells, headerRowCount }: Grid): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (cell.row < headerRowCount) continue;
    const known = rows.get(cell.row);
    if (known) known.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

function fromBelow(a: readonly Repair[], b: readonly Repair[]): number {
  return (b[0]?.cells[0]?.row ?? 0) - (a[0]?.cells[0]?.row ?? 0);
}
