/** What is pinned to a page (ISO 32000-1, 12.5) and says something, without being part of the page's own content. */

/** Kinds of form fields that hold words (12.7.4): text and choice; buttons and signatures hold none. */
const FIELDS_OF_WORDS = new Set(['Tx', 'Ch']);

/** How many of pdf.js' annotations are form fields that are filled in, or notes written onto the page. */
export function countPinned(annotations: readonly unknown[]): number {
  return annotations.filter((one) => isFilledField(one) || isWrittenNote(one)).length;
}

function isFilledField(annotation: unknown): boolean {
  if (valueIn(annotation, 'subtype') !== 'Widget' || !FIELDS_OF_WORDS.has(String(valueIn(annotation, 'fieldType')))) {
    return false;
  }
  return isSaid(valueIn(annotation, 'fieldValue'));
}

/** FreeText, or a stamp in which pdf.js finds words; other comments only show when they are opened. */
function isWrittenNote(annotation: unknown): boolean {
  const kind = valueIn(annotation, 'subtype');
  if (kind !== 'FreeText' && kind !== 'Stamp') return false;
  return isSaid(valueIn(annotation, 'textContent')) || isSaid(valueIn(valueIn(annotation, 'contentsObj'), 'str'));
}

/** Text, or a list with text in it. */
function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isSaid);
  return typeof value === 'string' && value.trim() !== '';
}

function valueIn(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (Reflect.get(holder, key) as unknown) : undefined;
}
