/** The tree of headings over columns: what each one spans is told by its middle, by the rule under it, and by what its neighbours leave. */
import type { Box } from '../../../types.js';
import { centreX, centreY, heightOf, sharedLength } from '../../boxes.js';
import { columnsUnder, OVERLAP, type Column } from '../../lines/columns.js';
import type { Ruling } from '../../page.js';
import type { Border } from './column-cells.js';
import type { Heading, HeaderTree, HeadingBlock } from './types.js';

/** A heading that stands higher or lower than one over all levels would, with none over or under it. */
const NO_PARENT = 1;
/** A column without a heading. */
const NO_HEADING = 0.6;
/** Two headings over one column. */
const STACKED = 0.5;
/** A heading set at the left edge of what it spans. */
const AT_LEFT = 0.4;
/** Share of what a heading misses the usual middle by, where the borders of its columns may as well be such that it misses nothing. */
const UNCERTAIN = 0.15;
/** Share of the font size by which a heading may miss the middle height of the header and still stand over all its levels. */
const OFF_MIDDLE = 0.35;
/** Share of the font size: amounts that fill their cell may reach this far under the heading of the next one. */
const SLIGHTLY_OVER = 0.5;
/** Points by which a rule may end beside the border of a column. */
const RULE_SLACK = 3;
/** More columns or headings than a printed page holds are not tried. */
const MOST_COLUMNS = 40;
const MOST_BLOCKS = 200;

/** What is known of the columns and their headings. */
export interface HeaderParts {
  readonly blocks: readonly HeadingBlock[];
  readonly columns: readonly Column[];
  /** Borders of the columns, one more than there are columns. */
  readonly borders: readonly Border[];
  /** Horizontal ones within the header. */
  readonly rules: readonly Ruling[];
  /** Points. */
  readonly fontSize: number;
}

/** A heading and what stands under it. */
interface Node {
  /** true for a heading at the foot of its columns: it stands on the lowest level alone. */
  readonly isLow: boolean;
  readonly blocks: readonly HeadingBlock[];
  readonly first: number;
  readonly last: number;
  readonly children: readonly Node[];
}

interface Plan {
  readonly cost: number;
  readonly nodes: readonly Node[];
}

/** The likeliest tree; null where the headings can't be told apart by columns. */
export function growTree(parts: HeaderParts): HeaderTree | null {
  const columnCount = parts.columns.length;
  if (columnCount > MOST_COLUMNS || parts.blocks.length > MOST_BLOCKS) return null;
  const plan = new Planner(parts).plan(0, columnCount - 1, parts.blocks);
  if (!plan) return null;
  const levelCount = Math.max(1, ...plan.nodes.map(depthOf));
  return { levelCount, cost: plan.cost, headings: plan.nodes.flatMap((node) => place(node, 0, levelCount)) };
}

function depthOf(node: Node): number {
  return 1 + Math.max(0, ...node.children.map(depthOf));
}

/** A heading over others takes one level, the lowest reach down to the rows. */
function place({ isLow, blocks, first, last, children }: Node, level: number, levelCount: number): Heading[] {
  const lastLevel = children.length > 0 ? level : levelCount - 1;
  return [
    { blocks, first, last, level: isLow ? lastLevel : level, lastLevel },
    ...children.flatMap((child) => place(child, level + 1, levelCount)),
  ];
}

class Planner {
  private readonly columns: readonly Column[];
  private readonly borders: readonly Border[];
  private readonly rules: readonly Ruling[];
  private readonly size: number;
  private readonly plans = new Map<string, Plan | null>();
  private readonly covers = new Map<HeadingBlock, readonly [number, number]>();

  constructor({ blocks, columns, borders, rules, fontSize }: HeaderParts) {
    this.columns = columns;
    this.borders = borders;
    this.rules = rules;
    this.size = fontSize;
    for (const block of blocks) this.covers.set(block, this.coverOf(block));
  }

