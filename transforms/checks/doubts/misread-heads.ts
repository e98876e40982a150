/** Heads over columns that can't be theirs: where only alignment tells what a head spans, it was read too wide or too narrow. */
import type { Cell, Diagnostic, Grid } from '../../../extractors/types.js';
import { fundAncestors, itemAncestors, spendingAncestors } from '../../lines/index.js';
import type { BudgetLine, BudgetTable, FundSource } from '../../types.js';
import { findTerms, FUND_SOURCES, pack, SPENDING_TYPES, THREE_PUBLIC_ITEMS } from '../../vocabulary/index.js';
import type { Term } from '../../vocabulary/index.js';
import { covers, findHeaderGroups, isWholeHead } from '../sums/header.js';
import type { HeaderGroup } from '../sums/header.js';

/** Funds that hold none beside them; what a unit earns itself (单位资金, 其他收入) is divided in many ways. */
const DISTINCT_FUNDS: ReadonlySet<FundSource> = new Set([
  'carryover',
  'current_year',
  'fiscal_appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
]);

/** A head that can't be that of the columns it was read over. */
export interface MisreadHead {
  readonly head: Cell;
  /** The column that should stand under it. */
  readonly beside: Cell | null;
}

/**
 * The groups of columns whose head can't be that of all of them, or of them alone: directly under it stand both a 合计 and a 小计, or a kind
 * of money or spending beside its own (项目支出 under 基本支出, 上年结转 under 本年收入), or the 小计 that it lacks stands beside it under no head (a 合计 too, where another head of
 * its row has one), or its 小计 is not its first column as another head's is. A heading that is but the rest of one (支出 beside 合计) is one too.
 */
export function findMisreadHeads(grid: Grid): MisreadHead[] {
  const groups = findHeaderGroups(grid);
  return groups.flatMap((group) => {
    const beside = subtotalBeside(group, grid, groups);
    if (beside || holdsTwoWholes(group) || holdsOther(group)) return [{ head: group.head, beside: beside ?? null }];
    return [...beforeSubtotal(group, groups), ...restsOfHeadings(group)].map((head) => ({ head, beside: null }));
  });
}

/**
 * A warning `head-misread` at each amount of such a group in a table whose columns alignment alone tells, and at each of a row without words: its amounts
 * have their names from the head.
 */
export function reportMisreadHeads(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  return tables.flatMap(({ raw, grid }) => {
    if (raw.method !== 'aligned') return [];
    return findMisreadHeads(grid).flatMap((misread) =>
      lines.flatMap((line) => report(line, raw.tableNo, grid, misread)),
    );
  });
}

function holdsTwoWholes({ children }: HeaderGroup): boolean {
  const wholes = children.filter(isWholeHead);
  return wholes.some(isSubtotal) && wholes.some((cell) => !isSubtotal(cell));
}

/** What of a head stands before its 小计, where another head of its row begins with one: those columns may be of that head. */
function beforeSubtotal({ head, children }: HeaderGroup, groups: readonly HeaderGroup[]): Cell[] {
  const whole = children.find(isWholeHead);
  const others = groups.filter((other) => other.head !== head && other.head.row === head.row);
  const isUsed = others.some(({ children: [first] }) => first !== undefined && isWholeHead(first));
  return whole && whole.col > head.col && isUsed ? [{ ...head, colSpan: whole.col - head.col }] : [];
}

/** 支出 alone beside the 合计 of a group: the rest of 基本支出, whose first word was taken for the head's. A side of the accounts has 收入 beside it. */
function restsOfHeadings({ children }: HeaderGroup): Cell[] {
  if (!children.some(isWholeHead) || children.some(({ text }) => pack(text).endsWith('收入'))) return [];
  return children.filter(({ text }) => pack(text) === '支出');
}

function holdsOther({ head, children }: HeaderGroup): boolean {
  const fund = onlyMeaning(head, FUND_SOURCES);
  const spending = onlyMeaning(head, SPENDING_TYPES);
  const item = onlyMeaning(head, THREE_PUBLIC_ITEMS);
  return children.some(
    (child) =>
      (fund !== null &&
        DISTINCT_FUNDS.has(fund) &&
        standBeside(fund, onlyMeaning(child, FUND_SOURCES), fundAncestors)) ||
      standBeside(spending, onlyMeaning(child, SPENDING_TYPES), spendingAncestors) ||
      standBeside(item, onlyMeaning(child, THREE_PUBLIC_ITEMS), itemAncestors),
  );
}

/** Are both parts of the same whole, and not one and the same? */
function standBeside<Meaning>(a: Meaning | null, b: Meaning | null, wholesOf: (part: Meaning) => Meaning[]): boolean {
  if (a === null || b === null || a === b) return false;
  const [whole] = wholesOf(a);
  return whole !== undefined && whole === wholesOf(b)[0];
}

/** The 小计, or the 合计 that other groups have, directly before a group without one of its own, where it stands under no head. */
function subtotalBeside({ head, children }: HeaderGroup, grid: Grid, groups: readonly HeaderGroup[]): Cell | undefined {
  if (children.some(isWholeHead)) return undefined;
  const foot = Math.max(...children.map(({ row, rowSpan }) => row + rowSpan));
  return grid.cells.find(
    (cell) =>
      cell.row + cell.rowSpan === foot &&
      cell.col + 1 === head.col &&
      isWholeHead(cell) &&
      (isSubtotal(cell) || isWholeOfOthers(cell, head, groups)) &&
      !groups.some((group) => covers(group.head, cell.col)),
  );
}

/** Whether a group whose head stands in the same row has such a column of its own. */
function isWholeOfOthers({ text }: Cell, { row }: Cell, groups: readonly HeaderGroup[]): boolean {
  return groups.some(
    ({ head, children }) =>
      head.row === row && children.some((child) => isWholeHead(child) && pack(child.text) === pack(text)),
  );
}

function hasWords({ cells }: Grid, row: number): boolean {
  return cells.some((cell) => cell.row === row && /\p{L}/u.test(cell.text));
}

function isSubtotal({ text }: Cell): boolean {
  return pack(text) === '小计';
}

/** What the head means where it means one thing. */
function onlyMeaning<Meaning>({ text }: Cell, terms: readonly Term<Meaning>[]): Meaning | null {
  const [first, ...others] = findTerms(pack(text), terms);
  return first !== undefined && others.length === 0 ? first.meaning : null;
}

function report(
  { place, amountText, label }: BudgetLine,
  tableNo: number,
  grid: Grid,
  { head, beside }: MisreadHead,
): Diagnostic[] {
  if (place.kind !== 'table' || place.tableNo !== tableNo) return [];
  const { row, col, page } = place;
  if (!covers(head, col) && col !== beside?.col && hasWords(grid, row)) return [];
  const message = `"${label}": the heading "${head.text}" can't be that of just the columns it seems to stand over; what ${amountText} is for is not sure`;
  return [
    { stage: 'transform', severity: 'warning', code: 'head-misread', message, origin: { tableNo, row, col, page } },
  ];
}
