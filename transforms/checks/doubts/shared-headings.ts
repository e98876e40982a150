/** Amount columns without a heading of their own: the header was read otherwise than it is printed. */
import { groupBy } from '../../codebook/index.js';
import type { Cell, Diagnostic, Grid } from '../../../extractors/types.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import { covers, lowestHead } from '../sums/header.js';

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/**
 * A warning `heading-shared` at each amount under a heading that stands over several amounts of a row and is the lowest one over at least one of
 * them. Every amount column of a printed statement has a heading of its own, so it is not sure whose these words are. What stands over the whole
 * table is its title.
 */
export function reportSharedHeadings(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const placed = groupBy(lines.filter(isPlaced), ({ place }) => place.tableNo);
  return tables.flatMap(({ raw, grid }) => {
    const own = placed.get(raw.tableNo) ?? [];
    const heads = sharedHeads(grid, own);
    return own.flatMap((line) => {
      const head = heads.find((each) => covers(each, line.place.col));
      return head ? [report(line, head)] : [];
    });
  });
}

function isPlaced(line: BudgetLine): line is PlacedLine {
  return line.place.kind === 'table';
}

/** Heads over several amounts of a row that are the lowest one over at least one of them. */
function sharedHeads(grid: Grid, lines: readonly PlacedLine[]): Cell[] {
  const columns = [...new Set(lines.map(({ place }) => place.col))];
  const lowest = new Set(columns.flatMap((col) => lowestHead(grid, col) ?? []));
  return [...lowest].filter((head) => {
    const rows = lines.flatMap(({ place }) => (covers(head, place.col) ? [place.row] : []));
    return head.colSpan > 1 && head.colSpan < grid.columnCount && new Set(rows).size < rows.length;
  });
}

function report({ place, amountText }: PlacedLine, { text }: Cell): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `the heading "${text}" stands over several amounts of the row, one of them with no other heading; it is not sure which are meant, so ${amountText} is suspect`;
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'heading-shared',
    message,
    origin: { tableNo, row, col, page },
  };
}
