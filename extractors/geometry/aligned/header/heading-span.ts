/** What columns a heading spans: told by its middle, by the rule under it, and by the words that it stands over. */
import type { Box } from '../../../types.js';
import { centreX, centreY, sharedLength } from '../../boxes.js';
import { columnsUnder, OVERLAP, type Column } from '../../lines/columns.js';
import type { Ruling } from '../../page.js';
import type { Border } from './column-cells.js';
import type { HeadingBlock } from './types.js';

/** A heading set at the left edge of what it spans. */
const AT_LEFT = 0.4;
/** Share of what a heading misses the usual middle by, where the borders of its columns may as well be such that it misses nothing. */
const UNCERTAIN = 0.15;
/** Share of the font size: amounts that fill their cell may reach this far under the heading of the next one. */
const SLIGHTLY_OVER = 0.5;
/** Points by which a rule may end beside the border of a column. */
const RULE_SLACK = 3;

/** Columns with their borders, one more than there are columns. */
export interface BorderedColumns {
  readonly columns: readonly Column[];
  readonly borders: readonly Border[];
  /** Horizontal ones within the header. */
  readonly rules: readonly Ruling[];
  /** Points. */
  readonly fontSize: number;
}

/** The columns over whose words the heading stands; between two of them the nearer one. */
export function findCover({ columns, borders, fontSize }: BorderedColumns, { box }: HeadingBlock): [number, number] {
  if (columns.some(({ from, to }) => sharedLength(from, to, box[0], box[2]) > 0)) {
    const margin = Math.min(SLIGHTLY_OVER * fontSize, (box[2] - box[0]) / 4);
    const inner: Box = [box[0] + margin, box[1], box[2] - margin, box[3]];
    const stands = columns.some(({ from, to }) => sharedLength(from, to, inner[0], inner[2]) > OVERLAP);
    const under = columnsUnder(columns, { box: stands ? inner : box });
    return [under.first, under.last];
  }
  const at = borders.findLastIndex((border) => border.at <= centreX(box));
  const col = Math.min(Math.max(at, 0), columns.length - 1);
  return [col, col];
}

/**
 * What it costs, in font sizes, to believe that the heading spans these columns; null where the rule under it says otherwise.
 *
 * @param lower the headings below it
 */
export function costOfSpan(
  parts: BorderedColumns,
  top: HeadingBlock,
  lower: readonly HeadingBlock[],
  first: number,
  last: number,
): number | null {
  const off = missMiddle(parts, top, first, last, lower);
  const under = ruleUnder(parts.rules, top, lower);
  if (!under) return off;
  const [from, to] = columnsOfRule(parts.columns, under);
  if (first < from || last > to) return null;
  return first === from && last === to ? 0 : off;
}

/** Font sizes by which the heading misses the middle of these columns, or the left edge of the headings below it. */
export function missMiddle(
  { borders, fontSize }: BorderedColumns,
  block: HeadingBlock,
  first: number,
  last: number,
  lower: readonly HeadingBlock[] = [],
): number {
  const [start, end] = [borders[first], borders[last + 1]];
  if (!start || !end) return Infinity;
  const middle = centreX(block.box);
  const off = Math.max(0, (start.from + end.from) / 2 - middle, middle - (start.to + end.to) / 2);
  const offUsual = UNCERTAIN * Math.abs(middle - (start.at + end.at) / 2);
  const left = Math.min(...lower.map(({ box }) => box[0]));
  const offLeft = AT_LEFT + Math.abs(block.box[0] - left) / fontSize;
  return Math.min(Math.max(off, offUsual) / fontSize, offLeft);
}

/** The rule between a heading and those below it. */
function ruleUnder(
  rules: readonly Ruling[],
  { box }: HeadingBlock,
  lower: readonly HeadingBlock[],
): Ruling | undefined {
  const next = Math.min(...lower.map((block) => centreY(block.box)));
  return rules.find(
    (rule) =>
      rule.position > centreY(box) &&
      rule.position < next &&
      rule.from <= centreX(box) + RULE_SLACK &&
      rule.to >= centreX(box) - RULE_SLACK,
  );
}

function columnsOfRule(columns: readonly Column[], { from, to }: Ruling): [number, number] {
  const covered = columns.flatMap((column, col) => {
    const middle = (column.from + column.to) / 2;
    return middle > from && middle < to ? [col] : [];
  });
  return [covered[0] ?? 0, covered.at(-1) ?? -1];
}
