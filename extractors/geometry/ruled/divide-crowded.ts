/** Divides the crowded cells of a half-ruled table by the alignment of their text; its other cells stay as the rules part them. */
import { alignRegion, type Region } from '../aligned/aligned-grid.js';
import { fillPlaces } from '../cells/cell-texts.js';
import type { Lattice } from '../rules/lattice.js';
import type { Glyph } from '../page.js';
import { indexPlaces } from '../cells/place-index.js';
import { tileLattice, type CellPlace } from '../cells/places.js';
import { isBlank } from '../lines/glyph-lines.js';
import type { TableGrid } from '../types.js';

/** Points. Lines nearer than this are one: alignment takes a rule's place where one stands. */
const SAME_LINE = 1;

/**
 * The lines of the rules and those of the alignment together; the latter part only cells in which they leave text on both sides.
 *
 * @param ruled the lattice of the rules
 * @param places its cells, with their characters
 */
export function divideCrowded(
  region: Region,
  ruled: Lattice,
  places: readonly CellPlace[],
  glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]>,
): TableGrid {
  const { lattice: aligned } = alignRegion(region);
  const xs = mergeLines(ruled.xs, aligned.xs);
  const ys = mergeLines(ruled.ys, aligned.ys);
  const divided = new Set(places.filter((place) => countTexts(glyphsOf.get(place) ?? [], aligned) > 1));
  const placeAt = indexPlaces(places);
  const ownerAt = (row: number, col: number): CellPlace | undefined => {
    const [x, y] = [middleOf(xs, col), middleOf(ys, row)];
    return placeAt(x, y);
  };
  const owners = ys.slice(1).map((_, row) => xs.slice(1).map((_x, col) => ownerAt(row, col)));
  const mixed: Lattice = {
    xs,
    ys,
    wallRight: (row, col) => {
      const owner = owners[row]?.[col];
      if (!owner || owner !== owners[row]?.[col + 1]) return true;
      const line = lineAt(aligned.xs, xs[col + 1] ?? 0);
      return divided.has(owner) && line > 0 && aligned.wallRight(stripOf(aligned.ys, middleOf(ys, row)), line - 1);
    },
    wallBelow: (row, col) => {
      const owner = owners[row]?.[col];
      if (!owner || owner !== owners[row + 1]?.[col]) return true;
      return divided.has(owner) && lineAt(aligned.ys, ys[row + 1] ?? 0) > 0;
    },
  };
  return fillPlaces(tileLattice(mixed), region.glyphs);
}

/** All lines of both, once. */
function mergeLines(ruled: readonly number[], aligned: readonly number[]): number[] {
  const [first = 0, last = 0] = [ruled[0], ruled.at(-1)];
  const added = aligned.filter((line) => line > first && line < last && lineAt(ruled, line) < 0);
  return [...ruled, ...added].toSorted((a, b) => a - b);
}

/** Index of the line at this position; -1 where there is none. */
function lineAt(lines: readonly number[], position: number): number {
  return lines.findIndex((line) => Math.abs(line - position) < SAME_LINE);
}

/** Index of the strip between two lines in which the position lies. */
function stripOf(lines: readonly number[], position: number): number {
  return lines.findLastIndex((line) => line <= position);
}

function middleOf(lines: readonly number[], strip: number): number {
  return ((lines[strip] ?? 0) + (lines[strip + 1] ?? 0)) / 2;
}

/** In how many cells of the aligned lattice the characters stand; a text that spans columns stands in one. */
function countTexts(glyphs: readonly Glyph[], { xs, ys, wallRight }: Lattice): number {
  const stands = new Set<string>();
  for (const glyph of glyphs.filter((each) => !isBlank(each))) {
    const row = stripOf(ys, (glyph.box[1] + glyph.box[3]) / 2);
    let col = stripOf(xs, (glyph.box[0] + glyph.box[2]) / 2);
    while (col > 0 && !wallRight(row, col - 1)) col -= 1;
    stands.add(`${row},${col}`);
  }
  return stands.size;
}
