import { describe, expect, it } from 'vitest';
import type { Border } from '../../../../../extractors/geometry/aligned/header/column-cells.js';
import { growTrees } from '../../../../../extractors/geometry/aligned/header/heading-tree.js';
import type { HeadingBlock } from '../../../../../extractors/geometry/aligned/header/types.js';

const FONT_SIZE = 9;
const LOW = 112;
const HIGH = 98;

function heading(middle: number, width: number, foot: number): HeadingBlock {
  return { segments: [], box: [middle - width / 2, foot - FONT_SIZE, middle + width / 2, foot] };
}

/** Headings on the lowest line over the middle of each column, and one above them over `middle`. */
function grow(edges: readonly number[], middle: number) {
  const borders = edges.map((at): Border => ({ at, from: at, to: at }));
  const columns = edges.slice(1).map((to, at) => ({ from: (edges[at] ?? 0) + 5, to: to - 5 }));
  const low = columns.map(({ from, to }) => heading((from + to) / 2, 20, LOW));
  const trees = growTrees({
    blocks: [heading(middle, 36, HIGH), ...low],
    columns,
    borders,
    rules: [],
    fontSize: FONT_SIZE,
  });
  return trees.map(({ headings }) =>
    headings.filter(({ level, lastLevel }) => lastLevel === 0 && level === 0).map(({ first, last }) => [first, last]),
  );
}

describe('a heading over others that all stand on the lowest line', () => {
  it('may span fewer columns or more where those beside it are as wide as each other', () => {
    const spans = grow([0, 60, 120, 180, 240, 300, 360], 210);
    expect(spans).toHaveLength(2);
    expect(spans).toContainEqual([[2, 4]]);
    expect(spans).toContainEqual([[1, 5]]);
  });

  it('spans the one stretch of columns that it stands in the middle of', () => {
    expect(grow([0, 60, 160, 220, 280, 340, 370], 250)).toEqual([[[2, 4]]]);
  });
});

describe('a heading over another one over the same columns', () => {
  it('is one with it, and leaves the levels beside it as they are', () => {
    const edges = [0, 40, 80, 160, 240];
    const borders = edges.map((at): Border => ({ at, from: at, to: at }));
    const columns = edges.slice(1).map((to, at) => ({ from: (edges[at] ?? 0) + 5, to: to - 5 }));
    const [tree] = growTrees({
      blocks: [
        heading(40, 20, HIGH),
        heading(160, 36, HIGH),
        ...[120, 200].map((x) => heading(x, 20, LOW)),
        heading(40, 60, LOW),
      ],
      columns,
      borders,
      rules: [],
      fontSize: FONT_SIZE,
    });
    const spans = tree?.headings.map(({ blocks, first, last, level }) => [blocks.length, first, last, level]);
    expect(spans).toEqual([
      [2, 0, 1, 0],
      [1, 2, 3, 0],
      [1, 2, 2, 1],
      [1, 3, 3, 1],
    ]);
  });
});
