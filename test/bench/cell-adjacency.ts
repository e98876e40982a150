/**
 * The measure of the ICDAR 2013 table competition (Göbel et al., A Methodology for Evaluating Algorithms for Table Understanding in PDF
 * Documents, 2012): pairs of neighbouring non-empty cells, right and below, blank cells skipped.
 */

/** A cell where it stands in its grid; rows and columns from 0, spans at least 1. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

export interface Score {
  readonly expected: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compares the tables of a document with what they ought to be: relations count as often as they occur, whichever table they are in. */
export function scoreTables(
  expected: readonly (readonly GridCell[])[],
  found: readonly (readonly GridCell[])[],
): Score {
  const wanted = expected.flatMap(relationsOf);
  const got = found.flatMap(relationsOf);
  const left = new Map<string, number>();
  for (const relation of wanted) left.set(relation, (left.get(relation) ?? 0) + 1);
  const right = got.filter((relation) => {
    const count = left.get(relation) ?? 0;
    if (count > 0) left.set(relation, count - 1);
    return count > 0;
  }).length;
  const precision = got.length === 0 ? 0 : right / got.length;
  const recall = wanted.length === 0 ? 0 : right / wanted.length;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { expected: wanted.length, found: got.length, right, precision, recall, f1 };
}

/** The relations of one table, each pair of neighbours once and direction by direction. */
export function relationsOf(cells: readonly GridCell[]): string[] {
  const filled = cells.map((cell) => ({ ...cell, text: plain(cell.text) })).filter((cell) => cell.text !== '');
  const turned = filled.map((cell) => ({
    ...cell,
    row: cell.col,
    col: cell.row,
    rowSpan: cell.colSpan,
    colSpan: cell.rowSpan,
  }));
  return [...neighboursOf(filled, 'right'), ...neighboursOf(turned, 'below')];
}

function neighboursOf(cells: readonly GridCell[], direction: string): string[] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows.set(row, [...(rows.get(row) ?? []), cell]);
  const pairs = new Map<GridCell, Set<GridCell>>();
  for (const row of rows.values()) {
    const sorted = row.toSorted((a, b) => a.col - b.col);
    sorted.slice(1).forEach((cell, at) => {
      const before = sorted[at];
      if (before) pairs.set(before, (pairs.get(before) ?? new Set()).add(cell));
    });
  }
  return [...pairs].flatMap(([cell, nexts]) => [...nexts].map((next) => `${direction}\t${cell.text}\t${next.text}`));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
