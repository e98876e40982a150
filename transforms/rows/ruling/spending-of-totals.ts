/** Lists of 基本支出 whose own total says which part of it they are: 301, 303, then 人员经费合计. */
import type { SpendingType } from '../../types.js';
import type { PanelRow } from '../identify-rows.js';
import { PARTS_OF_BASIC } from './ruling-words.js';

/** 工资福利支出 and 对个人和家庭的补助, which are 人员经费; all other classes are 公用经费. */
const PERSONNEL_CLASSES: ReadonlySet<string> = new Set(['301', '303']);

/** Digits of a 类. */
const CLASS_DIGITS = 3;

/** The rows from below a total to the next, that one with them. */
interface Section {
  readonly rows: readonly PanelRow[];
  /** What its total is called; null where it is no part of 基本支出, or no total closes the section. */
  readonly part: SpendingType | null;
}

/**
 * The rows with 人员经费 or 公用经费 for a default where a total of that name closes the classes above it. Only where each such total of the panel has classes of that kind of spending
 * alone directly above it: elsewhere (both totals at the end, or above their classes) nothing is said of them.
 *
 * @param rows those of one panel, in order
 */
export function takeSpendingOfTotals(rows: readonly PanelRow[]): PanelRow[] {
  const sections = divideAtTotals(rows);
  const ofParts = sections.filter(({ part }) => part !== null);
  if (!ofParts.every(closesItsClasses)) return [...rows];
  return sections.flatMap((section) => section.rows.map((row) => ofPart(row, section.part)));
}

function divideAtTotals(rows: readonly PanelRow[]): Section[] {
  const sections: Section[] = [];
  let open: PanelRow[] = [];
  for (const row of rows) {
    open.push(row);
    if (row.identity.role !== 'total') continue;
    sections.push({ rows: open, part: partOfBasic(row) });
    open = [];
  }
  return [...sections, { rows: open, part: null }];
}

function partOfBasic({ identity: { spendingType } }: PanelRow): SpendingType | null {
  return spendingType !== null && PARTS_OF_BASIC.includes(spendingType) ? spendingType : null;
}

function closesItsClasses({ rows, part }: Section): boolean {
  const classes = rows.flatMap(({ identity }) =>
    identity.codes.flatMap(({ scheme, treeCode }) => (scheme === 'dept_economic' ? (treeCode ?? '') : [])),
  );
  const isPersonnel = (code: string): boolean => PERSONNEL_CLASSES.has(code.slice(0, CLASS_DIGITS));
  return classes.length > 0 && classes.every((code) => isPersonnel(code) === (part === 'personnel'));
}

function ofPart(row: PanelRow, part: SpendingType | null): PanelRow {
  if (part === null || row.defaults.spendingType !== 'basic') return row;
  return { ...row, defaults: { ...row.defaults, spendingType: part } };
}
