/** JSON without the one change that parsing it makes unasked. */

/** Digits that every number of the language keeps (IEEE 754 double precision). */
const KEPT_DIGITS = 15;
/** Texts, so that digits in them are passed over, and numbers. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What the text says, where a number that would lose digits, or be beyond all numbers, is a text as it is written. @throws SyntaxError for what is no JSON */
export function parseExactJson(text: string): unknown {
  // First as it is: what is no JSON may have quotes that nothing closes, and be searched for their ends over and over.
  const parsed: unknown = JSON.parse(text);
  const exact = text.replace(TEXT_OR_NUMBER, (token) => (isKept(token) ? token : `"${token}"`));
  return exact === text ? parsed : JSON.parse(exact);
}

function isKept(token: string): boolean {
  if (token.startsWith('"')) return true;
  const digits = token.replace(/[eE].*/, '').replace(/^-?[0.]*|\./g, '');
  return digits.length <= KEPT_DIGITS && Number.isFinite(Number(token));
}
