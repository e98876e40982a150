import Papa from 'papaparse';
import type { CsvTable } from './tables.js';
import { readUtf8 } from './utf8.js';

/** A row of a CSV file and where it stands: `path/function.csv:12`. */
export interface PlacedRow<Row> {
  readonly row: Row;
  readonly place: string;
}

export interface TableContent<Row> {
  readonly rows: readonly PlacedRow<Row>[];
  /** What is wrong with the file, each with its place; not empty: the rows are not all there. */
  readonly faults: readonly string[];
}

/**
 * The rows of a code table, each checked against the table's description; every cell stays text. The columns may stand in any order,
 * but all must be there and no other. All faults of the file are gathered; a file that is missing or not UTF-8 is one.
 */
export function readTable<Row>(path: string, table: CsvTable<Row>): TableContent<Row> {
  const file = readUtf8(path);
  if ('fault' in file) return { rows: [], faults: [file.fault] };
  const { data, errors } = Papa.parse<string[]>(file.text, { delimiter: ',', skipEmptyLines: false });
  const [header = [], ...records] = data;
  const faults = [
    ...errors.map(({ row = 0, message }) => `${path}:${String(row + 1)}: ${message}`),
    ...faultsOfHeader(header, table.columns).map((fault) => `${path}:1: ${fault}`),
  ];
  if (faults.length > 0) return { rows: [], faults };
  return readRecords(records, header, path, table);
}

function faultsOfHeader(header: readonly string[], columns: readonly string[]): readonly string[] {
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column, at) => !columns.includes(column) || header.indexOf(column) !== at);
  return [
    ...missing.map((column) => `the column ${column} is missing`),
    ...unknown.map((column) => `the column "${column}" is unknown or there twice`),
  ];
}

function readRecords<Row>(
  records: readonly (readonly string[])[],
  header: readonly string[],
  path: string,
  table: CsvTable<Row>,
): TableContent<Row> {
  const rows: PlacedRow<Row>[] = [];
  const faults: string[] = [];
  let line = 1;
  for (const record of records) {
    line += 1;
    const place = `${path}:${String(line)}`;
    line += countLineBreaks(record);
    if (isBlank(record)) continue;
    const read = readRecord(record, header, table);
    if (typeof read === 'string') faults.push(`${place}: ${read}`);
    else rows.push({ row: read.row, place });
  }
  return { rows, faults };
}

/** Line breaks inside quoted cells: the rows below stand that much further down. */
function countLineBreaks(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell === '');
}

/** The row, or what is wrong with it. */
function readRecord<Row>(
  record: readonly string[],
  header: readonly string[],
  table: CsvTable<Row>,
): { readonly row: Row } | string {
  if (record.length !== header.length) {
    return `${String(record.length)} cells where the header has ${String(header.length)} columns`;
  }
  const result = table.row.safeParse(toCells(record, header));
  if (result.success) return { row: result.data };
  const faults = result.error.issues.map(({ path, message }) => {
    const column = path.join('.');
    return `${column} "${record[header.indexOf(column)] ?? ''}": ${message}`;
  });
  return faults.join('; ');
}

function toCells(record: readonly string[], header: readonly string[]): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  record.forEach((cell, at) => (cells[header[at] ?? ''] = cell));
  return cells;
}
