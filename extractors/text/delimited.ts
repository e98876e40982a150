/** Rows whose cells commas, semicolons or bars part: CSV files, and tables of such rows in a text. */
import Papa from 'papaparse';
import type { CellCount } from '../tables/cell-count.js';
import { isBlank, isNumeral } from '../tables/words.js';
import type { TextLine } from './lines.js';

const DELIMITERS = [',', ';', '|'] as const;
/** So many lines in a row with the same number of cells are a table and no accident. */
const LEAST_ROWS = 3;
const LEAST_CELLS = 3;
/** Of their cells at least this share are numbers or blank; lists in prose hold words. */
const LEAST_TABLE_SHARE = 0.25;
/** A longer line is prose. */
const LONGEST_ROW = 2_000;
/** A quoted cell breaks over no more lines than this. */
const MOST_BROKEN_LINES = 20;

/**
 * Gives the lines of delimited rows their cells; quoted cells may hold delimiters and line breaks. A row of nothing but delimiters parts
 * two tables as a blank line does. All other lines stay as they are.
 *
 * @param count told of the cells of these rows
 */
export function readDelimited(lines: readonly TextLine[], count: CellCount): TextLine[] {
  return DELIMITERS.reduce<TextLine[]>((read, delimiter) => readRows(read, delimiter, count), [...lines]);
}

function readRows(lines: readonly TextLine[], delimiter: string, count: CellCount): TextLine[] {
  const read: TextLine[] = [];
  let run: TextLine[] = [];
  const close = (): void => {
    const isRead = isTable(run);
    if (!isRead) count.add(-cellsOf(run));
    for (const line of isRead ? run.filter((row) => !isRule(row)) : []) read.push(line);
    for (const line of isRead ? [] : run) read.push({ ...line, cells: null });
    run = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const row = readRow(lines, at, delimiter);
    const line = lines[at];
    if (!line) break;
    if (!row || (run[0] && run[0].cells?.length !== row.line.cells?.length)) close();
    if (!row) {
      read.push(line);
      continue;
    }
    run.push(row.line);
    count.add(cellsOf([row.line]));
    at += row.lineCount - 1;
  }
  close();
  return read.map(blankSeparators);
}

/** The row that begins on a line, with the lines that its quoted cells go on over; null where it is none. */
function readRow(
  lines: readonly TextLine[],
  at: number,
  delimiter: string,
): { readonly line: TextLine; readonly lineCount: number } | null {
  const first = lines[at];
  if (!first || first.cells !== null || first.furniture || first.text.includes('\t')) return null;
  const opensCell = first.text.trimStart().startsWith('"') && hasOpenQuote(first.text);
  if (first.text.length > LONGEST_ROW || !(opensCell || first.text.includes(delimiter))) return null;
  let text = first.text;
  let lineCount = 1;
  while (hasOpenQuote(text) && lineCount < MOST_BROKEN_LINES && at + lineCount < lines.length) {
    text += `\n${lines[at + lineCount]?.text ?? ''}`;
    lineCount += 1;
  }
  if (hasOpenQuote(text)) return null;
  const cells = Papa.parse<string[]>(text, { delimiter }).data[0] ?? [];
  return cells.length >= LEAST_CELLS
    ? { line: { ...first, text, cells: cells.map((cell) => cell.trim()) }, lineCount }
    : null;
}

function hasOpenQuote(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1;
}

function cellsOf(rows: readonly TextLine[]): number {
  return rows.reduce((sum, { cells }) => sum + (cells?.length ?? 0), 0);
}

function isTable(rows: readonly TextLine[]): boolean {
  const cells = rows.flatMap((row) => row.cells ?? []);
  const table = cells.filter((cell) => isBlank(cell) || isNumeral(cell));
  return rows.length >= LEAST_ROWS && table.length >= cells.length * LEAST_TABLE_SHARE && cells.some(isNumeral);
}

/** The line under a Markdown header (--- | ---) is no row. */
function isRule({ cells }: TextLine): boolean {
  return cells?.every((cell) => /^:?-+:?$/.test(cell)) === true;
}

/** A row of delimiters only is a blank line. */
function blankSeparators(line: TextLine): TextLine {
  return line.cells?.every(isBlank) === true ? { ...line, text: '', cells: null } : line;
}
