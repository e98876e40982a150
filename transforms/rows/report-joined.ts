/** Texts of a table without rules that may be the texts of two columns, printed against each other. */
import type { Diagnostic, Origin } from '../../extractors/types.js';
import type { AmountColumn } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import { findTerms, FUND_SOURCES, pack, SPENDING_TYPES } from '../vocabulary/index.js';
import type { Term } from '../vocabulary/index.js';
import type { BodyRow } from './table-to-read.js';

/** How the words for a fund or a kind of spending end where a heading may end; 上年结转 of 上年结转一般公共预算 goes on. */
const HEADING_END = /(?:支出|收入|预算|拨款|资金|基金|经费)$/;

/** What stands in a column of codes begins with one. */
const CODE_START = /^\[?\d/;

/** A name with the two digits of a 款 or 项 before it. */
const FRAGMENT_AND_NAME = /^\d\d(?=\p{Script=Han})/u;

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
  const isFilled = (col: number): boolean =>
    rows.filter((row) => (row.get(col)?.text ?? '').trim() !== '').length > rows.length / 2;
  return new Set(labels.map(({ col }) => col).filter(isFilled));
}

/**
 * A warning `texts-joined` at a row with a text that stands over a further column of words, one that most rows fill, or with a name that begins with the
 * two digits that its blank column of codes lacks. Words without a code in a column of codes are one text: the name of a unit.
 */
export function reportJoinedNames(
  { labels }: Panel,
  row: BodyRow,
  filled: ReadonlySet<number>,
  origin: Origin,
): Diagnostic[] {
  const lacksCode = labels.some(({ col, role }) => role === 'code' && (row.get(col)?.text ?? '').trim() === '');
  const joined = labels.flatMap(({ col, role }) => {
    const cell = row.get(col);
    if (!cell || cell.text.trim() === '' || (role.endsWith('code') && !CODE_START.test(pack(cell.text)))) return [];
    if (lacksCode && role === 'name' && FRAGMENT_AND_NAME.test(pack(cell.text))) return [cell.text];
    return [...filled].some((other) => other > col && other < col + cell.colSpan) ? [cell.text] : [];
  });
  return joined.map((text) => warn(`"${text}" is perhaps the texts of two columns; the lines are suspect`, origin));
}

function warn(message: string, origin: Origin): Diagnostic {
  return { stage: 'transform', severity: 'warning', code: 'texts-joined', message, origin };
}
