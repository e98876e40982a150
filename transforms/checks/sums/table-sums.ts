/** All sums inside one table, and what they say of a reading of it. */
import { arrangeLines } from '../../lines/index.js';
import type { BudgetLine, StatedAmount } from '../../types.js';
import { findClassSums } from './class-columns.js';
import { findColumnSums } from './column-sums.js';
import { checkSums } from './sum.js';
import type { Sum } from './sum.js';
import { findHeaderSums } from './header-sums.js';
import type { Finding } from '../finding.js';
import { findMisreadHeads } from '../doubts/misread-heads.js';
import { RoundingUnits } from '../rounding.js';
import { findRowSums } from './row-sums.js';
import type { Columns } from './axes.js';
import { findBareTotals, findShiftedTotals } from './shifted-totals.js';
import { findYearParts } from './year-parts.js';

/** The sums down and across one table; a sum that two rules give is listed once. */
export function findTableSums(lines: readonly BudgetLine[], table: Columns | null): Sum[] {
  const headed = table
    ? [...findHeaderSums(lines, table.grid), ...findClassSums(lines, table.grid), ...findYearParts(lines, table.grid)]
    : [];
  const across = [...findRowSums(lines, table), ...headed];
  const known = new Set<string>();
  const once = across.filter((sum) => {
    const key = `${String(sum.whole.lineNo)}=${sum.parts
      .map(({ lineNo }) => lineNo)
      .sort((a, b) => a - b)
      .join('+')}`;
    return known.has(key) ? false : known.add(key);
  });
  return [...findColumnSums(lines), ...oncePerWhole([...findShiftedTotals(lines), ...findBareTotals(lines)]), ...once];
}

/** How many identities between figures that are not all zero hold, and how many fail. */
export interface Judgement {
  readonly held: number;
  readonly failed: number;
  /** Groups of columns whose head can't be theirs. */
  readonly misread: number;
}

/**
 * What the accounts say of one reading of a table: its sums down the columns and across the rows. Of several readings the one with no
 * failures and the most that hold is right; a reading under which nothing can be checked has neither.
 *
 * @param amounts the amounts of this one table under this reading, in reading order
 */
export function judgeTable(amounts: readonly StatedAmount[], table: Columns): Judgement {
  const telling = tellingSums(arrangeLines(amounts), table);
  const failed = telling.filter(isFailing).length;
  return { held: telling.length - failed, failed, misread: findMisreadHeads(table.grid).length };
}

/** What the sums of a table say of the amounts at some places. */
export interface PlaceJudgement {
  readonly held: number;
  readonly failed: number;
  /** Amounts there that no sum binds. */
  readonly unbound: number;
  /** Sums of other places that fail. */
  readonly failedElsewhere: number;
}

/**
 * What the accounts say of some cells of one table under one reading: of sums between figures that are not all zero, as for the whole.
 *
 * @param places `<row> <column>`
 */
export function judgePlaces(
  amounts: readonly StatedAmount[],
  table: Columns,
  places: ReadonlySet<string>,
): PlaceJudgement {
  const lines = arrangeLines(amounts);
  const telling = tellingSums(lines, table);
  const own = new Set(lines.filter((line) => places.has(placeOf(line))).map(({ lineNo }) => lineNo));
  const binding = telling.filter(({ lineNos }) => lineNos.some((lineNo) => own.has(lineNo)));
  const failed = binding.filter(isFailing).length;
  const bound = new Set(binding.flatMap(({ lineNos }) => lineNos));
  return {
    held: binding.length - failed,
    failed,
    unbound: [...own].filter((lineNo) => !bound.has(lineNo)).length,
    failedElsewhere: telling.filter(isFailing).length - failed,
  };
}

/** The sums between figures that are not all zero, of those that tell anything. */
function tellingSums(lines: readonly BudgetLine[], table: Columns): Finding[] {
  const findings = checkSums(findTableSums(lines, table), new RoundingUnits(lines));
  return findings.filter(
    ({ status, expected, actual }) => status !== 'not_applicable' && (expected !== 0n || actual !== 0n),
  );
}

function isFailing({ status }: Finding): boolean {
  return status === 'fail';
}

function placeOf({ place }: BudgetLine): string {
  return place.kind === 'table' ? `${String(place.row)} ${String(place.col)}` : '';
}

function oncePerWhole(sums: readonly Sum[]): Sum[] {
  return [...new Map(sums.map((sum) => [sum.whole, sum])).values()];
}
