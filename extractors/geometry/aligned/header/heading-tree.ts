/** The tree of headings over columns, levels and all. */
import { HeadingPlanner, type HeaderParts, type PlannedHeading, type Plan } from './heading-planner.js';
import { UPRIGHT_SETS, type UprightSet } from './heading-height.js';
import type { Heading, HeaderTree } from './types.js';

/** More columns or headings than a printed page holds are not tried. */
const MOST_COLUMNS = 40;
const MOST_BLOCKS = 200;

/**
 * The likeliest tree, the headings over all levels set to the middle, the top or the foot of the header, whichever fits best; null where the
 * headings can't be told apart by columns.
 */
export function growTree(parts: HeaderParts): HeaderTree | null {
  if (parts.columns.length > MOST_COLUMNS || parts.blocks.length > MOST_BLOCKS) return null;
  const plans = UPRIGHT_SETS.flatMap((set) => planAs(set, parts) ?? []);
  const [plan] = plans.toSorted((a, b) => a.cost - b.cost);
  if (!plan) return null;
  const levelCount = Math.max(1, ...plan.nodes.map(depthOf));
  const headings = plan.nodes.flatMap((node) => place(node, 0, levelCount));
  return { levelCount, cost: plan.cost, misfits: plan.misfits, headings };
}

/** The cheapest plan in which headings over all levels are set so; a header of one level has but the middle. */
function planAs(set: UprightSet, parts: HeaderParts): Plan | null {
  const plan = new HeadingPlanner(parts, set).plan(0, parts.columns.length - 1, parts.blocks);
  const hasLevels = plan?.nodes.some(({ children }) => children.length > 0) === true;
  return set === 'middle' || hasLevels ? plan : null;
}

function depthOf(node: PlannedHeading): number {
  return 1 + Math.max(0, ...node.children.map(depthOf));
}

/** A heading over others takes one level, the lowest reach down to the rows. */
function place({ isLow, blocks, first, last, children }: PlannedHeading, level: number, levelCount: number): Heading[] {
  const lastLevel = children.length > 0 ? level : levelCount - 1;
  return [
    { blocks, first, last, level: isLow ? lastLevel : level, lastLevel },
    ...children.flatMap((child) => place(child, level + 1, levelCount)),
  ];
}
