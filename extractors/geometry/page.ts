/** What stands on a page: characters and rules, whichever engine read them. */
import type { Box, Diagnostic } from '../types.js';

/** One character (or ligature) as it is painted. */
export interface Glyph {
  /** Unicode text; `\ufffd` where the font does not tell. */
  readonly text: string;
  /** Points from the top-left of the page as displayed, crop and rotation applied. */
  readonly box: Box;
  /** Height of the font in points as displayed. */
  readonly fontSize: number;
  /** Clockwise angle in degrees in which the character's line runs on the displayed page; 0 for upright text. */
  readonly angle: 0 | 90 | 180 | 270;
  /** true where the font writes from top to bottom (ISO 32000-1, 9.7.4.3: WMode 1). */
  readonly vertical: boolean;
  /** true where the line runs at no right angle (a watermark); `angle` is then the nearest one. */
  readonly oblique?: boolean;
  /** Name of the font within the document. */
  readonly font: string;
  readonly bold: boolean;
}

/** A straight rule, from a stroked path, the border of a rectangle or a thin filled rectangle. */
export interface Ruling {
  readonly orientation: 'h' | 'v';
  /** The coordinate across the rule: y of a horizontal one, x of a vertical one, at its middle. Points. */
  readonly position: number;
  /** First and last coordinate along the rule, `from` < `to`. Points. */
  readonly from: number;
  readonly to: number;
  /** Points. */
  readonly thickness: number;
  /** false for a white or unpainted one: it divides cells but nobody sees it. */
  readonly visible: boolean;
  /** true for the edge of a filled area, where colours meet and no line is drawn; its thickness is 0. */
  readonly fillEdge?: boolean;
}

/** A page as displayed: `width` × `height` points after rotation and crop. */
export interface PageContent {
  /** From 1. */
  readonly pageNo: number;
  readonly width: number;
  readonly height: number;
  /** The page's own rotation, clockwise degrees; already applied to everything here. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** In the order in which they are painted. */
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** Where pictures stand (scans, seals, logos). */
  readonly images: readonly Box[];
  /** Boxes of the characters at which a text goes on unseen: its place or the page is too small for it. */
  readonly cuts?: readonly Box[];
  readonly diagnostics: readonly Diagnostic[];
}
