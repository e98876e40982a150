/** Table rows that stand in no grid: captions, notes, altered headers. */
import type { LineRole, LooseLine, MarkedLine } from './line-roles.js';
import type { SourceRow } from './rows.js';
import { isBlank } from './words.js';

/** The words of the rows' cells, one by one. */
export function rowTexts(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.filter((text) => !isBlank(text)).map((text) => text.trim()));
}

/** A row as a line, its cells parted by tabs. */
export function looseRow(row: SourceRow): LooseLine {
  return {
    no: row.lineFirst,
    text: row.cells.filter((text) => !isBlank(text)).join('\t'),
    furniture: false,
    page: row.drawn?.page ?? null,
    box: row.drawn?.cells.find(({ text }) => !isBlank(text))?.box ?? null,
    ...(row.drawn && { whole: true }),
  };
}

export function markRow(row: SourceRow, role: LineRole): MarkedLine {
  return { ...looseRow(row), role, lineLast: row.lineLast };
}
