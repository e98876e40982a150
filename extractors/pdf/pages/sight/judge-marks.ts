/** From all marks on a page to those that the eye sees. */
import { findLastAreas } from './covered.js';
import { joinDashes } from './dashes.js';
import type { Marks, PaintedGlyph, PaintedRuling } from '../paint/marks.js';
import { mergeOverprints } from './overprint.js';
import { revealWhiteRules } from './white-rules.js';
import type { Box } from '../../../types.js';
import type { Glyph, Ruling } from '../../../geometry/page.js';

export interface SeenMarks {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** Characters kept though they are painted invisibly, because they lie on a picture. */
  readonly onScan: number;
  /** Characters kept though they are white where nothing coloured is known to lie under them. */
  readonly whiteOnWhite: number;
  /** Boxes of characters at which a clip cuts their text. */
  readonly cuts: readonly Box[];
}

/** Points that an area must reach beyond a rule on both sides to hide it: the fill of a neighbouring cell may overlap its border. */
const REACH = 1;

/** Share of the page that its pictures take at least where it is a scan; what is pasted over a number takes less. */
const SCAN_FROM = 0.5;

/**
 * Leaves out what lies under paint and what was never painted; characters printed twice are one. Text that is invisible by itself is
 * kept where it stands on a picture, and text under the pictures of a scan: it is what a machine read in the scan.
 *
 * @param pageArea in square points
 */
export function judgeMarks(marks: Marks, pageArea: number): SeenMarks {
  const glyphs = mergeOverprints(dropUnseen(dropCoveredGlyphs(marks, isScan(marks, pageArea)), marks.images));
  return {
    glyphs,
    rulings: joinDashes(revealWhiteRules(dropCoveredRulings(marks), marks), marks.dots),
    onScan: glyphs.filter(({ unseen }) => unseen).length,
    whiteOnWhite: countWhiteOnWhite(glyphs, marks),
    cuts: marks.cutTexts.places(glyphs),
  };
}

function isScan({ images }: Marks, pageArea: number): boolean {
  const pictured = images.reduce((sum, [x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0);
  return pictured >= SCAN_FROM * pageArea;
}

/** Characters under the pictures of a scan are kept as unseen ones. */
function dropCoveredGlyphs({ glyphs, areas }: Marks, onScan: boolean): readonly PaintedGlyph[] {
  const covering = areas.filter(({ covers }) => covers);
  if (covering.length === 0) return glyphs;
  const covered = findLastAreas(glyphs.map(middleOf), covering, ({ glyphsBefore }) => glyphsBefore);
  if (covered.size === 0) return glyphs;
  return glyphs.flatMap((glyph, at) => {
    const area = covered.get(at);
    if (!area) return [glyph];
    return onScan && area.isPicture ? [{ ...glyph, unseen: true }] : [];
  });
}

function dropCoveredRulings({ rulings, areas }: Marks): readonly PaintedRuling[] {
  const covering = areas.filter(({ covers }) => covers);
  if (covering.length === 0) return rulings;
  const covered = findLastAreas(rulings.map(boxToHide), covering, ({ rulingsBefore }) => rulingsBefore);
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
  const onPicture = findLastAreas(
    glyphs.map(middleOf),
    pictures.map((box) => ({ box })),
  );
  return glyphs.filter(({ unseen }, at) => !unseen || onPicture.has(at));
}

/** White characters under which the last area painted is white too, or none; a picture or shading counts as coloured. */
function countWhiteOnWhite(glyphs: readonly PaintedGlyph[], { areas }: Marks): number {
  const white = glyphs.filter((glyph) => glyph.white && !glyph.unseen);
  if (white.length === 0) return 0;
  const under = findLastAreas(white.map(middleOf), areas);
  return white.filter((_, at) => under.get(at)?.white !== false).length;
}

/** The middle of a character, as a box without extent. */
function middleOf({ box: [x0, y0, x1, y1] }: PaintedGlyph): Box {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return [x, y, x, y];
}
