/** What is to be said of rows and columns that don't say what they mean. */
import type { Diagnostic, Origin } from '../../../extractors/types.js';
import { isUnknownPart } from '../../statements/heading-doubts.js';
import type { AmountColumn } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import { parseAmount } from '../../amounts/index.js';
import type { KindDefaults } from '../../statements/kinds.js';
import type { Flow, LineCode } from '../../types.js';
import type { RowIdentity } from '../row-identity.js';
import type { BodyRow, TableToRead } from '../table-to-read.js';

/**
 * A row that states amounts without any words. The one row of a panel without columns for words needs none: it is the whole statement's.
 *
 * @param rows how many rows of the panel state amounts
 */
export function reportUnlabelled(
  { label }: RowIdentity,
  { labels }: Panel,
  rows: number,
  origin: Origin,
): Diagnostic[] {
  if (label !== '' || (labels.length === 0 && rows < 2)) return [];
  const message = 'the row has amounts and no words; its lines are kept, who they belong to is unknown';
  return [{ stage: 'transform', severity: 'warning', code: 'row-without-label', message, origin }];
}

/** A row of revenue whose source is not known, or that names several. */
export function reportSource(row: RowIdentity, origin: Origin): Diagnostic {
  const message = `"${row.label}" is no known source of revenue; its lines are counted as other and suspect`;
  return { stage: 'transform', severity: 'warning', code: 'source-unknown', message, origin };
}

/**
 * Money columns whose innermost heading says nothing that is known, among several: their amounts may be a part of another column or
 * something else altogether; and unknown parts (其中：会议费). A lone money column means its statement, whatever it is called, unless its headings say what no fact can hold.
 */
export function reportColumns(
  { amounts }: Panel,
  classes: ReadonlyMap<number, LineCode>,
  { tableKind, tableNo }: Pick<TableToRead, 'tableKind' | 'tableNo'>,
): Diagnostic[] {
  const isLone = amounts.length < 2;
  return amounts
    .filter(({ col, path, isNamed, isBeyondFacts }) => {
      const isKnown = isLone || classes.has(col) || (isNamed && !isUnknownPart(path, tableKind));
      return isBeyondFacts || !isKnown;
    })
    .map(({ col, path }) => ({
      stage: 'transform',
      severity: 'warning',
      code: 'column-unknown',
      message: `the heading "${path.join(' › ')}" is not known; the column's lines are suspect`,
      origin: { tableNo, col },
    }));
}

/**
 * Money columns under the very same headings that both hold amounts: which is which nobody says. Where there are such, the names of the columns are
 * lost, and one that stands beside a blank column under the same headings may be either.
 */
export function reportAlike({ amounts }: Panel, rows: readonly BodyRow[], tableNo: number): Diagnostic[] {
  const isFilled = ({ col }: AmountColumn): boolean =>
    rows.some((row) => parseAmount(row.get(col)?.text ?? '', 1).kind === 'amount');
  const filled = amounts.filter(isFilled);
  const headings = filled.map(headingsOf);
  if (new Set(headings).size === headings.length) return [];
  const shared = (column: AmountColumn): boolean =>
    amounts.filter((other) => headingsOf(other) === headingsOf(column)).length > 1;
  return filled.filter(shared).map((column) => ({
    stage: 'transform',
    severity: 'warning',
    code: 'columns-alike',
    message: `several columns stand under "${headingsOf(column)}"; their lines are suspect`,
    origin: { tableNo, col: column.col },
  }));
}

function headingsOf({ path }: AmountColumn): string {
  return path.join(' › ');
}

/** Whether a row of a two-sided statement says itself that it belongs to the other side (本年支出合计 among revenue). */
export function contradictsFlow({ label }: RowIdentity, flow: Flow, { flow: ofKind }: KindDefaults): boolean {
  const other = flow === 'revenue' ? /支出(?:合计|总计)$/ : /收入(?:合计|总计)$/;
  return ofKind === null && other.test(label.replace(/\s+/g, ''));
}

export function reportFlow({ label }: RowIdentity, flow: Flow, origin: Origin): Diagnostic {
  const message = `"${label}" stands among ${flow}; its lines are suspect, and so may be their neighbours`;
  return { stage: 'transform', severity: 'warning', code: 'flow-contradicted', message, origin };
}

/** A row whose words were laid over a money column: the source lost a cell, and its amounts may stand one column off. */
export function reportMisaligned({ labels, amounts }: Panel, row: BodyRow, origin: Origin): Diagnostic[] {
  const covers = labels.some(({ col }) => {
    const cell = row.get(col);
    return cell !== undefined && amounts.some((amount) => amount.col > col && amount.col < col + cell.colSpan);
  });
  if (!covers) return [];
  const message =
    'the row has fewer cells than the table has columns; its amounts may stand one column off, its lines are suspect';
  return [{ stage: 'transform', severity: 'warning', code: 'row-misaligned', message, origin }];
}
