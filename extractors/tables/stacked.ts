/** Tables drawn below each other without a gap: one frame, in which a cell across its whole width names the next table. */
import { nameAcross } from './captions.js';
import type { DrawnCell, Fragment, SourceRow } from './rows.js';

/** The tables of one frame, each in its own columns; the run itself where it is one table. */
export function splitStacked(fragment: Fragment): readonly Fragment[] {
  const { stretches = [], ...whole } = fragment;
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
  const used = new Set(cells.flatMap(({ col, colSpan }) => [col, col + colSpan]));
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
