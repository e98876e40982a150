/** Text that runs over the edge of its cell: what does not fit is printed on, over blank cells or over the text that stands there. */
import type { Box } from '../../types.js';
import { centreX, centreY, median } from '../boxes.js';
import { isBlank } from '../lines/glyph-lines.js';
import type { Glyph } from '../page.js';
import { indexPlaces } from '../cells/place-index.js';
import type { CellPlace } from '../cells/places.js';
import { isNumeric } from '../lines/segments.js';

/** Share of the font size: characters of one text follow each other without a gap, texts of two cells have padding between. */
const WIDEST_GAP = 0.1;
/** Share of the font size by which middles of characters of one text differ, digits among Chinese characters. */
const SAME_LINE = 0.25;
/** Share of its width that a character has on both sides of the wall; texts that only fill their cells end at it. */
const ASTRIDE = 0.08;
/** Share of the font size by which a gap differs where another text begins: the pen goes on by the widths of the font, rounded. */
const ODD_GAP = 0.03;
/** Times the font size between a text and the edge at which it is aligned: padding, or one character of indent. */
const NEAR_EDGE = 1.5;
/** Words and an amount (not a year, a number of stages) that touch, and two amounts that touch. */
const WORDS_AND_AMOUNT = /^(.*[^\d.,+-])([+-]?\d[\d,]*\.\d+|[+-]?\d{1,3}(?:,\d{3})+)$/su;
const TWO_AMOUNTS = /^([+-]?[\d,]+\.\d\d)([+-]?[\d,]+\.\d\d)$/;

type PlaceAt = (x: number, y: number) => CellPlace | undefined;

/** Characters painted one after the other, each where the one before ends; the place that holds the middle of each. */
interface Run {
  readonly glyphs: readonly Glyph[];
  readonly held: readonly (CellPlace | undefined)[];
}

/**
 * The characters of each place: those whose middle it holds, but for a text that stands astride a wall. It is whole in one of its cells: the one
 * at whose left edge it begins, or at whose right edge it ends, else the one that holds its middle. Texts that touch or overlap are told apart
 * by the order in which they are painted.
 *
 * @param glyphs in painting order; characters outside all places are in none
 */
export function sortWithSpilled(
  places: readonly CellPlace[],
  glyphs: readonly Glyph[],
): ReadonlyMap<CellPlace, readonly Glyph[]> {
  const placeAt = indexPlaces(places);
  const sorted = new Map<CellPlace, Glyph[]>(places.map((place) => [place, []]));
  for (const run of findRuns(glyphs, placeAt)) {
    const owners = ownersOf(run, placeAt);
    run.glyphs.forEach((glyph, at) => {
      const owner = owners?.[at] ?? run.held[at];
      if (owner) sorted.get(owner)?.push(glyph);
    });
  }
  return sorted;
}

function findRuns(glyphs: readonly Glyph[], placeAt: PlaceAt): Run[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && areJoined(before, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((run) => ({
    glyphs: run,
    held: run.map(({ box }) => placeAt(centreX(box), centreY(box))),
  }));
}

function areJoined(a: Glyph, b: Glyph): boolean {
  if ([a, b].some(({ angle, vertical }) => angle !== 0 || vertical)) return false;
  const size = Math.min(a.fontSize, b.fontSize);
  return (
    Math.abs(b.box[0] - a.box[2]) <= WIDEST_GAP * size && Math.abs(centreY(a.box) - centreY(b.box)) <= SAME_LINE * size
  );
}

/** The cell of each character of a text that stands astride a wall; null for all other texts. */
function ownersOf(run: Run, placeAt: PlaceAt): readonly CellPlace[] | null {
  const [first, last] = [run.held[0], run.held.at(-1)];
  if (!first || !last || first === last || !standsAstride(run)) return null;
  const part = partGlued(run, last);
  if (part !== null) return run.glyphs.map((_, at) => (at < part ? first : last));
  const owner = ownerOf(run.glyphs, first, last, placeAt);
  return owner && run.glyphs.map(() => owner);
}

function ownerOf(glyphs: readonly Glyph[], first: CellPlace, last: CellPlace, placeAt: PlaceAt): CellPlace | null {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const [left, right] = [inked[0]?.box[0] ?? 0, inked.at(-1)?.box[2] ?? 0];
  const near = NEAR_EDGE * (inked[0]?.fontSize ?? 0);
  const endsAtEdge = last.box[2] - right <= near;
  if (left - first.box[0] <= near && !(endsAtEdge && isNumeric(spell(inked)))) return first;
  return endsAtEdge ? last : (placeAt((left + right) / 2, centreY(inked[0]?.box ?? first.box)) ?? null);
}

function standsAstride({ glyphs, held }: Run): boolean {
  return glyphs.some((glyph, at) => {
    const place = held[at];
    return place !== undefined && !isBlank(glyph) && isAstride(glyph.box, place.box);
  });
}

function isAstride(glyph: Box, place: Box): boolean {
  const least = ASTRIDE * (glyph[2] - glyph[0]);
  return [place[0], place[2]].some((wall) => wall - glyph[0] >= least && glyph[2] - wall >= least);
}

/**
 * Where an amount of the last cell begins that touches the text before it; null where all is one text. Where the digits of both can't be told
 * apart all belongs to the last cell, in which it is no number.
 */
function partGlued(run: Run, last: CellPlace): number | null {
  const odd = findOddGap(run.glyphs);
  if (odd !== null) return odd;
  const words = endOf(run.glyphs, WORDS_AND_AMOUNT);
  if (words !== null) return run.held[words] === last ? words : 0;
  return endOf(run.glyphs, TWO_AMOUNTS);
}

/** The one character before which the gap is another than between all others, and from which on there is a number. */
function findOddGap(glyphs: readonly Glyph[]): number | null {
  const gaps = glyphs.slice(1).map((glyph, at) => glyph.box[0] - (glyphs[at]?.box[2] ?? 0));
  const usual = median(gaps);
  const odd = gaps.flatMap((gap, at) =>
    Math.abs(gap - usual) > ODD_GAP * (glyphs[at]?.fontSize ?? 0) ? [at + 1] : [],
  );
  const [only, ...others] = odd;
  return only !== undefined && others.length === 0 && isNumeric(spell(glyphs.slice(only))) ? only : null;
}

/** Where the first part of the pattern ends. */
function endOf(glyphs: readonly Glyph[], pattern: RegExp): number | null {
  const front = pattern.exec(spell(glyphs))?.[1];
  if (front === undefined) return null;
  let length = 0;
  const at = glyphs.findIndex(({ text }) => (length += text.length) >= front.length);
  return length === front.length ? at + 1 : null;
}

function spell(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}
