/** Text in columns of a terminal, where Chinese characters take two places. */

/** East Asian wide and full-width characters (Unicode UAX #11, W and F), pictures among them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Places that a text takes. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);
}

/** Rows of cells as lines in which the columns stand below each other; the last column may be as long as it likes. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The beginning of a text that is wider than `most`, with … behind it. */
export function cutEnd(text: string, most: number): string {
  return widthOf(text) <= most ? text : `${headOf(Array.from(text), most - 1)}…`;
}

function headOf(chars: readonly string[], most: number): string {
  let width = 0;
  const end = chars.findIndex((char) => (width += widthOf(char)) > most);
  return chars.slice(0, end).join('');
}
