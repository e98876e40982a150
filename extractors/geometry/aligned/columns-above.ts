/** The columns of the unframed table that ends the page before: few rows at the top of a page show columns only together with them. */
import type { AlignedGrid } from './aligned-grid.js';
import { sharedLength } from '../boxes.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { isNumeric, type Segment, type SegmentRow } from '../lines/segments.js';
import type { TableColumn } from '../types.js';

/** Points by which a text may reach into a column that it does not stand in. */
const OVERLAP = 1;
/** Texts that are no numbers for each number in a column of numbers: a heading or two stand above. */
const MOST_WORDS = 2;

/** Points by which the margins of left and right pages may differ: an inch. */
const MOST_SHIFT = 72;

/** Where the texts of each column stand, and whether they are numbers. */
export function describeColumns({ lines, columns }: AlignedGrid): readonly TableColumn[] {
  const segments = lines.flatMap((line) => line.segments);
  return columns.map(({ from, to }, col) => {
    const own = segments.filter((segment) => {
      const { first, last } = columnsUnder(columns, segment);
      return first === col && last === col;
    });
    const numbers = own.filter(({ text }) => isNumeric(text)).length;
    const areNumbers = numbers > 0 && own.length - numbers <= MOST_WORDS * numbers;
    return { from, to, left: mostFrequent(own.map(({ box }) => Math.round(box[0]))) ?? from, numbers: areNumbers };
  });
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** The columns of the page before as they stand on this one, perhaps behind another margin; null where the lines don't stand in them. */
export function findColumnsAbove(
  lines: readonly SegmentRow[],
  columns: readonly TableColumn[],
): readonly TableColumn[] | null {
  const left = Math.min(...lines.map(({ box }) => box[0]));
  const shift = left - (columns[0]?.left ?? left);
  const moved = columns.map((column) => ({
    ...column,
    from: column.from + shift,
    to: column.to + shift,
    left: column.left + shift,
  }));
  const ways = Math.abs(shift) <= MOST_SHIFT ? [columns, moved] : [columns];
  return ways.find((way) => standInColumns(lines, way)) ?? null;
}

/**
 * Whether lines stand in these columns: every number in a column of numbers of its own, no two texts of a line in one column, and at least one
 * line with a name and a number.
 */
function standInColumns(lines: readonly SegmentRow[], columns: readonly TableColumn[]): boolean {
  return lines.every((line) => fits(line, columns)) && lines.some((line) => isRow(line));
}

/** Whether both are the same columns, one by one. */
export function areSameColumns(own: readonly Column[], columns: readonly Column[]): boolean {
  return (
    own.length === columns.length &&
    own.every(({ from, to }, col) =>
      columns.every((other, at) => sharedLength(from, to, other.from, other.to) > OVERLAP === (at === col)),
    )
  );
}

function fits({ segments }: SegmentRow, columns: readonly TableColumn[]): boolean {
  const places = segments.map((segment) => placeOf(segment, columns));
  return places.every((place, at) => place !== null && (at === 0 || place > (places[at - 1] ?? Infinity)));
}

/**
 * The column in which a number stands alone, or in which most of a word does; null for a number among words or in no single column, and for
 * words over all columns.
 */
function placeOf({ text, box }: Segment, columns: readonly TableColumn[]): number | null {
  const shares = columns.map(({ from, to }) => sharedLength(from, to, box[0], box[2]));
  const met = shares.filter((share) => share > OVERLAP).length;
  const place = shares.indexOf(Math.max(...shares));
  if (met === 0 || met === columns.length) return null;
  // a column that held words alone so far may hold codes
  const isOwn = met === 1 && (place === 0 || columns[place]?.numbers === true);
  return isOwn || !isNumeric(text) ? place : null;
}

function isRow({ segments }: SegmentRow): boolean {
  return segments.some(({ text }) => !isNumeric(text)) && segments.slice(1).some(({ text }) => isNumeric(text));
}
