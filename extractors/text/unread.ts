/** Lines that look like rows of a table and are not read as such: kept as text, but not in silence. */
import { isNumeral } from '../tables/words.js';
import type { Diagnostic } from '../types.js';
import { isTooWide } from './layout.js';
import type { TextLine } from './lines.js';

/** So many lines in a row with so many numbers parted by runs of spaces are a table and no accident. */
const LEAST_LINES = 3;
const LEAST_NUMBERS = 2;
/** Longer lines are prose. */
const LONGEST_ROW = 400;

/** One warning for each stretch of rows whose columns only spaces part, and for each line with too many cells. */
export function reportUnreadRows(lines: readonly TextLine[]): Diagnostic[] {
  return [...reportUnseparated(lines), ...lines.filter(isTooWide).map(reportWide)];
}

function reportUnseparated(lines: readonly TextLine[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let run: TextLine[] = [];
  const close = (): void => {
    const [first] = run;
    if (first && run.length >= LEAST_LINES) diagnostics.push(report(first, run.length));
    run = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    if (looksLikeRow(line.text)) run.push(line);
    else close();
  }
  close();
  return diagnostics;
}

function looksLikeRow(text: string): boolean {
  if (text.length > LONGEST_ROW || text.includes('\t')) return false;
  const columns = text.trim().split(/\s{2,}|\u3000+/);
  return columns.length > LEAST_NUMBERS && columns.filter(isNumeral).length >= LEAST_NUMBERS;
}

function report(first: TextLine, count: number): Diagnostic {
  const message = `${String(count)} lines look like a table whose columns are parted by spaces only; they are kept as text, no lines are made of them`;
  return { stage: 'extract', severity: 'warning', code: 'table-unseparated', message, origin: { line: first.no } };
}

function reportWide({ no }: TextLine): Diagnostic {
  const message = 'the line has more cells than any statement has columns; it is kept as text, no table is made of it';
  return { stage: 'extract', severity: 'warning', code: 'line-too-wide', message, origin: { line: no } };
}
