/** The cheapest way to place headings over columns: each one over others, alone over its columns, or none. */
import { centreY, heightOf } from '../../boxes.js';
import { heightOfHeader, standsLow, standsOverAll, type HeaderHeight, type UprightSet } from './heading-height.js';
import { costOfSpan, findCover, missMiddle, type BorderedColumns } from './heading-span.js';
import type { HeadingBlock } from './types.js';

/** A heading that stands higher or lower than one over all levels would, with none over or under it. */
const NO_PARENT = 1;
/** A column without a heading. */
const NO_HEADING = 0.6;
/** Two headings over one column, or over the same ones: 科目编码 over 类 款 项 printed as one. */
const STACKED = 0.5;
/** Share of the font size that a heading stands at least below the one over it, beside half the height of that. */
const LOWER = 0.35;

/** What is known of the columns and their headings. */
export interface HeaderParts extends BorderedColumns {
  readonly blocks: readonly HeadingBlock[];
}

/** A heading and what stands under it. */
export interface PlannedHeading {
  /** true for a heading at the foot of its columns: it stands on the lowest level alone. */
  readonly isLow: boolean;
  readonly blocks: readonly HeadingBlock[];
  readonly first: number;
  readonly last: number;
  readonly children: readonly PlannedHeading[];
}

export interface Plan {
  /** Font sizes. */
  readonly cost: number;
  readonly nodes: readonly PlannedHeading[];
}

export class HeadingPlanner {
  private readonly plans = new Map<string, Plan | null>();
  private readonly covers: ReadonlyMap<HeadingBlock, readonly [number, number]>;

  /**
   * @param set where headings over all levels stand
   * @param lean font sizes that each column beyond two costs a heading over others; below zero, wide headings are favoured
   */
  constructor(
    private readonly parts: HeaderParts,
    private readonly set: UprightSet,
    private readonly lean = 0,
  ) {
    this.covers = new Map(parts.blocks.map((block) => [block, findCover(parts, block)]));
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
    const height = heightOfHeader(blocks);
    for (let end = first; end <= last; end += 1) {
      let cheapest: Plan | null = null;
      for (let start = first; start <= end; start += 1) {
        const before = best[start - first];
        const own = before ? this.planOne(start, end, blocks, height) : null;
        if (before && own && (!cheapest || before.cost + own.cost < cheapest.cost)) cheapest = beside(before, own);
      }
      best.push(cheapest);
    }
    return best.at(-1) ?? null;
  }

  /** One heading, or none, over these columns with all that stands under it; null where that can't be. */
  private planOne(first: number, last: number, blocks: readonly HeadingBlock[], height: HeaderHeight): Plan | null {
    const inside = blocks.filter((block) => this.touches(block, first, last));
    if (!inside.every((block) => this.standsWithin(block, first, last))) return null;
    const [top, ...lower] = inside.toSorted((a, b) => a.box[1] - b.box[1]);
    if (!top) return first === last ? { cost: NO_HEADING, nodes: [] } : null;
    if (lower.length === 0) return this.planLeaf(top, first, last, height);
    const [only] = lower;
    const goesOn = lower.length === 1 && only !== undefined && this.coversAll(only, first, last);
    if (first < last && !goesOn) return this.planParent(top, lower, first, last);
    const stacked = { isLow: false, blocks: [top, ...lower], first, last, children: [] };
    return { cost: this.costOfStacking() * lower.length, nodes: [stacked] };
  }

  /** Never a way round the price of a heading over others. */
  private costOfStacking(): number {
    return STACKED + Math.max(0, this.lean) * this.parts.columns.length;
  }

  private planLeaf(block: HeadingBlock, first: number, last: number, height: HeaderHeight): Plan | null {
    const { fontSize } = this.parts;
    const [from, to] = this.covers.get(block) ?? [first, last];
    const own = first === last || (first === from && last === to) ? 0 : missMiddle(this.parts, block, first, last);
    const blank = last - first - (to - from);
    const isLoose = !standsOverAll(block, height, this.set, fontSize);
    return {
      cost: own + NO_HEADING * blank * 0.5 + (isLoose ? NO_PARENT : 0),
      nodes: [{ isLow: standsLow(block, height, fontSize), blocks: [block], first, last, children: [] }],
    };
  }

  private planParent(top: HeadingBlock, lower: readonly HeadingBlock[], first: number, last: number): Plan | null {
    const nearest = heightOf(top.box) / 2 + LOWER * this.parts.fontSize;
    if (lower.some((block) => centreY(block.box) - centreY(top.box) < nearest)) return null;
    const cost = costOfSpan(this.parts, top, lower, first, last);
    if (cost === null) return null;
    const below = this.plan(first, last, lower);
    if (!below || below.nodes.length < 2) return null;
    const node = { isLow: false, blocks: [top], first, last, children: below.nodes };
    return { cost: cost + this.lean * (last - first - 1) + below.cost, nodes: [node] };
  }

  private coversAll(block: HeadingBlock, first: number, last: number): boolean {
    const [from, to] = this.covers.get(block) ?? [0, 0];
    return from === first && to === last;
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

function beside(left: Plan, right: Plan): Plan {
  return {
    cost: left.cost + right.cost,
    nodes: [...left.nodes, ...right.nodes],
  };
}
