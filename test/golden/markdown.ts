/** Sheets as Markdown: a heading and one table. */
import { escape, readRow, unescape, writeRow } from './rows.js';
import { numberRepeats, type Sheet, type SheetRecord } from './sheet.js';

/** Stands for the table where a sheet has no rows, so that nothing is expected only where the file says so. */
const NO_ROWS = 'none';
const KEY_COLUMN = 'place';

/** Writes a sheet; `columns` gives the order, and columns that are blank in every row are left out. */
export function writeMarkdown(sheet: Sheet, columns: readonly string[]): string {
  const heading = `# ${sheet.file.replace(/\.md$/, '')}`;
  const used = columns.filter((column) => sheet.records.some(({ fields }) => (fields.get(column) ?? '') !== ''));
  const rows = sheet.records.map(({ key, fields }) =>
    writeRow([withoutNumber(key), ...used.map((column) => escape(fields.get(column) ?? ''))]),
  );
  const head = [writeRow([KEY_COLUMN, ...used]), `|${'---|'.repeat(used.length + 1)}`];
  return `${[heading, '', ...(rows.length === 0 ? [NO_ROWS] : [...head, ...rows])].join('\n')}\n`;
}

/**
 * Reads a sheet.
 *
 * @throws Error for a file that states nothing, an unknown column, or a row with more or fewer values than the head: the expectation is broken
 */
export function readMarkdown(file: string, text: string, columns: readonly string[]): Sheet {
  const [head, , ...rows] = text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (head === undefined) throw new Error(`${file} states nothing; where nothing is expected it says "${NO_ROWS}"`);
  if (head === NO_ROWS) return { file, records: [] };
  const [, ...names] = readRow(head).map((name) => name.trim());
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0)
    throw new Error(`${file} has no column ${unknown.join(', ')}; it may have ${columns.join(', ')}`);
  if (rows.length === 0)
    throw new Error(`${file} has a head without rows; where nothing is expected it says "${NO_ROWS}"`);
  return { file, records: numberRepeats(rows.map((row) => readRecord(file, row, names))) };
}

function readRecord(file: string, row: string, names: readonly string[]): SheetRecord {
  const [key = '', ...values] = readRow(row).map((value) => value.trim());
  if (values.length !== names.length)
    throw new Error(`${file} ${key}: ${String(values.length)} values for ${String(names.length)} columns`);
  return { key: withoutNumber(key), fields: new Map(names.map((name, at) => [name, unescape(values[at] ?? '')])) };
}

/** ` #2` follows from the order of the rows; it is accepted in a file and not needed there. */
function withoutNumber(key: string): string {
  return key.replace(/ #\d+$/, '');
}
