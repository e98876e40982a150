/** One row of an indicator section: levels carried down, shifted rows put right. */
import type { Cell } from '../../extractors/types.js';
import type { TargetHeader, TargetRole } from './headers.js';
import { homeOfLevel2, isLevel1 } from './levels.js';
import { tidy } from './text.js';
import type { GridView } from './view.js';

/** The levels that hold until a row prints others. */
export interface Levels {
  readonly level1: string | null;
  readonly level2: string | null;
}

export const NO_LEVELS: Levels = { level1: null, level2: null };

/** An indicator as its row prints it. */
export interface IndicatorRow {
  readonly levels: Levels;
  readonly texts: RowTexts;
  /** The row was printed one column too far left. */
  readonly shifted: boolean;
  /** The target stands in a cell that began in a row above. */
  readonly shared: boolean;
}

export type RowReading =
  | ({ readonly kind: 'indicator' } & IndicatorRow)
  /** Levels without an indicator, or nothing at all. */
  | { readonly kind: 'empty'; readonly levels: Levels }
  /** The row is no part of an indicator section. */
  | { readonly kind: 'end' };

/** What a row prints under each header; null where the header is absent or the cell blank. */
export type RowTexts = Readonly<Partial<Record<TargetRole, string | null>>>;

/**
 * Reads the row under `header`; `carried` are the levels of the row above. A second-level name in the first-level column means that
 * the row, or just this name, was printed one column too far left; it is put right and reported as `shifted`.
 */
export function readIndicator(view: GridView, row: number, header: TargetHeader, carried: Levels): RowReading {
  const cells = header.map(({ role, col }) => ({ role, cell: view.at(row, col) }));
  if (!isDivided(cells))
    return cells.every(({ cell }) => isBlank(cell)) ? { kind: 'empty', levels: carried } : { kind: 'end' };
  const printed = readTexts(cells, row);
  if (printed.level1 && !isLevel1(printed.level1)) return { kind: 'end' };
  const righted = rightShift(printed, header, carried);
  const texts = righted ?? printed;
  const levels = carryLevels(texts, carried);
  if (!texts.level3 && !texts.target) return { kind: 'empty', levels };
  const shared = !!texts.target && !righted && (cellOf(cells, 'target')?.row ?? row) < row;
  return { kind: 'indicator', levels, texts, shifted: righted !== null, shared };
}

interface RoleCell {
  readonly role: TargetRole;
  readonly cell: Cell | null;
}

/**
 * The text of each column. A cell over several columns speaks for the leftmost; a target spanning rows holds within its second-level
 * branch only, since text formats print a merged cell and a blank one alike.
 */
function readTexts(cells: readonly RoleCell[], row: number): RowTexts {
  const branch = cellOf(cells, 'level2');
  const texts = cells.map(({ role, cell }, at) => {
    const taken = cells.slice(0, at).some((left) => left.cell === cell);
    const foreign = role === 'target' && cell !== null && cell.row < row && branch !== null && branch.row > cell.row;
    return [role, taken || foreign ? null : tidy(cell?.text ?? '')] as const;
  });
  return Object.fromEntries(texts);
}

/** Whether the target stands in another cell than the indicator's name: a remark spanning the row does not. */
function isDivided(cells: readonly RoleCell[]): boolean {
  const target = cellOf(cells, 'target');
  return target !== null && target !== (cellOf(cells, 'level3') ?? cellOf(cells, 'level2'));
}

function cellOf(cells: readonly RoleCell[], wanted: TargetRole): Cell | null {
  return cells.find(({ role }) => role === wanted)?.cell ?? null;
}

function isBlank(cell: Cell | null): boolean {
  return tidy(cell?.text ?? '') === null;
}

/** The texts of a shifted row where they belong; null for a row that stands right. */
function rightShift(printed: RowTexts, header: TargetHeader, carried: Levels): RowTexts | null {
  const home = homeOfLevel2(printed.level1 ?? '');
  if (home === null || !header.some(({ role }) => role === 'level2')) return null;
  const level1 = carried.level1?.slice(0, 2) === home.slice(0, 2) ? carried.level1 : home;
  if (!printed.level2) return { ...printed, level1, level2: printed.level1 ?? null };
  if (printed.target || printed.level2 === printed.level1) return null;
  const moved = header.map(({ role }, at) => [role, printed[header[at - 1]?.role ?? role] ?? null] as const);
  const texts: RowTexts = { ...Object.fromEntries(moved), level1 };
  return texts.target ? texts : null;
}

function carryLevels(texts: RowTexts, carried: Levels): Levels {
  const level1 = texts.level1 ?? carried.level1;
  const sameBranch = level1 === carried.level1;
  return { level1, level2: texts.level2 ?? (sameBranch ? carried.level2 : null) };
}
