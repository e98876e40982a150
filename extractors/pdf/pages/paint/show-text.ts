/** Text-showing operators (ISO 32000-1, 9.4.3 and 9.4.4): from codes and text state to characters with boxes. */
import { holdsPoint } from './clip-shape.js';
import { isWhite, NO_COLOUR, TEXT_MODE } from './graphics-state.js';
import type { Colour, GraphicsState } from './graphics-state.js';
import type { Marks } from './marks.js';
import { compose, lengthOf, mapBox } from '../matrix.js';
import type { Matrix } from '../matrix.js';
import type { FontFacts } from '../fonts/fonts.js';
import type { FontGlyph } from '../fonts/unicode.js';
import type { Glyph } from '../../../geometry/page.js';
import type { Box } from '../../../types.js';

/** Points. The smallest print that anybody reads is 3 points high; below 1 point it is a speck, put there for machines. */
const LEAST_SIZE = 1;
/** Degrees by which a line may be off a right angle and still count as upright; scanners and signatures tilt less, watermarks more. */
const MOST_TILT = 5;
/** Marks as wide as a Chinese character, of which only the first half has ink (clreq, 3.1.2). */
const CLOSING_MARK = /^[，。、；：！？）］｝」』】》〉〕〗”’]$/;

/**
 * Paints the elements of a `TJ` array: characters, and numbers that move the pen. The pen moves on even where nobody sees the text.
 *
 * @param isShown false inside hidden optional content
 */
export function showText(state: GraphicsState, elements: readonly unknown[], marks: Marks, isShown: boolean): void {
  const { font, fontSize } = state;
  // pdf.js sends no characters of a font that it can't read
  if (!font && isShown) marks.isDamaged = true;
  if (!font || fontSize === 0) return;
  const line = describeLine(state, font, isShown);
  for (const element of elements) {
    if (typeof element === 'number') movePen(state, font.vertical, (-element / 1000) * fontSize);
    else if (isFontGlyph(element)) showGlyph(state, line, element, marks);
  }
}

/** All that the characters of one operator share. */
interface LineFacts {
  readonly font: FontFacts;
  readonly toPage: Matrix;
  readonly fontSize: number;
  readonly angle: Glyph['angle'];
  readonly oblique: boolean;
  readonly bold: boolean;
  readonly isShown: boolean;
  readonly unseen: boolean;
  readonly white: boolean;
  readonly mirrored: boolean;
}

