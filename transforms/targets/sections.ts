/** The indicator sections of a table, each with the form that stands above it. */
import type { BudgetTable } from '../types.js';
import type { FormFacts } from './forms.js';
import { formOfTitle, readForm } from './forms.js';
import type { TargetHeader } from './headers.js';
import { readHeader } from './headers.js';
import type { IndicatorRow, Levels, RowTexts } from './indicators.js';
import { NO_LEVELS, readIndicator } from './indicators.js';
import type { GridView } from './view.js';
import { viewGrid } from './view.js';

export interface Indicator extends PlacedRow {
  readonly header: TargetHeader;
  readonly form: FormFacts | null;
}

export interface SectionReading {
  readonly indicators: readonly Indicator[];
  /** The forms of the table in reading order. */
  readonly forms: readonly FormFacts[];
}

/**
 * Reads a table from top to bottom: rows above a header of indicators are a form, the rows below it indicators until a row that is
 * none; a table may hold several forms, and a table without such a header is a form as a whole. `above` is the form of the table
 * before, for a table that begins with the header.
 */
export function readSections(table: BudgetTable, above: FormFacts | null): SectionReading {
  const view = viewGrid(table.grid);
  const headers = findHeaders(view, table.grid.rowCount);
  const indicators: Indicator[] = [];
  const forms: FormFacts[] = [];
  let form = formOfTitle(table, above) ?? above;
  let levels = NO_LEVELS;
  let formStart = 0;
  for (const [at, { row, header }] of headers.entries()) {
    const own = formStart < row ? readForm(table, formStart, row) : null;
    if (own) forms.push(own);
    const used = own ?? form;
    const end = headers[at + 1]?.row ?? table.grid.rowCount;
    const section = readRows(view, header, row + 1, end, levels);
    indicators.push(...section.rows.map((reading) => ({ ...reading, header, form: used })));
    form = used;
    formStart = section.end;
    levels = section.end === end ? section.levels : NO_LEVELS;
  }
  const whole = headers.length === 0 ? readForm(table, 0, table.grid.rowCount) : null;
  return { indicators, forms: whole ? [whole] : forms };
}

function findHeaders(view: GridView, rowCount: number): { readonly row: number; readonly header: TargetHeader }[] {
  return Array.from({ length: rowCount }, (_, row) => ({ row, header: readHeader(view.rowCells(row)) })).flatMap(
    ({ row, header }) => (header ? [{ row, header }] : []),
  );
}

interface PlacedRow extends IndicatorRow {
  readonly row: number;
  readonly page: number | null;
}

interface SectionRows {
  readonly rows: readonly PlacedRow[];
  /** The first row that belongs to the section no more. */
  readonly end: number;
  /** The levels that hold at its end, for a section that goes on under a repeated header. */
  readonly levels: Levels;
}

function readRows(view: GridView, header: TargetHeader, from: number, to: number, carried: Levels): SectionRows {
  const rows: PlacedRow[] = [];
  let levels = carried;
  for (let row = from; row < to; row += 1) {
    const reading = readIndicator(view, row, header, levels);
    if (reading.kind === 'end') return { rows, end: row, levels };
    if (reading.kind === 'indicator') {
      const texts = carryProject(reading.texts, rows.at(-1)?.texts);
      rows.push({ ...reading, texts, row, page: view.rowCells(row)[0]?.page ?? null });
    }
    levels = reading.levels;
  }
  return { rows, end: to, levels };
}

/** A project printed in columns beside its indicators stands in its first row only. */
function carryProject(texts: RowTexts, above: RowTexts | undefined): RowTexts {
  if (!above?.projectName || texts.projectName) return texts;
  const { projectName, projectCode = null, projectAmount = null } = above;
  return { ...texts, projectName, projectCode, projectAmount };
}
