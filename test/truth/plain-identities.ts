/** Whether anything that an untouched document prints binds a figure, found without the program's checks: by the bare numbers of its grids. */
import { keyOf, type Place } from './places.js';
import type { Snapshot } from './snapshot.js';

/** Figures that stand in one row or column, in their order; `at` is the one asked for. */
interface Series {
  readonly amounts: readonly bigint[];
  readonly at: number;
}

/**
 * Whether another place prints the same figure, or the figure is the sum of those directly before or behind it in its row or column, or one of such a run that the next
 * figure sums up. Chance may make it so, so this finds too many rather than too few; a nought is bound by nothing.
 */
export function isBoundByNumbers(place: Place, snapshot: Snapshot): boolean {
  const amount = amountAt(snapshot, keyOf(place));
  if (amount === 0n) return false;
  const isElsewhere = [...snapshot.lines.keys()].some(
    (key) => key !== keyOf(place) && amountAt(snapshot, key) === amount,
  );
  return isElsewhere || seriesOf(place, snapshot).some((series) => isInSum(series) || isInSum(reverse(series)));
}

function amountAt({ lines }: Snapshot, key: string): bigint {
  return lines.get(key)?.[0]?.amount ?? 0n;
}

function seriesOf(place: Place, snapshot: Snapshot): readonly Series[] {
  if (place.kind === 'prose') return [];
  const cells = [...snapshot.places.values()].flatMap((other) =>
    other.kind === 'table' && other.tableNo === place.tableNo ? [other] : [],
  );
  const column = cells.filter(({ col }) => col === place.col).sort((a, b) => a.row - b.row);
  const row = cells.filter((cell) => cell.row === place.row).sort((a, b) => a.col - b.col);
  return [column, row].map((line) => ({
    amounts: line.map((cell) => amountAt(snapshot, keyOf(cell))),
    at: line.findIndex((cell) => keyOf(cell) === keyOf(place)),
  }));
}

function reverse({ amounts, at }: Series): Series {
  return { amounts: amounts.toReversed(), at: amounts.length - 1 - at };
}

/** Whether a figure up to the one asked for is the sum of a run of two or more behind it that reaches or begins with that one. */
function isInSum({ amounts, at }: Series): boolean {
  return amounts.slice(0, at + 1).some((whole, first) => {
    let sum = 0n;
    return amounts.slice(first + 1).some((amount, offset) => {
      sum += amount;
      return offset > 0 && first + 1 + offset >= at && whole !== 0n && sum === whole;
    });
  });
}
