/** From all marks on a page to those that the eye sees. */
import { findLastAreas } from './covered.js';
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
  /** Boxes of characters at which a clip cuts their text. */
  readonly cuts: readonly Box[];
}

/** Points that an area must reach beyond a rule on both sides to hide it: the fill of a neighbouring cell may overlap its border. */
const REACH = 1;

/**
 * Leaves out what lies under paint and what was never painted; characters printed twice are one. Text that is invisible by itself is
 * kept where it stands on a picture: it is what a machine read in the scan.
 */
export function judgeMarks(marks: Marks): SeenMarks {
  const glyphs = mergeOverprints(dropUnseen(dropCoveredGlyphs(marks), marks.images));
  return {
    glyphs,
    rulings: joinDashes(dropCoveredRulings(marks), marks.dots),
    onScan: glyphs.filter(({ unseen }) => unseen).length,
    whiteOnWhite: countWhiteOnWhite(glyphs, marks),
    cuts: marks.cutTexts.places(glyphs),
  };
}

function dropCoveredGlyphs({ glyphs, areas }: Marks): readonly PaintedGlyph[] {
  const covering = areas.filter(({ covers }) => covers);
  if (covering.length === 0) return glyphs;
  const covered = findLastAreas(glyphs.map(middleOf), covering, ({ glyphsBefore }) => glyphsBefore);
  return glyphs.filter((_, at) => !covered.has(at));
}

function dropCoveredRulings({ rulings, areas }: Marks): readonly Ruling[] {
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
