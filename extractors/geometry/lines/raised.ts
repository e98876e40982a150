/** Small raised figures behind a text: the marks of footnotes (853², 面积 100 m²), which are no digits of the number before them. */
import { centreY } from '../boxes.js';
import type { Glyph } from '../page.js';

/** Share of the size of the text: word processors set a raised figure at 0.58 to 0.7, browsers at 0.83 or what the page says. */
const MUCH_SMALLER = 0.84;
/** Share of the size of the text by which the middle of a raised figure stands higher; a small figure on the same base line stands lower. */
const RAISED = 0.1;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Is the character smaller than the one of the text before it, and higher? */
export function isRaised(glyph: Glyph, base: Glyph): boolean {
  return (
    glyph.fontSize <= MUCH_SMALLER * base.fontSize && centreY(base.box) - centreY(glyph.box) >= RAISED * base.fontSize
  );
}

/** A raised figure as Unicode has it; every other character as it is. */
export function spellRaised({ text }: Glyph): string {
  return /^\d$/.test(text) ? (SUPERSCRIPTS[Number(text)] ?? text) : text;
}
