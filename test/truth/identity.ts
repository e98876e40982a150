/** Whether the identities of the untouched document would still hold for the figures of the one with a fault. */
import { MICRO_PER_FEN } from '../../transforms/amounts/index.js';
import type { BlankColumn, BudgetLine } from '../../transforms/index.js';
import { fundAncestors, itemAncestors, spendingAncestors } from '../../transforms/lines/index.js';
import { keyOf, type Place } from './places.js';
import type { PlacedCheck, Snapshot } from './snapshot.js';

type Cell = Extract<Place, { kind: 'table' }>;

/** Where a fault has put the figure of a place. */
type Move = (place: Place) => Place;

/**
 * Tells whether a check breaks. The first figure of a sum is the whole, the others its parts; of a comparison they are its two figures.
 * A sum across a row has all the columns as parts that the same rule adds up to the same column in any row, and those that no row fills and whose heads say that
 * they are: what a fault moves into a blank cell belongs to it.
 * A sum down a column goes with the column. A check that compares otherwise (the sums of two lists, a change) is taken to break when one of its figures is off by more
 * than its tolerance. One whose figures are all lost breaks.
 */
export class Identities {
  readonly #rowParts = new Map<string, Set<number>>();
  readonly #before: Snapshot;
  readonly #blankColumns: ReadonlyMap<number, readonly BlankColumn[]>;

  constructor(before: Snapshot) {
    this.#before = before;
    this.#blankColumns = before.blankColumns;
    for (const placed of before.checks) {
      const [whole, ...parts] = cellsOf(placed);
      if (!whole || !isRow([whole, ...parts])) continue;
      const known = this.#rowParts.get(rowName(placed, whole)) ?? new Set<number>();
      for (const col of [...parts.map((part) => part.col), ...this.#blankPartsOf(whole)]) known.add(col);
      this.#rowParts.set(rowName(placed, whole), known);
    }
  }

  /** @param after the document with the fault, by the places of the untouched one */
  breaks(placed: PlacedCheck, after: Snapshot, move: Move): boolean {
    const { check, places } = placed;
    const truth = places.map((place) => amountAt(this.#before, place));
    const found = this.#placesOf(placed, move).map((place) => amountAt(after, place));
    if (found.every((amount) => amount === 0n)) return true;
    if (size(residual(truth)) === size((check.expected ?? 0n) - (check.actual ?? 0n)))
      return size(residual(found)) > check.tolerance;
    return places.some((place, at) => size(amountAt(after, place) - (truth[at] ?? 0n)) > check.tolerance);
  }

  /** The columns that no row fills, of which the amounts would be parts of the figure. */
  #blankPartsOf(whole: Cell): readonly number[] {
    const [line] = this.#before.lines.get(keyOf(whole)) ?? [];
    const blank = this.#blankColumns.get(whole.tableNo) ?? [];
    return line ? blank.filter((column) => isPartOf(column, line)).map(({ col }) => col) : [];
  }

  #placesOf(placed: PlacedCheck, move: Move): readonly Place[] {
    const cells = cellsOf(placed);
    const [whole] = cells;
    if (!whole) return placed.places;
    if (!isRow(cells)) return cells.every(({ col }) => col === whole.col) ? cells.map(move) : cells;
    const columns = this.#rowParts.get(rowName(placed, whole)) ?? new Set<number>();
    return [whole, ...[...columns].map((col): Place => ({ ...whole, col }))];
  }
}

/** Whether money of a column would be part of a line, by what their heads say: of its fund, its kind of spending or its 三公 item. */
function isPartOf(column: BlankColumn, line: BudgetLine): boolean {
  const differing = [
    [column.fundSource, line.fundSource, fundAncestors(column.fundSource)],
    [
      column.spendingType,
      line.spendingType,
      column.spendingType === null ? [] : spendingAncestors(column.spendingType),
    ],
    [
      column.threePublicItem,
      line.threePublicItem,
      column.threePublicItem === null ? [] : itemAncestors(column.threePublicItem),
    ],
  ] as const;
  const others = differing.filter(([part, whole]) => part !== whole);
  const isComparable =
    column.flow === line.flow && column.budgetStage === line.budgetStage && column.fiscalYear === line.fiscalYear;
  return isComparable && others.length === 1 && others.every(([, whole, above]) => above.some((one) => one === whole));
}

/** The places of a check within one table; none of any other check. */
function cellsOf({ places }: PlacedCheck): readonly Cell[] {
  const cells = places.flatMap((place) => (place.kind === 'table' ? [place] : []));
  const isWithin = cells.length === places.length && cells.every(({ tableNo }) => tableNo === cells[0]?.tableNo);
  return isWithin ? cells : [];
}

function isRow(cells: readonly Cell[]): boolean {
  return cells.every(({ row }) => row === cells[0]?.row);
}

function rowName({ check }: PlacedCheck, { tableNo, col }: Cell): string {
  return `${check.rule} t${tableNo} c${col}`;
}

/** Micro-yuan; nothing where no line stands. Lines of one place state one figure. */
function amountAt({ lines }: Snapshot, place: Place): bigint {
  return (lines.get(keyOf(place))?.[0]?.amount ?? 0n) * MICRO_PER_FEN;
}

function residual([whole = 0n, ...parts]: readonly bigint[]): bigint {
  return parts.reduce((left, part) => left - part, whole);
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
