/** Rows of text between bars, the form that all expectation files share. */

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['|', '\\|'],
]);
const ESCAPED = new Map([...ESCAPES].map(([character, written]) => [written, character]));

/** Writes `text` on one line without bare bars; `unescape` gives it back. */
export function escape(text: string): string {
  return text.replace(/[\\\n\r\t|]/g, (character) => ESCAPES.get(character) ?? character);
}

/** Reads what `escape` wrote; a backslash before any other character stands for that character. */
export function unescape(written: string): string {
  return written.replace(/\\([^])/g, (pair, character: string) => ESCAPED.get(pair) ?? character);
}

/** One row `| a | b |`; the texts are written as they are given. */
export function writeRow(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}

/**
 * The texts of a row, still escaped and with their spaces.
 *
 * @throws Error where the line is no row: a person has edited it by mistake
 */
export function readRow(line: string): readonly string[] {
  if (!line.startsWith('| ') || !line.endsWith(' |')) throw new Error(`no row between bars: ${line}`);
  return line.slice(2, -2).split(' | ');
}
