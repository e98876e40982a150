/** CSV files of an overlay: UTF-8, comma, every cell text. */
import Papa from 'papaparse';
import { readUtf8 } from '../../transforms/index.js';
import { OverlayError } from './errors.js';

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a file by the columns of its header; none for a text without one. @throws OverlayError for a file that can't be read as UTF-8 */
export function readCsv(path: string): readonly CsvRow[] {
  const file = readUtf8(path);
  if ('fault' in file) throw new OverlayError(file.fault);
  return Papa.parse<CsvRow>(file.text, { header: true, delimiter: ',', skipEmptyLines: 'greedy' }).data;
}

/** Rows under the given columns, in their order; a row's other columns are left out, missing ones are empty. */
export function writeCsv(rows: readonly CsvRow[], columns: readonly string[]): string {
  const records = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return `${Papa.unparse([[...columns], ...records], { newline: '\n' })}\n`;
}
