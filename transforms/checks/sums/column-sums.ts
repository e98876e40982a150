/** Sums down a column: codes, outlines, totals, unit subtotals and 其中 rows of tables. */
import type { BudgetLine } from '../../types.js';
import { hasCode } from '../../lines/index.js';
import type { Sum } from './sum.js';
import type { RuleId } from '../rules/index.js';

/** Every line of a table that others of its column are parts of, with those parts. `lines` must hold whole tables. */
export function findColumnSums(lines: readonly BudgetLine[]): Sum[] {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const children = new Map<BudgetLine, BudgetLine[]>();
  for (const line of lines) {
    const parent = line.place.kind === 'table' ? byNumber.get(line.parentLineNo ?? 0) : undefined;
    if (!parent) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(line);
    else children.set(parent, [line]);
  }
  const printedRows = new Set(lines.map(rowKey));
  return [...children].flatMap(([whole, parts]) => sumsOf(whole, parts)).map((sum) => doubtBlankRows(sum, printedRows));
}

/**
 * Between a row and what the outline or 其中 puts under it, a row without amounts may be what they really belong to. Codes and totals name
 * their parts themselves.
 */
function doubtBlankRows(sum: Sum, printedRows: ReadonlySet<string>): Sum {
  if (sum.rule !== 'outline-parts' && sum.rule !== 'memo-parts') return sum;
  const rows = [sum.whole, ...sum.parts].flatMap(({ place }) => (place.kind === 'table' ? [place.row] : []));
  for (let row = Math.min(...rows); row < Math.max(...rows); row++) {
    if (!printedRows.has(`${sum.whole.flow} ${String(row)}`)) return { ...sum, kind: 'tentative' };
  }
  return sum;
}

function rowKey({ place, flow }: BudgetLine): string {
  return place.kind === 'table' ? `${flow} ${String(place.row)}` : '';
}

function sumsOf(whole: BudgetLine, children: readonly BudgetLine[]): Sum[] {
  const parts = children.filter(({ lineRole }) => lineRole !== 'memo');
  const counted: Sum[] = parts.length > 0 ? [{ rule: ruleFor(whole, parts), whole, parts, kind: 'exact' }] : [];
  const memos = memoLists(children.filter(({ lineRole }) => lineRole === 'memo'));
  return [...counted, ...memos.map((list): Sum => ({ rule: 'memo-parts', whole, parts: list, kind: 'at_most' }))];
}

function ruleFor(whole: BudgetLine, parts: readonly BudgetLine[]): RuleId {
  if (whole.threePublicItem !== null) return 'three-public-parts';
  if (whole.lineRole === 'total') {
    if (whole.totalKind === 'grand') return 'grand-total';
    return whole.totalKind === 'subtotal' ? 'unit-subtotal' : 'column-total';
  }
  return hasCode(whole) && parts.every(hasCode) ? 'code-tree' : 'outline-parts';
}

/** Each 其中 begins a list of its own: two lists under one line may overlap. */
function memoLists(memos: readonly BudgetLine[]): BudgetLine[][] {
  const lists: BudgetLine[][] = [];
  for (const memo of memos) {
    const open = lists.at(-1);
    if (open && !/^\s*其中/.test(memo.label)) open.push(memo);
    else lists.push([memo]);
  }
  return lists;
}
