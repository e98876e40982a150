/** Rows parted by space: where the lines of a cell stand nearer to each other than rows do, the distances alone tell the rows. */
import { centreY } from '../boxes.js';
import { columnsUnder, isAmount, type Column } from '../lines/columns.js';
import { isWholeAmount } from '../lines/glued-numbers.js';
import { WIDEST_WRAP } from '../lines/line-pitch.js';
import { isNumeric, type SegmentRow } from '../lines/segments.js';
import { fills } from './row-marks.js';

/** Times the distance of lines of one cell: rows as far apart have padding between them, whatever their words. */
const PADDED = 1.3;
/** The same where most of the words that so go on fill their column: distances of one font and size differ by less. */
const BARELY_PADDED = 1.08;
/** An amount with two decimals, its groups well formed or none: what the two parts of a wrapped one make together. */
const TWO_DECIMALS = /^[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d$/;

/**
 * The lines as rows, by their distances: between any two lines of amounts there is one wider than all those within rows. Parts of amounts that a cell
 * wraps (`15,584,83` over `0.91`) are one line of amounts. Null where the distances don't tell, or no row has several lines.
 *
 * @param lines from top to bottom
 */
export function partAtGaps(lines: readonly SegmentRow[], columns: readonly Column[]): SegmentRow[][] | null {
  const distances = lines.map((line, at) => centreY(line.box) - centreY((lines[at - 1] ?? line).box));
  const between = narrowestBetween(distances, amountLines(lines, columns));
  if (between === null) return null;
  const within = distances.slice(1).filter((distance) => distance * BARELY_PADDED <= between);
  const widest = Math.max(...within);
  const starts = (at: number): boolean => (distances[at] ?? 0) > widest;
  const wider = distances.slice(1).filter((distance) => distance > widest);
  const isClear = wider.every((distance) => distance >= BARELY_PADDED * widest);
  const fontSize = Math.max(...lines.map((line) => line.fontSize));
  if (within.length === 0 || !isClear || widest > WIDEST_WRAP * fontSize) return null;
  const rows = rowsFrom(lines, starts);
  return Math.min(...wider) >= PADDED * widest || goOnMostly(rows, columns) ? rows : null;
}

function rowsFrom(lines: readonly SegmentRow[], starts: (at: number) => boolean): SegmentRow[][] {
  const rows: SegmentRow[][] = [];
  lines.forEach((line, at) => {
    const row = rows.at(-1);
    if (row && !starts(at)) row.push(line);
    else rows.push([line]);
  });
  return rows;
}

/** Of the widest distances between each two lines of amounts the narrowest; null where there are no two. */
function narrowestBetween(distances: readonly number[], amounts: readonly number[]): number | null {
  const widest = amounts.slice(1).map((line, at) => Math.max(...distances.slice((amounts[at] ?? 0) + 1, line + 1)));
  return widest.length === 0 ? null : Math.min(...widest);
}

/** Which lines state amounts; not those with the rest of the amounts above. */
function amountLines(lines: readonly SegmentRow[], columns: readonly Column[]): number[] {
  const inColumns = lines.map((line) => textsByColumn(line, columns));
  const ofAmounts = columns.map((_, col) => inColumns.some((texts) => isWholeAmount(texts.get(col) ?? '')));
  const figures = inColumns.map(
    (texts) => new Map([...texts].filter(([col, text]) => ofAmounts[col] === true && isNumeric(text))),
  );
  const stated = figures.flatMap((own, at) => (own.size > 0 ? [{ own, at }] : []));
  // a name in the middle of its cell stands between the two parts
  return stated
    .filter(({ own }, no) => !areRests(own, stated[no - 1]?.own ?? new Map<number, string>()))
    .map(({ at }) => at);
}

/** Does one make a whole amount with the unfinished one above, and stands each other one below none? */
function areRests(own: ReadonlyMap<number, string>, above: ReadonlyMap<number, string>): boolean {
  const below = [...own].filter(([col]) => above.has(col));
  return below.length > 0 && below.every(([col, rest]) => isRest(rest, above.get(col) ?? ''));
}

function isRest(rest: string, upper: string): boolean {
  return !TWO_DECIMALS.test(upper) && TWO_DECIMALS.test(upper + rest);
}

function textsByColumn({ segments }: SegmentRow, columns: readonly Column[]): Map<number, string> {
  return new Map(segments.map((segment) => [columnsUnder(columns, segment).first, segment.text.trim()]));
}

/** Do most of the words that have words of their cell below them fill their column? */
function goOnMostly(rows: readonly SegmentRow[][], columns: readonly Column[]): boolean {
  const upper = rows.flatMap((row) =>
    row.slice(0, -1).flatMap(({ segments }, at) =>
      segments.filter((segment) => {
        const { first } = columnsUnder(columns, segment);
        const below = row.slice(at + 1).flatMap((line) => line.segments);
        return !isAmount(segment) && below.some((text) => columnsUnder(columns, text).first === first);
      }),
    ),
  );
  const full = upper.filter((segment) => {
    const column = columns[columnsUnder(columns, segment).first];
    return column !== undefined && fills(segment, column);
  });
  return full.length * 2 > upper.length;
}