function describeLine(state: GraphicsState, font: FontFacts, isShown: boolean): LineFacts {
  const toPage = compose(state.ctm, state.textMatrix);
  const [a, b, c, d] = toPage;
  const along = Math.sign(state.fontSize * state.horizontalScale) || 1;
  const degrees = b === 0 && a * along > 0 ? 0 : (Math.atan2(b * along, a * along) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  const seenMode = state.textMode % 4;
  const filled = seenMode === TEXT_MODE.fill || seenMode === TEXT_MODE.fillAndStroke;
  const alpha = (filled ? state.fillAlpha : state.strokeAlpha) * state.groupAlpha;
  const colour = filled ? state.fillColour : state.strokeColour;
  return {
    font,
    toPage,
    fontSize: Math.abs(state.fontSize) * font.height * lengthOf(c, d),
    angle: rightAngle(quarter),
    oblique: Math.abs(degrees - quarter * 90) > MOST_TILT,
    bold: font.bold || seenMode === TEXT_MODE.fillAndStroke,
    isShown,
    unseen: isUnseen(state, alpha, colour) || isTooSmall(font, toPage, state),
    white: isWhite(colour),
    mirrored: isMirrored(state, font, toPage),
  };
}

/**
 * Whether characters are seen as in a mirror; unknown of drawn ones, and not said. Upright ones turn the sense of rotation once, since y goes up in
 * user space and down on the page.
 */
function isMirrored({ horizontalScale }: GraphicsState, font: FontFacts, [a, b, c, d]: Matrix): boolean {
  const [fontA, fontB, fontC, fontD] = font.matrix;
  if (font.drawn) return false;
  return (a * d - b * c) * (fontA * fontD - fontB * fontC) * horizontalScale > 0;
}

function isUnseen({ textMode }: GraphicsState, alpha: number, colour: Colour): boolean {
  return textMode === TEXT_MODE.invisible || textMode === TEXT_MODE.onlyClip || alpha === 0 || colour === NO_COLOUR;
}

/** Whether characters are too low or too narrow to be seen. The size of a Type 3 font says nothing of its characters (9.6.5). */
function isTooSmall(font: FontFacts, [a, b, c, d]: Matrix, state: GraphicsState): boolean {
  if (font.drawn) return false;
  const size = Math.abs(state.fontSize);
  const narrow = size * Math.abs(state.horizontalScale) * lengthOf(a, b);
  return Math.min(narrow, size * lengthOf(c, d)) < LEAST_SIZE * state.shrink;
}

function rightAngle(quarter: number): Glyph['angle'] {
  const turns: readonly Glyph['angle'][] = [0, 90, 180, 270];
  return turns[((quarter % 4) + 4) % 4] ?? 0;
}

function showGlyph(state: GraphicsState, line: LineFacts, glyph: FontGlyph, marks: Marks): void {
  const box = glyphBox(state, line, glyph);
  const text = line.font.textOf(glyph);
  const ink = hasHalfInk(line, text) ? firstHalf(state, line, glyph) : box;
  const inside = isInside(ink, state);
  if (line.isShown && !line.unseen && !line.oblique) {
    marks.cutTexts.follow({
      text: text ?? '\ufffd',
      box: ink,
      fontSize: line.fontSize,
      runsDown: (line.angle % 180 !== 0) !== line.font.vertical,
      clip: state.clip,
      isInside: inside,
    });
  }
  if (line.isShown && inside) {
    if (text === null && !line.font.pictorial && !line.unseen) marks.unmapped += 1;
    if (text !== null && line.font.guessed && !line.unseen) marks.guessed += 1;
    if (line.mirrored && text !== ' ' && !line.unseen) marks.mirrored += 1;
    const painted = {
      text: text ?? '\ufffd',
      box,
      fontSize: line.fontSize,
      angle: line.angle,
      vertical: line.font.vertical,
      font: line.font.id,
      bold: line.bold,
      unseen: line.unseen,
      white: line.white,
    };
    marks.addGlyph(line.oblique ? { ...painted, oblique: true } : painted);
  }
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const advance = line.font.vertical ? verticalMetrics(line.font, glyph)[0] : glyph.width;
  movePen(state, line.font.vertical, advance * line.font.matrix[0] * state.fontSize + spacing);
}

/** The advance cell of the character: its width, and the height of the font. */
function glyphBox(state: GraphicsState, line: LineFacts, glyph: FontGlyph): Box {
  const { font, toPage } = line;
  const unit = font.matrix[0] * state.fontSize;
  const y = state.penY + state.rise;
  if (font.vertical) {
    const [down, vx] = verticalMetrics(font, glyph);
    const x0 = state.penX - vx * unit * state.horizontalScale;
    return mapBox(toPage, x0, y + down * unit, x0 + glyph.width * unit * state.horizontalScale, y);
  }
  const x1 = state.penX + glyph.width * unit * state.horizontalScale;
  return mapBox(toPage, state.penX, y + font.descent * state.fontSize, x1, y + font.ascent * state.fontSize);
}

/** The second half of a closing mark's cell is blank, and a line of justified text ends with it beyond the margin. */
function hasHalfInk({ font }: LineFacts, text: string | null): boolean {
  return text !== null && !font.vertical && CLOSING_MARK.test(text);
}

function firstHalf(state: GraphicsState, line: LineFacts, glyph: FontGlyph): Box {
  return glyphBox(state, line, { ...glyph, width: glyph.width / 2 });
}

/** w1y and vx: how far down the next character stands, and how far left of the pen this one begins (9.7.4.3). */
function verticalMetrics(font: FontFacts, glyph: FontGlyph): [down: number, vx: number] {
  if (glyph.vmetric) return [glyph.vmetric[0] ?? -1000, glyph.vmetric[1] ?? glyph.width / 2];
  return [font.verticalMetrics[0] ?? -1000, glyph.width / 2];
}

function movePen(state: GraphicsState, isVertical: boolean, distance: number): void {
  if (isVertical) state.penY += distance;
  else state.penX += distance * state.horizontalScale;
}

/** Whether the middle of a character is in the clip: of one that the clip cuts, the eye reads what shows more than half. */
function isInside(box: Box, { clip, clipShapes }: GraphicsState): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  const isInBox = x >= clip[0] && x <= clip[2] && y >= clip[1] && y <= clip[3];
  return isInBox && clipShapes.every((shape) => holdsPoint(shape, x, y));
}

function isFontGlyph(element: unknown): element is FontGlyph {
  return (
    typeof element === 'object' &&
    element !== null &&
    'unicode' in element &&
    typeof element.unicode === 'string' &&
    'width' in element &&
    typeof element.width === 'number'
  );
}
