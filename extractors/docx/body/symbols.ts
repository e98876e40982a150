/** Signs of symbol fonts, which stand at places of their own (ISO/IEC 29500-1, 17.3.3.30 sym). */

/** Private places F000–F0FF stand for the signs 00–FF of the font. */
const PRIVATE = 0xf000;

/** By font in lower case: characters that look the same. Tables of the fonts' own glyph names (Symbol: Adobe's encoding). */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    ...{ 0xa3: '≤', 0xb3: '≥', 0xb1: '±', 0xb4: '×', 0xb8: '÷', 0xb9: '≠', 0xbb: '≈', 0xa5: '∞', 0xb0: '°' },
    ...{ 0xb7: '•', 0x2d: '−', 0xae: '→', 0xac: '←', 0xb2: '″', 0xa2: '′', 0xe5: '∑', 0xd6: '√', 0x44: 'Δ' },
  },
  wingdings: {
    ...{ 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x75: '◆', 0x77: '◆', 0x76: '❖', 0xa7: '▪', 0xa8: '◻' },
    ...{ 0xd8: '➢', 0xe0: '→', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑', 0x9f: '•', 0xab: '★' },
  },
  'wingdings 2': { 0x50: '✓', 0x4f: '✗', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0xa3: '□', 0x98: '●', 0xa2: '■' },
};
/** ① … ⑩ and ❶ … ❿ of Wingdings. */
const CIRCLED = [
  [0x81, 0x2460],
  [0x8c, 0x2776],
] as const;

/** The character that a sign looks like; null where the font's sign is not known. */
export function symbolCharacter(font: string, hex: string): string | null {
  const code = Number.parseInt(hex, 16);
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return null;
  const sign = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  const name = font.toLowerCase();
  const circled = CIRCLED.find(([first]) => name === 'wingdings' && sign >= first && sign < first + 10);
  if (circled) return String.fromCodePoint(circled[1] + sign - circled[0]);
  const known = SIGNS[name]?.[sign];
  if (known !== undefined) return known;
  const isOrdinary = code < 0xe000 && !(name in SIGNS);
  const isAscii = name === 'symbol' && sign >= 0x20 && sign < 0x40;
  return isOrdinary || isAscii ? String.fromCodePoint(isAscii ? sign : code) : null;
}
