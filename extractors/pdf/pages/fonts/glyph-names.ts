/**
 * What the names of glyphs tell of their text where a simple font has no ToUnicode map. pdf.js reads names then (ISO 32000-1, 9.10.2), and
 * where names tell nothing it makes up letters, digits among them.
 */

/** Names that only number their glyphs, by which pdf.js takes the number for a code of Unicode: G41, g0041, c65. */
const NUMBERED = /^(?:G[0-9A-F]{2}|g[0-9A-F]{4}|[Cc][0-9A-F]{2,3})$/i;
/** Codes below are control characters: names that number them count glyphs. */
const FIRST_PRINTED = 0x20;

/** Whether the text that pdf.js gives to a code is invented. */
export type IsInvented = (code: number, text: string) => boolean;

/**
 * In the drawings of a Type 3 font a name of one letter is as good as any; numbers in names are trusted where they number codes, and each
 * is its own.
 */
export function findInvented(font: object): IsInvented {
  const names = namesIn(font, 'differences');
  if (names.size === 0 || !isReadFromNames(font, names)) return () => false;
  const isDrawn = Reflect.get(font, 'type') === 'Type3';
  const countsGlyphs = [...names].some(([code, name]) => code < FIRST_PRINTED && NUMBERED.test(name));
  return (code, text) => {
    const name = names.get(code) ?? '';
    const isOwn = text === String.fromCodePoint(code);
    if (isDrawn && name.length === 1) return !isOwn;
    return NUMBERED.test(name) && (countsGlyphs || !isOwn);
  };
}

/**
 * Whether the codes of a font are read as those of a Macintosh for want of anything better: an embedded TrueType font that calls itself
 * symbolic, which has no standard encoding (9.6.6.4).
 */
export function isGuessed(font: object): boolean {
  const names = namesIn(font, 'differences');
  const isTrueType = Reflect.get(font, 'type') === 'TrueType' && Reflect.get(font, 'missingFile') !== true;
  return isTrueType && Reflect.get(font, 'isSymbolicFont') === true && names.size === 0 && isReadFromNames(font, names);
}

/**
 * What pdf.js makes of names has a text for all codes of the standard encoding, the used and the unused, and for numbered glyphs their numbers;
 * no ToUnicode map of a document does both.
 */
function isReadFromNames(font: object, differences: ReadonlyMap<number, string>): boolean {
  const sent: unknown = Reflect.get(font, 'toUnicode');
  const map: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, '_map') : null;
  const standard = namesIn(font, 'defaultEncoding');
  if (!Array.isArray(map) || standard.size === 0) return false;
  const isNamed = [...standard.keys()].every(
    (code) => code < FIRST_PRINTED || code > 0x7e || differences.has(code) || map[code] !== undefined,
  );
  return isNamed && [...differences].every(([code, name]) => !NUMBERED.test(name) || isItsNumber(name, map[code]));
}

/** Numbers after G and g are hexadecimal, those after c decimal where they can be; pdf.js gives no text to 0. */
function isItsNumber(name: string, text: unknown): boolean {
  const digits = name.slice(1);
  const numbers = [Number.parseInt(digits, 16), ...(/^c/i.test(name) ? [Number(digits)] : [])];
  return numbers.some((number) => (number > 0 ? text === String.fromCodePoint(number) : text === undefined));
}

/** The glyph names of an encoding, by code. */
function namesIn(font: object, key: string): ReadonlyMap<number, string> {
  const encoding: unknown = Reflect.get(font, key);
  const names = new Map<number, string>();
  if (typeof encoding !== 'object' || encoding === null) return names;
  for (const [code, name] of Object.entries(encoding)) {
    if (typeof name === 'string' && name !== '') names.set(Number(code), name);
  }
  return names;
}
