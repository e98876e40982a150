/** Lines that look like rows of a table and are not read as such: kept as text, but not in silence. */
import { reportUnseparated } from '../tables/unseparated.js';
import type { Diagnostic } from '../types.js';
import { isTooWide } from './layout.js';
import type { TextLine } from './lines.js';

/** One warning for each stretch of rows whose columns only spaces part, and for each line with too many cells. */
export function reportUnreadRows(lines: readonly TextLine[]): Diagnostic[] {
  return [...splitAtTabs(lines).flatMap(reportUnseparated), ...lines.filter(isTooWide).map(reportWide)];
}

/** Runs of lines without a tab; what tabs part is read. */
function splitAtTabs(lines: readonly TextLine[]) {
  const runs: { text: string; origin: { line: number } }[][] = [[]];
  for (const { text, no } of lines) {
    if (text.includes('\t')) runs.push([]);
    else runs.at(-1)?.push({ text, origin: { line: no } });
  }
  return runs;
}

function reportWide({ no }: TextLine): Diagnostic {
  const message = 'the line has more cells than any statement has columns; it is kept as text, no table is made of it';
  return { stage: 'extract', severity: 'warning', code: 'line-too-wide', message, origin: { line: no } };
}
