/** Numbers that are looked for: with or without separators, zeros and signs. */

const NUMERAL = /\d[\d,，]*(?:\.\d+)?/g;

/** Whole number and decimals, as they are compared. @param {string} text */
function canonical(text) {
  const [whole = '', places = ''] = text.replace(/[^\d.]/g, '').split('.');
  const decimals = places.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${decimals && `.${decimals}`}`;
}

/** The numbers that stand in texts, each also without its decimals. @param {readonly (string | null | undefined)[]} texts @returns {ReadonlySet<string>} */
export function numeralsOf(texts) {
  const found = texts.flatMap((text) => text?.match(NUMERAL) ?? []).map(canonical);
  return new Set(found.flatMap((numeral) => [numeral, numeral.replace(/\..*/, '')]));
}

/** The number that a word is; null where it is none. @param {string} word */
export function asNumeral(word) {
  return /^[-−+]?\d[\d,，]*(?:\.\d*)?[%％]?$/.test(word) ? canonical(word) : null;
}
