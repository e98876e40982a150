/** Columns that have a heading but hold nothing, and headings that stand beside what their column holds. */
import { centreX, heightOf, sharedLength } from '../../boxes.js';
import type { Column } from '../../lines/columns.js';
import { isUnder } from './split-columns.js';
import type { HeadingBlock } from './types.js';

/** Times its height that a heading may stand beside the words of its column, where the column has a heading higher up. */
const MOST_ASIDE = 1.5;

/**
 * The columns with their headings: a heading in the middle of its cell may stand beside the amounts at the right edge, then the column
 * reaches from the one to the other. Where there are as many headings at the foot of the header as columns, each heads the one in its order.
 * A heading between columns that have theirs, or one nearer than it, and over none of these, heads a column that is blank.
 *
 * @param numbers of the columns (栏次), below the headings
 */
export function headColumns(
  columns: readonly Column[],
  blocks: readonly HeadingBlock[],
  numbers: readonly HeadingBlock[],
): Column[] {
  // from the bottom: what stands over others spans their columns
  const headed = blocks
    .toSorted((a, b) => b.box[1] - a.box[1])
    .reduce((found, block) => addHeading(found, block, blocks), headInOrder(columns, blocks));
  return numbers.reduce((found, number) => addHeading(found, number, numbers), headed);
}

/** The columns with the headings at the foot, if these are as many and none stands over a column that isn't its own. */
function headInOrder(columns: readonly Column[], blocks: readonly HeadingBlock[]): Column[] {
  const feet = blocks
    .filter((block) => !blocks.some((other) => isUnder(other, block)))
    .toSorted((a, b) => centreX(a.box) - centreX(b.box));
  if (feet.length !== columns.length) return [...columns];
  const headed = columns.map((column, at) => {
    const foot = feet[at];
    return foot ? widen(column, foot) : column;
  });
  const areApart = headed.every(({ from }, at) => from >= (headed[at - 1]?.to ?? -Infinity));
  if (!areApart) return [...columns];
  return columns.map((column, at) => {
    const foot = feet[at];
    return foot && !isOver(foot, column) ? widen(column, foot) : column;
  });
}

function addHeading(columns: Column[], block: HeadingBlock, blocks: readonly HeadingBlock[]): Column[] {
  if (columns.some((column) => isOver(block, column))) return columns;
  const own = nearestUnheaded(columns, block, blocks);
  if (own) return columns.map((column) => (column === own ? widen(column, block) : column));
  if (standsOverNeighbours(columns, block, blocks)) return columns;
  return [...columns, { from: block.box[0], to: block.box[2] }].toSorted((a, b) => a.from - b.from);
}

function isOver({ box }: HeadingBlock, { from, to }: Column): boolean {
  return sharedLength(from, to, box[0], box[2]) > 0;
}

/** The columns on either side. */
function neighboursOf(columns: readonly Column[], { box }: HeadingBlock): Column[] {
  const before = columns.findLast((column) => column.to <= box[0]);
  const after = columns.find((column) => column.from >= box[2]);
  return [before, after].filter((column) => column !== undefined);
}

function nearestUnheaded(
  columns: readonly Column[],
  block: HeadingBlock,
  blocks: readonly HeadingBlock[],
): Column | undefined {
  const rivals = blocks.filter((other) => isBeside(other, block) && !columns.some((column) => isOver(other, column)));
  return neighboursOf(columns, block)
    .filter((column) => {
      const above = lowestOver(column, blocks);
      const off = distance(column, block);
      if (rivals.some((rival) => distance(column, rival) < off)) return false;
      return !above || (isBelow(above, block) && off <= MOST_ASIDE * heightOf(block.box));
    })
    .toSorted((a, b) => distance(a, block) - distance(b, block))[0];
}

/** Points between a column and a heading beside it. */
function distance({ from, to }: Column, { box }: HeadingBlock): number {
  return -sharedLength(from, to, box[0], box[2]);
}

function isBeside({ box }: HeadingBlock, { box: other }: HeadingBlock): boolean {
  return sharedLength(box[1], box[3], other[1], other[3]) > 0;
}

function widen({ from, to }: Column, { box }: HeadingBlock): Column {
  return { from: Math.min(from, box[0]), to: Math.max(to, box[2]) };
}

function standsOverNeighbours(
  columns: readonly Column[],
  block: HeadingBlock,
  blocks: readonly HeadingBlock[],
): boolean {
  const below = neighboursOf(columns, block).map((column) => lowestOver(column, blocks));
  return below.length === 2 && below.every((other) => other && isBelow(block, other));
}

/** The lowest heading over a column. */
function lowestOver(column: Column, blocks: readonly HeadingBlock[]): HeadingBlock | undefined {
  return blocks.filter((block) => isOver(block, column)).toSorted((a, b) => b.box[3] - a.box[3])[0];
}

function isBelow(upper: HeadingBlock, lower: HeadingBlock): boolean {
  return lower.box[1] >= upper.box[3];
}
