/** The tree of headings over columns, levels and all. */
import { HeadingPlanner, type HeaderParts, type PlannedHeading, type Plan } from './heading-planner.js';
import { UPRIGHT_SETS, type UprightSet } from './heading-height.js';
import type { Heading, HeaderTree } from './types.js';

/** More columns or headings than a printed page holds are not tried. */
const MOST_COLUMNS = 40;
const MOST_BLOCKS = 200;

/**
 * Font sizes a column by which a heading may fit worse over more columns, or fewer, and still stand over these: where the columns on both
 * sides are about as wide, its middle does not tell whether it stands over them too.
 */
const NEARLY_AS_WELL = 0.2;

/**
 * The likeliest tree, the headings over all levels set to the middle, the top or the foot of the header, whichever fits best, and those in
 * which headings span fewer or more columns and fit nearly as well; empty where the headings can't be told apart by columns.
 */
export function growTrees(parts: HeaderParts): readonly HeaderTree[] {
  if (parts.columns.length > MOST_COLUMNS || parts.blocks.length > MOST_BLOCKS) return [];
  const best = cheapestPlan(parts, 0);
  if (!best) return [];
  const leans = best.nodes.some(isParent) ? [NEARLY_AS_WELL, -NEARLY_AS_WELL] : [];
  const others = leans
    .flatMap((lean) => cheapestPlan(parts, lean) ?? [])
    .filter(({ nodes }) => countHeadings(nodes) === countHeadings(best.nodes));
  const keys = [best, ...others].map(({ nodes }) => JSON.stringify(spansOf(nodes)));
  return [best, ...others].filter((_, at) => keys.indexOf(keys[at] ?? '') === at).map(toTree);
}

function countHeadings(nodes: readonly PlannedHeading[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countHeadings(children), 0);
}

function toTree(plan: Plan): HeaderTree {
  const levelCount = Math.max(1, ...plan.nodes.map(depthOf));
  const headings = plan.nodes.flatMap((node) => place(node, 0, levelCount));
  return { levelCount, cost: plan.cost, headings };
}

/** The cheapest plan of all places in which headings over all levels may be set. */
function cheapestPlan(parts: HeaderParts, lean: number): Plan | undefined {
  return UPRIGHT_SETS.flatMap((set) => planAs(set, parts, lean) ?? []).toSorted((a, b) => a.cost - b.cost)[0];
}

/** The cheapest plan in which headings over all levels are set so; a header of one level has but the middle. */
function planAs(set: UprightSet, parts: HeaderParts, lean: number): Plan | null {
  const plan = new HeadingPlanner(parts, set, lean).plan(0, parts.columns.length - 1, parts.blocks);
  const hasLevels = plan?.nodes.some(isParent) === true;
  return set === 'middle' || hasLevels ? plan : null;
}

function isParent({ children }: PlannedHeading): boolean {
  return children.length > 0;
}

/** What tells one plan from another. */
function spansOf(nodes: readonly PlannedHeading[]): unknown {
  return nodes.map(({ first, last, children }) => [first, last, spansOf(children)]);
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
