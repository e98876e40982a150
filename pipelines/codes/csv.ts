/** CSV files of an overlay: UTF-8, comma, every cell text. */
import Papa from 'papaparse';

export type CsvRow = Readonly<Record<string, string>>;

/** The rows by the columns of the header; none for a text without one. */
export function readCsv(text: string): readonly CsvRow[] {
  return Papa.parse<CsvRow>(text.replace(/^\uFEFF/, ''), { header: true, delimiter: ',', skipEmptyLines: 'greedy' })
    .data;
}

/** Rows under the given columns, in their order; a row's other columns are left out, missing ones are empty. */
export function writeCsv(rows: readonly CsvRow[], columns: readonly string[]): string {
  const records = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return `${Papa.unparse([[...columns], ...records], { newline: '\n' })}\n`;
}
