/** The graphics state (ISO 32000-1, 8.4) as far as it decides what stands where and whether anybody sees it. */
import type { ClipShape } from './clip-shape.js';
import type { FontFacts } from '../fonts/fonts.js';
import type { Matrix } from '../matrix.js';
import { IDENTITY } from '../matrix.js';
import type { Box } from '../../../types.js';

/** `#rrggbb`, or `NO_COLOUR`; null for a pattern, whose colours are not looked at. */
export type Colour = string | null;

/** What pdf.js paints with where the colour space is broken: nothing. */
export const NO_COLOUR = 'transparent';

/** Text rendering modes (ISO 32000-1, table 106). */
export const TEXT_MODE = { fill: 0, fillAndStroke: 2, invisible: 3, firstClip: 4, onlyClip: 7 };

/** One level of the stack that `q` and `Q` work on. Plain fields, because a page saves and restores it thousands of times. */
export class GraphicsState {
  /** From user space to the displayed page. */
  ctm: Matrix;
  /** The visible part of the page: bounding boxes of all clip paths, intersected. */
  clip: Box;
  /** Clip paths that are no boxes; text is held against them too. */
  clipShapes: readonly ClipShape[] = [];
  /** The characters that are the clip (rendering modes 4 to 7), by their numbers in the marks; what is painted shows in their shape only. */
  textClip: readonly [from: number, to: number] | null = null;
  fillColour: Colour = '#000000';
  strokeColour: Colour = '#000000';
  fillAlpha = 1;
  strokeAlpha = 1;
  lineWidth = 1;
  /** Under another blend mode or a soft mask, what is painted hides nothing for certain. */
  normalBlend = true;
  unmasked = true;
  /** Opacity of the transparency groups around. */
  groupAlpha = 1;
  groupPlain = true;

  font: FontFacts | null = null;
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  /** 1 for 100 %. */
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  textMode = TEXT_MODE.fill;
  textMatrix: Matrix = IDENTITY;
  /** Start of the line and pen, both in the space of `textMatrix`. */
  lineX = 0;
  lineY = 0;
  penX = 0;
  penY = 0;

  /**
   * @param ctm from user space to the page
   * @param clip the page
   * @param shrink 1, or less where the page is shown smaller than it says
   */
  constructor(
    ctm: Matrix,
    clip: Box,
    readonly shrink = 1,
  ) {
    this.ctm = ctm;
    this.clip = clip;
  }

  clone(): GraphicsState {
    return Object.assign(new GraphicsState(this.ctm, this.clip, this.shrink), this);
  }

  /** Whether a fill of now hides what is under it. */
  get fillsOpaquely(): boolean {
    return this.hides && this.fillColour !== null && this.fillColour !== NO_COLOUR;
  }

  /** Whether nothing shines through what is filled or pictured now. */
  get hides(): boolean {
    return this.fillAlpha === 1 && this.groupAlpha === 1 && this.isPlain && this.groupPlain;
  }

  get isPlain(): boolean {
    return this.normalBlend && this.unmasked;
  }
}

/** Whether paint of this colour and opacity shows on white paper. */
export function isVisible(colour: Colour, alpha: number): boolean {
  return alpha > 0 && colour !== NO_COLOUR && !isWhite(colour);
}

/** Channel value, of 255, from which paper and paint can't be told apart. */
const WHITE_FROM = 250;

/** Whether a colour is white to the eye. */
export function isWhite(colour: Colour): boolean {
  if (colour === null || colour.length !== 7) return false;
  const value = Number.parseInt(colour.slice(1), 16);
  return value >> 16 >= WHITE_FROM && ((value >> 8) & 255) >= WHITE_FROM && (value & 255) >= WHITE_FROM;
}
