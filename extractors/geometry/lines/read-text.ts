/** The text of one cell: its characters in the order in which they are read. */
import type { Box } from '../../types.js';
import { centreX, centreY } from '../boxes.js';
import { groupLines, isBlank, isIdeographic, spellLine, type GlyphLine } from './glyph-lines.js';
import type { Glyph } from '../page.js';
import { partPrintedOver } from './printed-over.js';

/** Which way the lines of a text run: along the page's rows, turned, or from top to bottom with upright characters. */
type Direction = 0 | 90 | 180 | 270 | 'down';

/** Share of steps from character to character that must go straight down for text to be written downwards. */
const MOSTLY_DOWN = 0.6;
/** Share of the font size by which characters of one column of vertical writing may stand beside each other. */
const SAME_COLUMN = 0.3;
/** Times the font size: the farthest step down from one character to the next. */
const STEP_DOWN = 2.2;

const ONE_CHARACTER = /^.$/u;

/** Lines of a cell in the order they are read, in a frame of their own in which each runs from left to right. */
export interface ReadText {
  readonly text: string;
  readonly lines: readonly GlyphLine[];
  /** The words of each line. */
  readonly texts: readonly string[];
  readonly direction: Direction;
}

/**
 * Reads the characters of a cell. Headings written one character a line, in a vertical font, or turned come out as they are read, the stacked
 * ones on one line; every other line end stays as `\n`, and so do texts printed on each other.
 *
 * @param glyphs in painting order, which tells how stacked characters were meant
 */
export function readGlyphs(glyphs: readonly Glyph[]): ReadText {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const direction = directionOf(inked);
  const upright = direction === 0 ? glyphs : glyphs.map((glyph) => ({ ...glyph, box: turnBox(glyph.box, direction) }));
  const lines = groupLines(upright).flatMap((line) => partPrintedOver(line, upright));
  const texts = lines.map(direction === 'down' ? spellColumn : spellLine);
  return { text: texts.join(isStacked(texts) || direction === 'down' ? '' : '\n'), lines, texts, direction };
}

/** Characters below each other, whatever stands between: the pitch of vertical writing is wide. */
function spellColumn(line: GlyphLine): string {
  return line.glyphs.map((glyph) => glyph.text.trim()).join('');
}

/** One Chinese character on each line: a heading in a cell one character wide. */
function isStacked(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text) => ONE_CHARACTER.test(text)) && texts.some(isIdeographic);
}

function directionOf(glyphs: readonly Glyph[]): Direction {
  const angles = new Map<Direction, number>();
  for (const { angle, vertical } of glyphs) {
    const direction = vertical ? 'down' : angle;
    angles.set(direction, (angles.get(direction) ?? 0) + 1);
  }
  const [most = 0] = [...angles].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return most === 0 && isWrittenDown(glyphs) ? 'down' : most;
}

/** Upright characters painted one below the other, in more than one column. */
function isWrittenDown(glyphs: readonly Glyph[]): boolean {
  if (glyphs.length < 4 || !glyphs.every((glyph) => isIdeographic(glyph.text))) return false;
  const down = glyphs.slice(1).filter((glyph, at) => {
    const before = glyphs[at];
    if (!before) return false;
    const step = centreY(glyph.box) - centreY(before.box);
    return (
      Math.abs(centreX(glyph.box) - centreX(before.box)) <= SAME_COLUMN * glyph.fontSize &&
      step > 0 &&
      step <= STEP_DOWN * glyph.fontSize
    );
  });
  return down.length >= MOSTLY_DOWN * (glyphs.length - 1);
}

/** The box in the frame in which its line runs from left to right and the next line follows below. */
export function turnBox([x0, y0, x1, y1]: Box, direction: Direction): Box {
  switch (direction) {
    case 0:
      return [x0, y0, x1, y1];
    case 90:
    case 'down':
      return [y0, -x1, y1, -x0];
    case 180:
      return [-x1, -y1, -x0, -y0];
    case 270:
      return [-y1, x0, -y0, x1];
  }
}
