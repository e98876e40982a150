/**
 * Header rows whose texts kept their order but lost their columns: a converter that flattens merged cells may push a heading one
 * column to the left or right (中小企业预留份额 printed over 上年结转). If there are just as many lowest headings as columns, order
 * alone tells which heading is whose.
 */
import { isBlank } from '../words.js';
import type { HeaderReading } from './positions.js';
import type { PlacedCell } from '../rows.js';

interface Heading {
  readonly text: string;
  readonly level: number;
  /** Column in which it is printed. */
  readonly printedCol: number;
}

interface Node extends Heading {
  readonly children: readonly Node[];
}

/** How far a heading may be printed from its parent, counted in headings of the level above. */
const PARENT_REACH = 1;
/** Assignments tried at most; real headers have a handful. */
const MAX_ASSIGNMENTS = 5_000;

/**
 * The header tree with exactly `width` lowest headings whose columns differ least from the printed ones; null where no
 * assignment of headings to the headings above gives that number.
 *
 * @param rows texts by printed column
 */
export function readHeaderByOrder(rows: readonly (readonly string[])[], width: number): HeaderReading | null {
  const levels = rows.map((texts, level) =>
    texts.flatMap((text, printedCol) => (isBlank(text) ? [] : [{ text, level, printedCol }])),
  );
  if (levels.some((level) => level.length === 0) || levels.length < 2) return null;
  let best: { roots: readonly Node[]; moved: number } | null = null;
  for (const roots of trees(levels, width)) {
    const moved = displacement(roots);
    if (!best || moved < best.moved) best = { roots, moved };
  }
  return best && { rows: place(best.roots, levels.length), defects: 0, why: 'header by the order of its words' };
}

/** All trees over the levels in which a heading's parent is at most one heading away from where it is printed. */
function* trees(levels: readonly (readonly Heading[])[], width: number): Generator<readonly Node[]> {
  const headingCount = levels.reduce((sum, level) => sum + level.length, 0);
  const parents = levels
    .slice(1)
    .map((level, at) => level.map((heading) => reachableParents(heading, levels[at] ?? [])));
  let tried = 0;
  for (const choice of monotoneChoices(
    parents.flat(),
    levels.slice(1).map((level) => level.length),
  )) {
    tried += 1;
    if (tried > MAX_ASSIGNMENTS) return;
    const parentsWithChildren = countParents(choice, levels);
    if (headingCount - parentsWithChildren === width) yield buildNodes(levels, choice);
  }
}

function reachableParents(heading: Heading, above: readonly Heading[]): number[] {
  const printed = Math.max(
    0,
    above.findLastIndex((candidate) => candidate.printedCol <= heading.printedCol),
  );
  const reach: number[] = [];
  for (let at = printed - PARENT_REACH; at <= printed + PARENT_REACH; at += 1)
    if (at >= 0 && at < above.length) reach.push(at);
  return reach;
}

/** One parent a heading, never going back within a level: the order of headings is kept. */
function* monotoneChoices(
  options: readonly (readonly number[])[],
  levelSizes: readonly number[],
): Generator<readonly number[]> {
  const levelStarts = new Set(levelSizes.map((_, at) => levelSizes.slice(0, at).reduce((sum, size) => sum + size, 0)));
  const choice: number[] = [];
  function* extend(at: number): Generator<readonly number[]> {
    if (at === options.length) {
      yield [...choice];
      return;
    }
    const least = levelStarts.has(at) ? 0 : (choice[at - 1] ?? 0);
    for (const parent of options[at] ?? []) {
      if (parent < least) continue;
      choice.push(parent);
      yield* extend(at + 1);
      choice.pop();
    }
  }
  yield* extend(0);
}

function countParents(choice: readonly number[], levels: readonly (readonly Heading[])[]): number {
  let offset = 0;
  let count = 0;
  for (const level of levels.slice(1)) {
    count += new Set(choice.slice(offset, offset + level.length)).size;
    offset += level.length;
  }
  return count;
}

function buildNodes(levels: readonly (readonly Heading[])[], choice: readonly number[]): readonly Node[] {
  let lower: readonly Node[] = (levels.at(-1) ?? []).map((heading) => ({ ...heading, children: [] }));
  let end = choice.length;
  for (let at = levels.length - 1; at > 0; at -= 1) {
    const start = end - lower.length;
    const nodes = lower;
    const parents = choice.slice(start, end);
    lower = (levels[at - 1] ?? []).map((heading, parent) => ({
      ...heading,
      children: nodes.filter((_, child) => parents[child] === parent),
    }));
    end = start;
  }
  return lower;
}

function leafCount(node: Node): number {
  return node.children.length === 0 ? 1 : node.children.reduce((sum, child) => sum + leafCount(child), 0);
}

function displacement(roots: readonly Node[]): number {
  let moved = 0;
  const visit = (nodes: readonly Node[], start: number): void => {
    let col = start;
    for (const node of nodes) {
      moved += Math.abs(node.printedCol - col);
      visit(node.children, col);
      col += leafCount(node);
    }
  };
  visit(roots, 0);
  return moved;
}

function place(roots: readonly Node[], depth: number): PlacedCell[][] {
  const rows: PlacedCell[][] = Array.from({ length: depth }, () => []);
  const visit = (nodes: readonly Node[], start: number): void => {
    let col = start;
    for (const node of nodes) {
      const colSpan = leafCount(node);
      rows[node.level]?.push({ text: node.text, col, colSpan, continuesAbove: false });
      if (node.children.length > 0) visit(node.children, col);
      else
        for (let below = node.level + 1; below < depth; below += 1)
          rows[below]?.push({ text: '', col, colSpan, continuesAbove: true });
      col += colSpan;
    }
  };
  visit(roots, 0);
  return rows.map((row) => row.sort((a, b) => a.col - b.col));
}