  /** The cheapest way to place all these headings over the columns from first to last. */
  plan(first: number, last: number, blocks: readonly HeadingBlock[]): Plan | null {
    // headings are taken from the top, so their number says which of those over these columns are left
    const key = `${first},${last},${blocks.length}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const plan = this.planAll(first, last, blocks);
    this.plans.set(key, plan);
    return plan;
  }

  private planAll(first: number, last: number, blocks: readonly HeadingBlock[]): Plan | null {
    const best: (Plan | null)[] = [{ cost: 0, nodes: [] }];
    const middle = middleHeight(blocks);
    for (let end = first; end <= last; end += 1) {
      let cheapest: Plan | null = null;
      for (let start = first; start <= end; start += 1) {
        const before = best[start - first];
        const own = before ? this.planOne(start, end, blocks, middle) : null;
        if (!before || !own) continue;
        const cost = before.cost + own.cost;
        if (!cheapest || cost < cheapest.cost) cheapest = { cost, nodes: [...before.nodes, ...own.nodes] };
      }
      best.push(cheapest);
    }
    return best.at(-1) ?? null;
  }

  /** One heading, or none, over these columns with all that stands under it; null where that can't be. */
  private planOne(first: number, last: number, blocks: readonly HeadingBlock[], middle: number): Plan | null {
    const inside = blocks.filter((block) => this.touches(block, first, last));
    if (!inside.every((block) => this.standsWithin(block, first, last))) return null;
    const [top, ...lower] = inside.toSorted((a, b) => a.box[1] - b.box[1]);
    if (!top) return first === last ? { cost: NO_HEADING, nodes: [] } : null;
    if (lower.length === 0) return this.planLeaf(top, first, last, middle);
    if (first === last)
      return {
        cost: STACKED * lower.length,
        nodes: [{ isLow: false, blocks: [top, ...lower], first, last, children: [] }],
      };
    return this.planParent(top, lower, first, last);
  }

  private planLeaf(block: HeadingBlock, first: number, last: number, middle: number): Plan | null {
    const [from, to] = this.covers.get(block) ?? [first, last];
    const own = first === last || (first === from && last === to) ? 0 : this.offMiddle(block, first, last);
    const blank = last - first - (to - from);
    const lower = centreY(block.box) - middle;
    const [isLow, isLoose] = [lower > OFF_MIDDLE * this.size, Math.abs(lower) > OFF_MIDDLE * this.size];
    const cost = own + NO_HEADING * blank * 0.5 + (isLoose ? NO_PARENT : 0);
    return { cost, nodes: [{ isLow, blocks: [block], first, last, children: [] }] };
  }

  private planParent(top: HeadingBlock, lower: readonly HeadingBlock[], first: number, last: number): Plan | null {
    if (lower.some((block) => centreY(block.box) - centreY(top.box) < heightOf(top.box) / 2 + OFF_MIDDLE * this.size))
      return null;
    const cost = this.costOfSpan(top, lower, first, last);
    if (cost === null) return null;
    const below = this.plan(first, last, lower);
    if (!below || below.nodes.length < 2) return null;
    return { cost: cost + below.cost, nodes: [{ isLow: false, blocks: [top], first, last, children: below.nodes }] };
  }

  /** What it costs to believe that the heading spans these columns; null where the rule under it says otherwise. */
  private costOfSpan(top: HeadingBlock, lower: readonly HeadingBlock[], first: number, last: number): number | null {
    const next = Math.min(...lower.map(({ box }) => centreY(box)));
    const under = this.rules.find(
      (rule) =>
        rule.position > centreY(top.box) &&
        rule.position < next &&
        rule.from <= centreX(top.box) + RULE_SLACK &&
        rule.to >= centreX(top.box) - RULE_SLACK,
    );
    const off = this.offMiddle(top, first, last, lower);
    if (!under) return off;
    const [from, to] = this.columnsOfRule(under);
    if (first < from || last > to) return null;
    return first === from && last === to ? 0 : off;
  }

  private columnsOfRule({ from, to }: Ruling): [number, number] {
    const covered = this.columns.flatMap((column, col) => {
      const middle = (column.from + column.to) / 2;
      return middle > from && middle < to ? [col] : [];
    });
    return [covered[0] ?? 0, covered.at(-1) ?? -1];
  }

  /** Font sizes by which the heading misses the middle of these columns, or the left edge of the headings below it. */
  private offMiddle(block: HeadingBlock, first: number, last: number, lower: readonly HeadingBlock[] = []): number {
    const [start, end] = [this.borders[first], this.borders[last + 1]];
    if (!start || !end) return Infinity;
    const middle = centreX(block.box);
    const off = Math.max(0, (start.from + end.from) / 2 - middle, middle - (start.to + end.to) / 2);
    const offUsual = UNCERTAIN * Math.abs(middle - (start.at + end.at) / 2);
    const left = Math.min(...lower.map(({ box }) => box[0]));
    const offLeft = AT_LEFT + Math.abs(block.box[0] - left) / this.size;
    return Math.min(Math.max(off, offUsual) / this.size, offLeft);
  }

  /** The columns over whose words the heading stands; between two of them the nearer one. */
  private coverOf({ box }: HeadingBlock): readonly [number, number] {
    if (this.columns.some(({ from, to }) => sharedLength(from, to, box[0], box[2]) > 0)) {
      const margin = Math.min(SLIGHTLY_OVER * this.size, (box[2] - box[0]) / 4);
      const inner: Box = [box[0] + margin, box[1], box[2] - margin, box[3]];
      const stands = this.columns.some(({ from, to }) => sharedLength(from, to, inner[0], inner[2]) > OVERLAP);
      const under = columnsUnder(this.columns, { box: stands ? inner : box });
      return [under.first, under.last];
    }
    const at = this.borders.findLastIndex((border) => border.at <= centreX(box));
    const col = Math.min(Math.max(at, 0), this.columns.length - 1);
    return [col, col];
  }

  private touches(block: HeadingBlock, first: number, last: number): boolean {
    const [from, to] = this.covers.get(block) ?? [0, 0];
    return from <= last && to >= first;
  }

  private standsWithin(block: HeadingBlock, first: number, last: number): boolean {
    const [from, to] = this.covers.get(block) ?? [0, 0];
    return from >= first && to <= last;
  }
}

/** Half way between the first line of these headings and the last. */
function middleHeight(blocks: readonly HeadingBlock[]): number {
  const top = Math.min(...blocks.map(({ box }) => box[1]));
  const bottom = Math.max(...blocks.map(({ box }) => box[3]));
  return (top + bottom) / 2;
}
