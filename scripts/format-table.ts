/** Rows of a query as an aligned table for a terminal or a page. */

const NUMBER = /^-?[\d.]*$/;
/** What databases print of a DECIMAL with two places: amounts. Years and counts have no separators. */
const AMOUNT = /^-?\d+\.\d\d$/;
const THOUSANDS = /\B(?=(?:\d{3})+\.)/g;

/** One line for the names and one for each row: columns two spaces apart, numbers to the right, amounts with thousands separators. */
export function formatTable(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = names.map((_, col) => rows.every((row) => NUMBER.test(row[col] ?? '')));
  const lines = [names, ...rows.map((row) => row.map(withThousands))];
  const widths = names.map((_, col) => Math.max(...lines.map((line) => terminalWidth(line[col] ?? ''))));
  const cell = (text: string, col: number): string => {
    const gap = ' '.repeat((widths[col] ?? 0) - terminalWidth(text));
    return isNumber[col] ? gap + text : text + gap;
  };
  return `${lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')}\n`;
}

function withThousands(text: string): string {
  return AMOUNT.test(text) ? text.replace(THOUSANDS, ',') : text;
}

/** Columns a text takes on a terminal: Chinese characters and their punctuation take two. */
function terminalWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u2e80-\uffef“”]/u.test(char) ? 2 : 1), 0);
}
