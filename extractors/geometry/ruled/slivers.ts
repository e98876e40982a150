/** Lines of a lattice that only make a strip too narrow for text: doubled frames, insets of shading. */
import { centreX, centreY, heightOf, widthOf } from '../boxes.js';
import { latticeOf, type Lattice } from '../rules/lattice.js';
import type { Network } from '../rules/networks.js';
import type { Glyph } from '../page.js';
import { indexPlaces } from '../cells/place-index.js';
import { tileLattice } from '../cells/places.js';

/** Times the text height: a column narrower than this has no room for one character and the space around it. */
const NARROWEST_BLANK_COLUMN = 1.2;
/** Times the text height: no line of text fits in a row lower than this. */
const LOWEST_BLANK_ROW = 0.9;

/**
 * The lattice without narrow strips in which no cell of their own width has text: each is given to the neighbour before it, the first to
 * the one after.
 *
 * @param textHeight points
 */
export function closeBlankStrips(
  lattice: Lattice,
  network: Network,
  glyphs: readonly Glyph[],
  textHeight: number,
): Lattice {
  const widest = NARROWEST_BLANK_COLUMN * textHeight;
  const highest = LOWEST_BLANK_ROW * textHeight;
  if (!hasStrip(lattice.xs, widest) && !hasStrip(lattice.ys, highest)) return lattice;
  const narrow = tileLattice(lattice).filter(({ box }) => widthOf(box) < widest || heightOf(box) < highest);
  const placeAt = indexPlaces(narrow);
  const holding = new Set(glyphs.map(({ box }) => placeAt(centreX(box), centreY(box))));
  const filled = narrow.filter((place) => holding.has(place)).map(({ box }) => box);
  const xs = withoutStrips(lattice.xs, widest, (from) =>
    filled.some((box) => box[0] === from && widthOf(box) < widest),
  );
  const ys = withoutStrips(lattice.ys, highest, (from) =>
    filled.some((box) => box[1] === from && heightOf(box) < highest),
  );
  return latticeOf(xs, ys, network);
}

function hasStrip(lines: readonly number[], widest: number): boolean {
  return lines.slice(1).some((line, at) => line - (lines[at] ?? line) < widest);
}

function withoutStrips(lines: readonly number[], widest: number, isFilled: (from: number) => boolean): number[] {
  const dropped = new Set<number>();
  lines.slice(1, -1).forEach((line, at) => {
    const [before = line, after = line] = [lines[at], lines[at + 2]];
    const isFirst = at === 0 && line - before < widest && !isFilled(before);
    if (isFirst || (after - line < widest && !isFilled(line))) dropped.add(at + 1);
  });
  return lines.filter((_, at) => !dropped.has(at));
}
