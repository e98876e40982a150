/**
 * The words of a cell as one line: line breaks go, runs of white space go between Chinese characters and become one space elsewhere.
 * null for a blank cell.
 */
export function tidy(text: string): string | null {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
  return line === '' ? null : line;
}
