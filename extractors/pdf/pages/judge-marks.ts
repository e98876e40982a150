/** From all marks on a page to those that the eye sees. */
import { findCovered } from './covered.js';
import { joinDashes } from './dashes.js';
import type { Marks, PaintedGlyph } from './marks.js';
import { mergeOverprints } from './overprint.js';
import type { Box } from '../../types.js';
import type { Glyph, Ruling } from '../../geometry/page.js';

export interface SeenMarks {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** Characters kept though they are painted invisibly, because they lie on a picture. */
  readonly onScan: number;
  /** Characters kept though they are white where nothing coloured is known to lie under them. */
  readonly whiteOnWhite: number;
}

/** Points that an area must reach beyond a rule on both sides to hide it: the fill of a neighbouring cell may overlap its border. */
const REACH = 1;

/**
 * Leaves out what lies under paint and what was never painted; characters printed twice are one. Text that is invisible by itself is
 * kept where it stands on a picture: it is what a machine read in the scan.
 */
export function judgeMarks(marks: Marks): SeenMarks {
  const seen = dropUnseen(dropCoveredGlyphs(marks), marks.images);
  const glyphs = mergeOverprints(seen);
  return {
    glyphs: glyphs.map(publish),
    rulings: joinDashes(dropCoveredRulings(marks), marks.dots),
    onScan: glyphs.filter(({ unseen }) => unseen).length,
    whiteOnWhite: glyphs.filter((glyph) => glyph.white && !glyph.unseen && !isOnColour(glyph, marks)).length,
  };
}

function dropCoveredGlyphs({ glyphs, areas }: Marks): readonly PaintedGlyph[] {
  const later = areas.filter(({ covers, glyphsBefore }) => covers && glyphsBefore > 0);
  if (later.length === 0) return glyphs;
  const middles = glyphs.map(({ box }): Box => [...middleOf(box), ...middleOf(box)]);
  const covered = findCovered(middles, later, ({ glyphsBefore }) => glyphsBefore);
  return glyphs.filter((_, at) => !covered.has(at));
}

function dropCoveredRulings({ rulings, areas }: Marks): readonly Ruling[] {
  const later = areas.filter(({ covers, rulingsBefore }) => covers && rulingsBefore > 0);
  if (later.length === 0) return rulings;
  const covered = findCovered(rulings.map(boxToHide), later, ({ rulingsBefore }) => rulingsBefore);
  return rulings.filter((_, at) => !covered.has(at));
}

/** The box that must be covered for a rule to be gone: with some paper on both sides, but not to the very ends. */
function boxToHide({ orientation, position, from, to }: Ruling): Box {
  const inset = Math.min(REACH, (to - from) / 2);
  return orientation === 'h'
    ? [from + inset, position - REACH, to - inset, position + REACH]
    : [position - REACH, from + inset, position + REACH, to - inset];
}

function dropUnseen(glyphs: readonly PaintedGlyph[], pictures: readonly Box[]): readonly PaintedGlyph[] {
  if (!glyphs.some(({ unseen }) => unseen)) return glyphs;
  return glyphs.filter(({ unseen, box }) => !unseen || pictures.some((picture) => holds(picture, middleOf(box))));
}

/** Whether the last area painted under a character is coloured; a picture or shading counts as coloured. */
function isOnColour({ box }: PaintedGlyph, { areas }: Marks): boolean {
  const middle = middleOf(box);
  const under = areas.findLast((area) => holds(area.box, middle));
  return under !== undefined && !under.white;
}

function middleOf([x0, y0, x1, y1]: Box): [x: number, y: number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

function holds([x0, y0, x1, y1]: Box, [x, y]: readonly [number, number]): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function publish({ text, box, fontSize, angle, vertical, oblique, font, bold }: PaintedGlyph): Glyph {
  const glyph = { text, box, fontSize, angle, vertical, font, bold };
  return oblique ? { ...glyph, oblique } : glyph;
}
