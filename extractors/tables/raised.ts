/** Small raised or lowered figures behind a text: marks of footnotes (853²), units (100 m²), which are no digits of the number before them. */

/** Share of the size of the text: word processors set a raised figure at 0.58 to 0.7, browsers at 0.83 or what the page says. */
export const MUCH_SMALLER = 0.84;

const SHIFTED = { above: '⁰¹²³⁴⁵⁶⁷⁸⁹', below: '₀₁₂₃₄₅₆₇₈₉' };

/** Where small text stands beside the line of the text before it. */
export type Shift = keyof typeof SHIFTED;

/** The figures of a shifted text as Unicode has them; every other character as it is. */
export function spellShifted(text: string, shift: Shift): string {
  return text.replace(/[0-9０-９]/g, (digit) => SHIFTED[shift][Number(digit.normalize('NFKC'))] ?? digit);
}

/** A stretch of the text of a paragraph or cell. */
export interface Part {
  readonly text: string;
  readonly shift: Shift | null;
}

/** The text of a paragraph or cell, shifted figures as Unicode has them; where all is shifted, it is plain text in an odd place. */
export function spellParts(parts: readonly Part[]): string {
  const hasLine = parts.some(({ text, shift }) => shift === null && text.trim() !== '');
  return parts.map(({ text, shift }) => (shift === null || !hasLine ? text : spellShifted(text, shift))).join('');
}
