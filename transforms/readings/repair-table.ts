/** Slips in the cells of a table, mended where the accounts bear it out, and said with both texts. */
import type { Diagnostic, Repair } from '../../extractors/types.js';
import { judgePlaces } from '../checks/index.js';
import type { PlaceJudgement } from '../checks/index.js';
import { repairGrid } from './repair-grid.js';
import type { DecidedTable } from './decided-table.js';

/** Reads a table anew from another grid. */
type ReadGrid = (grid: DecidedTable['table']['grid']) => DecidedTable;

interface Accepted {
  readonly repair: Repair;
  readonly held: number;
}

/**
 * Tries what an extractor says may be seen otherwise in a table, place by place. A repair is taken where a sum on its cells fails as they are printed, or one of
 * them is no amount that can be read, and with it sums bind every amount in them, all of these hold, and no other sum fails for it; not where two ways to see
 * a place do that. Each is an info `text-repaired` with both texts. Where none is taken the source stays as it is.
 *
 * @param repairs from the last row up, so that a row that is parted moves none that is still to be tried
 */
export function repairTable(
  decided: DecidedTable,
  repairs: readonly (readonly Repair[])[],
  readGrid: ReadGrid,
): DecidedTable {
  let current = decided;
  const accepted: Accepted[] = [];
  for (const ways of repairs) {
    const good = ways.flatMap((repair) => tryRepair(current, repair, readGrid) ?? []);
    const [only, ...others] = good;
    if (!only || others.length > 0) continue;
    current = only.repaired;
    accepted.push(only);
  }
  if (accepted.length === 0) return decided;
  const told = accepted.toReversed().map((one) => describe(one, accepted, decided));
  return { ...current, diagnostics: [...current.diagnostics, ...told] };
}

function tryRepair(
  printed: DecidedTable,
  repair: Repair,
  readGrid: ReadGrid,
): (Accepted & { readonly repaired: DecidedTable }) | null {
  const grid = repairGrid(printed.table.grid, repair);
  if (grid === null) return null;
  const before = judgePlaces(printed.amounts, printed.table, placesOf(repair, 1));
  if (before.failed === 0 && !isUnread(printed, repair)) return null;
  const repaired = readGrid(grid);
  const after = judgePlaces(repaired.amounts, repaired.table, placesOf(repair, repair.rowCount ?? 1));
  return isBorneOut(after, before) ? { repair, held: after.held, repaired } : null;
}

function isBorneOut(after: PlaceJudgement, before: PlaceJudgement): boolean {
  return after.held > 0 && after.failed === 0 && after.unbound === 0 && after.failedElsewhere <= before.failedElsewhere;
}

/** Whether a filled cell of the repair gave no amount. */
function isUnread({ amounts }: DecidedTable, { cells }: Repair): boolean {
  return cells
    .filter(({ from }) => from.trim() !== '')
    .some(
      ({ row, col }) => !amounts.some(({ place }) => place.kind === 'table' && place.row === row && place.col === col),
    );
}

function placesOf({ cells }: Repair, rowCount: number): ReadonlySet<string> {
  return new Set(
    cells.flatMap(({ row, col }) => Array.from({ length: rowCount }, (_, at) => `${String(row + at)} ${String(col)}`)),
  );
}

/** Rows are those of the repaired table: each row above that was parted moves the place down. */
function describe({ repair, held }: Accepted, all: readonly Accepted[], { table }: DecidedTable): Diagnostic {
  const { why, cells } = repair;
  const first = cells[0];
  const row = first?.row ?? 0;
  const moved = all
    .filter(({ repair: other }) => (other.cells[0]?.row ?? 0) < row)
    .reduce((sum, { repair: other }) => sum + (other.rowCount ?? 1) - 1, 0);
  const from = cells.map((cell) => quote(cell.from)).join(' | ');
  const to = Array.from({ length: repair.rowCount ?? 1 }, (_, at) =>
    cells.map((cell) => quote(cell.to[at] ?? '')).join(' | '),
  );
  return {
    stage: 'transform',
    severity: 'info',
    code: 'text-repaired',
    message: `${why}: printed is ${from}, read is ${to.join(' / ')}; so all sums on it hold (${String(held)}), and not as it is printed`,
    origin: { tableNo: table.raw.tableNo, row: row + moved, col: first?.col ?? null },
  };
}

/** Characters of a cell that a message repeats. */
const EXCERPT_LENGTH = 60;

function quote(text: string): string {
  const words = text.replace(/\n/g, '\\n');
  return `"${words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH)}…` : words}"`;
}
