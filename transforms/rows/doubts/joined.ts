/** Texts of a table without rules that may be the texts of two columns, printed against each other. */
import type { Cell, Diagnostic, Origin } from '../../../extractors/types.js';
import { endsInMoney } from '../../amounts/index.js';
import { headsCodesAndNames } from '../../statements/column-words.js';
import type { LabelRole } from '../../statements/column-words.js';
import type { AmountColumn, LabelColumn } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import { findTerms, FUND_SOURCES, pack, SPENDING_TYPES } from '../../vocabulary/index.js';
import type { Term } from '../../vocabulary/index.js';
import type { RowIdentity } from '../row-identity.js';
import type { BodyRow } from '../table-to-read.js';

/** How the words for a fund or a kind of spending end where a heading may end; 上年结转 of 上年结转一般公共预算 goes on. */
const HEADING_END = /(?:支出|收入|预算|拨款|资金|基金|经费)$/;

/** What stands in a column of codes begins with one. */
const CODE_START = /^\[?\d/;

/** A name with the two digits of a 款 or 项 before it. */
const FRAGMENT_AND_NAME = /^\d\d(?=\p{Script=Han})/u;

/** A line of nothing but the digits of a code, between those of a name. */
const CODE_WITHIN = /\n\s*\d{2,7}\s*\n/;

/**
 * A warning `texts-joined` at each money column whose innermost heading names a fund, or a kind of spending, and right behind it another one: no
 * printed heading does, two that touch do.
 */
export function reportJoinedHeadings({ amounts }: Panel, tableNo: number): Diagnostic[] {
  return amounts.filter(isJoined).map(({ col, path }) => {
    const message = `the heading "${path.at(-1) ?? ''}" is perhaps the headings of several columns; the column's lines are suspect`;
    return warn(message, { tableNo, col });
  });
}

function isJoined({ path }: AmountColumn): boolean {
  const leaf = pack(path.at(-1) ?? '');
  return namesTwo(leaf, FUND_SOURCES) || namesTwo(leaf, SPENDING_TYPES);
}

function namesTwo<Meaning>(leaf: string, terms: readonly Term<Meaning>[]): boolean {
  const found = findTerms(leaf, terms);
  return found.slice(1).some(({ meaning, start }, at) => {
    const before = found[at];
    return before !== undefined && before.meaning !== meaning && HEADING_END.test(leaf.slice(before.start, start));
  });
}

/** The columns of words that most of these rows fill with a text of their own. @param rows those that state amounts */
export function filledLabels({ labels }: Panel, rows: readonly BodyRow[]): ReadonlySet<number> {
  const isFilled = (col: number): boolean => rows.filter((row) => textAt(row, col) !== '').length > rows.length / 2;
  return new Set(labels.map(({ col }) => col).filter(isFilled));
}

/**
 * A warning `texts-joined` at a row with a text that stands over a further column of words, one that most rows fill, with a name that holds the digits
 * of a column of codes, or with one that ends with the amount that its own column lacks. Words without a code in a column of codes are one text: the
 * name of a unit.
 */
export function reportJoinedNames(
  panel: Panel,
  row: BodyRow,
  filled: ReadonlySet<number>,
  origin: Origin,
): Diagnostic[] {
  const joined = panel.labels.flatMap((column) => {
    const cell = row.get(column.col);
    if (!cell || cell.text.trim() === '' || (column.role.endsWith('code') && !CODE_START.test(pack(cell.text))))
      return [];
    const isSpread = [...filled].some((other) => other > cell.col && other < cell.col + cell.colSpan);
    return isSpread || holdsCode(cell, column, panel) || holdsAmount(cell, panel, row) ? [cell.text] : [];
  });
  return joined.map((text) => warn(`"${text}" is perhaps the texts of two columns; the lines are suspect`, origin));
}

function holdsCode({ text }: Cell, { col, role, path }: LabelColumn, { labels }: Panel): boolean {
  if (headsCodesAndNames(path) && CODE_WITHIN.test(text)) return true;
  const isBesideCodes = labels.some((other) => other.role === 'code' && other.col !== col);
  return isBesideCodes && (role === 'name' || role === 'code') && FRAGMENT_AND_NAME.test(pack(text));
}

function holdsAmount({ text, col, colSpan }: Cell, { amounts }: Panel, row: BodyRow): boolean {
  const next = col + colSpan;
  return endsInMoney(text) && amounts.some((amount) => amount.col === next) && textAt(row, next) === '';
}

/** A warning `texts-joined` at a row that names no project, though a heading promises one and something stands under 类型: perhaps the project's name too. */
export function reportUnnamedProject(
  { labels }: Panel,
  row: BodyRow,
  { projectName }: RowIdentity,
  origin: Origin,
): Diagnostic[] {
  const promised = labels.some(({ path }) => (path.at(-1) ?? '').includes('项目名称'));
  const textOf = (...roles: readonly LabelRole[]): string | undefined =>
    labels
      .filter(({ role }) => roles.includes(role))
      .map(({ col }) => textAt(row, col))
      .find((text) => text !== '');
  const type = textOf('text');
  if (!promised || projectName !== null || type === undefined || textOf('name', 'item_name') !== undefined) return [];
  return [
    warn(`"${type}" is perhaps a type and the name of a project, which the row lacks; its lines are suspect`, origin),
  ];
}

function textAt(row: BodyRow, col: number): string {
  return (row.get(col)?.text ?? '').trim();
}

function warn(message: string, origin: Origin): Diagnostic {
  return { stage: 'transform', severity: 'warning', code: 'texts-joined', message, origin };
}
