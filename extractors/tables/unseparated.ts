/** Lines that look like rows of a table and are kept as text: not in silence. */
import { isContents } from './contents.js';
import { isAmount } from './loose-amounts.js';
import { isBlank, isNumeral } from './words.js';
import type { Diagnostic, Origin } from '../types.js';

/** So many lines below each other with so many numbers parted by gaps are a table and no accident; with so many amounts one is enough. */
const LEAST_LINES = 3;
const LEAST_NUMBERS = 2;
const LEAST_AMOUNTS = 2;
/** Longer lines are prose. */
const LONGEST_ROW = 400;

/** A line of text and where it stands. */
interface LineAt {
  readonly text: string;
  readonly origin: Origin;
}

/** A warning `table-unseparated` for each stretch of lines whose texts, numbers among them, are parted by gaps. */
export function reportUnseparated(lines: readonly LineAt[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let run: LineAt[] = [];
  const close = (): void => {
    const [first] = run;
    if (first && areRows(run)) diagnostics.push(report(first, run.length));
    run = [];
  };
  for (const line of lines) {
    if (isBlank(line.text)) continue;
    if (looksLikeRow(line.text)) run.push(line);
    else close();
  }
  close();
  return diagnostics;
}

function areRows(lines: readonly LineAt[]): boolean {
  const rows = lines.map(({ text }) => ({ cells: partsOf(text) }));
  const isSurelyRow = ({ cells }: { readonly cells: readonly string[] }): boolean =>
    cells.filter(isAmount).length >= LEAST_AMOUNTS;
  return (rows.length >= LEAST_LINES || rows.some(isSurelyRow)) && !isContents(rows);
}

/** Several texts, among them an amount or several numbers. */
function looksLikeRow(text: string): boolean {
  if (text.length > LONGEST_ROW) return false;
  const [name = '', ...others] = partsOf(text);
  return others.some(isAmount) || (others.length > 1 && [name, ...others].filter(isNumeral).length >= LEAST_NUMBERS);
}

function partsOf(text: string): readonly string[] {
  return text.trim().split(/\s{2,}|\t|\u3000+/);
}

function report({ origin }: LineAt, count: number): Diagnostic {
  const message = `${String(count)} lines look like rows of a table whose columns can't be told by the gaps between them; they are kept as text, no lines are made of them`;
  return { stage: 'extract', severity: 'warning', code: 'table-unseparated', message, origin };
}
