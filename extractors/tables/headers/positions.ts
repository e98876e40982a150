/** Header rows whose texts stand in their columns (tab-separated): which blanks belong to which merged cell. */
import { isBlank } from '../words.js';
import type { PlacedCell, PlacedRow } from '../rows.js';

/** A way to see the header rows, and how much of it is odd. */
export interface HeaderReading {
  readonly rows: readonly PlacedRow[];
  /** Columns that end up without a heading of their own; 0 for a header that explains itself. */
  readonly defects: number;
  readonly why: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads blanks as the merged cell on their left, within the merged cell above; a stretch that is blank altogether continues the
 * cell above.
 *
 * @param rows texts by column, all `width` long
 */
export function readHeaderByPosition(rows: readonly (readonly string[])[], width: number): HeaderReading {
  let spans: readonly Span[] = [{ start: 0, end: width }];
  const placed: PlacedCell[][] = [];
  rows.forEach((texts, rowNo) => {
    const row = spans.flatMap((span) => placeInSpan(texts, span, rowNo > 0));
    spans = row.map((cell) => ({ start: cell.col, end: cell.col + cell.colSpan }));
    placed.push(row);
  });
  const defects = spans.reduce((sum, span) => sum + (span.end - span.start - 1), 0) + countBlankLeaves(placed);
  return { rows: placed, defects, why: 'header as printed' };
}

function placeInSpan(texts: readonly string[], span: Span, mayContinue: boolean): PlacedCell[] {
  const starts: number[] = [];
  for (let col = span.start; col < span.end; col += 1) if (!isBlank(texts[col] ?? '')) starts.push(col);
  if (starts.length === 0)
    return [{ text: '', col: span.start, colSpan: span.end - span.start, continuesAbove: mayContinue }];
  const edges = starts[0] === span.start ? starts : [span.start, ...starts];
  return edges.map((col, at) => ({
    text: texts[col] ?? '',
    col,
    colSpan: (edges[at + 1] ?? span.end) - col,
    continuesAbove: false,
  }));
}

function countBlankLeaves(rows: readonly (readonly PlacedCell[])[]): number {
  return rows.flat().filter((cell) => !cell.continuesAbove && isBlank(cell.text)).length;
}
