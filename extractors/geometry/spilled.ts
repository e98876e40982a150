/** Text that runs over the edge of its cell: spreadsheets print a text that does not fit on into the blank cells beside it. */
import type { Box } from '../types.js';
import { centreX, centreY, widthOf } from './boxes.js';
import { groupLines, isBlank } from './glyph-lines.js';
import type { Glyph } from './page.js';
import { indexPlaces } from './place-index.js';
import type { CellPlace } from './places.js';
import { isNumeric } from './segments.js';

/** Share of the font size: characters of one text follow each other without a gap, texts of two cells have padding between. */
const WIDEST_GAP = 0.1;
/** Share of the font size by which middles of characters of one text differ, digits among Chinese characters. */
const SAME_LINE = 0.25;
/** Share of its width that a character has on both sides of the wall; texts that only fill their cells end at it. */
const ASTRIDE = 0.08;
/** Times the font size between a text and the edge at which it is aligned: padding, or one character of indent. */
const NEAR_EDGE = 1.5;
const ENDS_IN_NUMBER = /\d[\d.,]*$/;

/**
 * The characters of each place, where a text that stands astride a wall is whole in one of its cells: the one at whose left edge it begins,
 * or at whose right edge it ends, else the one that holds its middle.
 *
 * @param glyphsOf the characters by the place that holds their middle
 */
export function gatherSpilled(
  places: readonly CellPlace[],
  glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]>,
): ReadonlyMap<CellPlace, readonly Glyph[]> {
  const placeAt = indexPlaces(places);
  const owners = new Map<Glyph, CellPlace>();
  for (const run of findRuns([...glyphsOf.values()].flat())) {
    const owner = ownerOf(run, placeAt);
    if (owner) for (const glyph of run) owners.set(glyph, owner);
  }
  if (owners.size === 0) return glyphsOf;
  const gathered = new Map<CellPlace, Glyph[]>(places.map((place) => [place, []]));
  for (const [place, glyphs] of glyphsOf)
    for (const glyph of glyphs) gathered.get(owners.get(glyph) ?? place)?.push(glyph);
  return gathered;
}

/** Characters that follow each other on a line without a gap, whatever stands between. */
function findRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const upright = glyphs.filter((glyph) => glyph.angle === 0 && !glyph.vertical && !isBlank(glyph));
  return groupLines(upright).flatMap((line) => {
    const runs: Glyph[][] = [];
    for (const glyph of line.glyphs) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      if (run && before && areJoined(before, glyph)) run.push(glyph);
      else runs.push([glyph]);
    }
    return runs;
  });
}

function areJoined(a: Glyph, b: Glyph): boolean {
  const size = Math.min(a.fontSize, b.fontSize);
  return (
    Math.abs(b.box[0] - a.box[2]) <= WIDEST_GAP * size && Math.abs(centreY(a.box) - centreY(b.box)) <= SAME_LINE * size
  );
}

/** The cell of a text that stands astride a wall; null for all others, and where it may be a text and a number that touch. */
function ownerOf(run: readonly Glyph[], placeAt: (x: number, y: number) => CellPlace | undefined): CellPlace | null {
  const held = run.map(({ box }) => placeAt(centreX(box), centreY(box)));
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last || first === last) return null;
  const isAstride = run.some((glyph, at) => {
    const place = held[at];
    return place !== undefined && standsAstride(glyph.box, place.box);
  });
  if (!isAstride || isGlued(run, held)) return null;
  const [left, right] = [run[0]?.box[0] ?? 0, run.at(-1)?.box[2] ?? 0];
  const near = NEAR_EDGE * (run[0]?.fontSize ?? 0);
  const endsAtEdge = last.box[2] - right <= near;
  if (left - first.box[0] <= near && !(endsAtEdge && isNumeric(spell(run)))) return first;
  return endsAtEdge ? last : (placeAt((left + right) / 2, centreY(run[0]?.box ?? first.box)) ?? null);
}

function standsAstride(glyph: Box, place: Box): boolean {
  const least = ASTRIDE * widthOf(glyph);
  return [place[0], place[2]].some((wall) => wall - glyph[0] >= least && glyph[2] - wall >= least);
}

/** A number that touches words or another number: the whole is none, but a part in one of the cells is, or its end. */
function isGlued(run: readonly Glyph[], held: readonly (CellPlace | undefined)[]): boolean {
  const whole = spell(run);
  if (isNumeric(whole)) return false;
  if (ENDS_IN_NUMBER.test(whole)) return true;
  return [...new Set(held)].some((place) => {
    const part = run.filter((_, at) => held[at] === place);
    return part.length > 1 && isNumeric(spell(part));
  });
}

function spell(run: readonly Glyph[]): string {
  return run.map(({ text }) => text).join('');
}
