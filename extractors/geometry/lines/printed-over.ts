/** Two texts printed at the same place: sorted along the line their characters would make up one that nobody wrote. */
import { sharedLength, widthOf } from '../boxes.js';
import { isBlank, lineOf, type GlyphLine } from './glyph-lines.js';
import type { Glyph } from '../page.js';

/** Share of the narrower character: squeezed marks overlap by half of their width, slanted letters less. */
const OVERPRINTED = 0.55;

/**
 * The line, or where characters of it stand on each other the texts in it, each whole, in painting order.
 *
 * @param painted all characters of the cell, in painting order
 */
export function partPrintedOver(line: GlyphLine, painted: readonly Glyph[]): readonly GlyphLine[] {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  if (!inked.some((glyph, at) => overlap(inked[at - 1], glyph))) return [line];
  const own = new Set(line.glyphs);
  const texts: Glyph[][] = [];
  for (const glyph of painted.filter((each) => own.has(each))) {
    const text = texts.at(-1);
    if (text && !goesBack(text.at(-1), glyph)) text.push(glyph);
    else texts.push([glyph]);
  }
  return texts.flatMap((text) => lineOf(text) ?? []);
}

function overlap(before: Glyph | undefined, glyph: Glyph): boolean {
  if (!before) return false;
  const shared = sharedLength(before.box[0], before.box[2], glyph.box[0], glyph.box[2]);
  return shared > OVERPRINTED * Math.min(widthOf(before.box), widthOf(glyph.box));
}

/** Does the pen go back to the left of where the character before ends? */
function goesBack(before: Glyph | undefined, glyph: Glyph): boolean {
  return before !== undefined && glyph.box[0] < before.box[0] + (1 - OVERPRINTED) * widthOf(before.box);
}
