/** What the operators of a page leave on it, in the order of painting. */
import { CutTexts } from './cut-texts.js';
import { MOST_AREAS, MOST_GLYPHS, MOST_SEGMENTS } from '../limits.js';
import type { Box } from '../../../types.js';
import type { Glyph, Ruling } from '../../../geometry/page.js';

/** A character as painted, with what is still to be found out about whether it is seen. */
export interface PaintedGlyph extends Glyph {
  /** Rendering mode 3 or 7, no opacity, or too small for any eye. */
  readonly unseen: boolean;
  readonly white: boolean;
}

/** A rule as painted. */
export interface PaintedRuling extends Ruling {
  /** true for one in white paint, which shows on colour. */
  readonly white?: boolean;
}

/** An area filled with colour; everything painted before it may lie under it. */
export interface PaintedArea {
  readonly box: Box;
  /** true where the area is the whole box, without holes, and hides what is under it. */
  readonly covers: boolean;
  readonly white: boolean;
  readonly isPicture: boolean;
  /** How much had been painted before. */
  readonly glyphsBefore: number;
  readonly rulingsBefore: number;
}

/** Collects the marks of one page, and stops at the limits. */
export class Marks {
  readonly glyphs: PaintedGlyph[] = [];
  readonly rulings: PaintedRuling[] = [];
  /** Specks of paint, each once as a level and once as an upright piece: in a row they make a dotted rule. */
  readonly dots: Ruling[] = [];
  readonly areas: PaintedArea[] = [];
  readonly images: Box[] = [];
  readonly cutTexts = new CutTexts();
  /** Characters whose font does not tell their text. */
  unmapped = 0;
  /** Characters whose text is a guess. */
  guessed = 0;
  /** Characters seen as in a mirror. */
  mirrored = 0;
  /** Curved pieces of paths; a page of text turned into outlines consists of them. */
  curves = 0;
  private segments = 0;

  /** Whether a form, group or text began and never ended, or lies too deep, or a font is broken: pdf.js leaves out what it can't read, without a word. */
  isDamaged = false;
  /** Whether the page went beyond a limit; nothing more is taken in then. */
  isFull = false;

  addGlyph(glyph: PaintedGlyph): void {
    if (this.glyphs.length >= MOST_GLYPHS) this.isFull = true;
    else this.glyphs.push(glyph);
  }

  /** Characters that were the clip of something painted are seen. */
  reveal(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const glyph = this.glyphs[at];
      if (glyph?.unseen) this.glyphs[at] = { ...glyph, unseen: false };
    }
  }

  /** Takes note of `count` more pieces of paths before they are looked at. */
  countSegments(count: number): void {
    this.segments += count;
    if (this.segments > MOST_SEGMENTS) this.isFull = true;
  }

  addRuling(ruling: PaintedRuling): void {
    this.rulings.push(ruling);
  }

  /** @param covers whether it is opaque all over */
  addPicture(box: Box, covers: boolean): void {
    this.images.push(box);
    this.addArea(box, covers, false, true);
  }

  addArea(box: Box, covers: boolean, white: boolean, isPicture = false): void {
    if (this.areas.length >= MOST_AREAS) {
      this.isFull = true;
      return;
    }
    this.areas.push({
      box,
      covers,
      white,
      isPicture,
      glyphsBefore: this.glyphs.length,
      rulingsBefore: this.rulings.length,
    });
  }
}
