/** Which characters of a line are raised. */
import { MUCH_SMALLER } from '../../tables/raised.js';
import { centreY } from '../boxes.js';
import type { Glyph } from '../page.js';

/** Share of the size of the text by which the middle of a raised figure stands higher; a small figure on the same base line stands lower. */
const RAISED = 0.1;

/** Is the character smaller than the one of the text before it, and higher? */
export function isRaised(glyph: Glyph, base: Glyph): boolean {
  return (
    glyph.fontSize <= MUCH_SMALLER * base.fontSize && centreY(base.box) - centreY(glyph.box) >= RAISED * base.fontSize
  );
}
