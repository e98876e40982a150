/**
 * Panels: a list too long for the page goes on beside itself, in columns of its own, and one total at the end of a panel counts for all of them
 * (公用经费合计 under 302 and 310, each in its panel).
 */
import type { StatedAmount } from '../types.js';
import { treeCodes } from './dimensions.js';
import { aspectKey } from './fact-key.js';
import type { Numbered, Side } from './sides.js';

/** Codes grow by two digits from the three of a 类. */
const TOP_DIGITS = 3;
const LEVEL_DIGITS = 2;

/**
 * Puts the codes of a panel under the code in a panel on its left of which they are parts (302 at the end of one panel, 30216 at the head of
 * the next), where the panel itself prints none that contains them and only one on the left does.
 *
 * @param parents filled in place
 */
export function linkCodesOfPanels(sides: readonly Side[], parents: Map<number, number>): void {
  if (sides.length < 2) return;
  const cells = sides.flatMap((side) => [...side.columns.values()].flatMap((column) => [...column.values()]));
  const byIndex = new Map(cells.map((cell) => [cell.index, cell]));
  const coded = groupByCode(cells);
  for (const cell of cells) {
    const parent = byIndex.get(parents.get(cell.index) ?? -1);
    if (cell.amount.lineRole !== 'detail' || (parent && !isTotal(parent))) continue;
    const [above, ...others] = containersOf(cell, coded).filter((other) => columnOf(other) < columnOf(cell));
    if (above && others.length === 0) parents.set(cell.index, above.index);
  }
}

function groupByCode(cells: readonly Numbered[]): Map<string, Numbered[]> {
  const coded = new Map<string, Numbered[]>();
  for (const cell of cells.filter(({ amount }) => amount.lineRole === 'detail')) {
    const key = codeKey(cell.amount, treeCodes(cell.amount));
    coded.set(key, [...(coded.get(key) ?? []), cell]);
  }
  return coded;
}

/** The cells of the nearest code that contains the cell's one code. */
function containersOf({ amount }: Numbered, coded: ReadonlyMap<string, readonly Numbered[]>): readonly Numbered[] {
  const codes = treeCodes(amount);
  const at = codes.findIndex((code) => code !== '');
  const own = codes[at] ?? '';
  if (codes.some((code, other) => other !== at && code !== '')) return [];
  for (let length = own.length - LEVEL_DIGITS; length >= TOP_DIGITS; length -= LEVEL_DIGITS) {
    const found = coded.get(codeKey(amount, codes.with(at, own.slice(0, length))));
    if (found) return found;
  }
  return [];
}

function codeKey(amount: StatedAmount, codes: readonly string[]): string {
  return [aspectKey(amount), ...codes].join(' ');
}

function columnOf({ amount: { place } }: Numbered): number {
  return place.kind === 'table' ? place.col : 0;
}

/**
 * Puts the top lines of panels without a total of their own under the table's one total of the same aspect, where that total counts codes of the
 * same scheme; classes of 基本支出 without any total in their panel under that of the part that they are of (302 under 公用经费合计). Nothing is done where the aspect has several totals: then each
 * panel is a list by itself.
 *
 * @param parents filled in place
 */
export function linkPanels(sides: readonly Side[], parents: Map<number, number>): void {
  if (sides.length < 2) return;
  const cells = sides.map((side) => [...side.columns.values()].flatMap((column) => [...column.values()]));
  const totals = onlyTotals(cells.flat());
  const schemes = schemesCounted(cells.flat(), parents);
  for (const panel of cells) {
    const withTotal = new Set(panel.filter(isTotal).map(({ amount }) => aspectKey(amount)));
    for (const { index, amount } of panel) {
      const aspect = aspectKey(amount);
      const total = totals.get(aspect) ?? (withTotal.size === 0 ? totals.get(aspectOfPart(amount)) : undefined);
      if (!total || withTotal.has(aspect) || parents.has(index) || amount.lineRole !== 'detail') continue;
      const scheme = schemeOf(amount);
      if (scheme !== null && schemes.get(total.index)?.has(scheme)) parents.set(index, total.index);
    }
  }
}

/** 工资福利支出 and 对个人和家庭的补助 are 人员经费, all other classes of 基本支出 公用经费 (《支出经济分类科目》). */
const PERSONNEL = /^30[13]/;

/** The aspect of the total of 人员经费 or 公用经费 that a class of 基本支出 counts in; that of the amount itself for any other. */
function aspectOfPart(amount: StatedAmount): string {
  const code = amount.codes.find(({ scheme }) => scheme === 'dept_economic')?.code ?? null;
  if (code === null || amount.spendingType !== 'basic') return aspectKey(amount);
  return aspectKey({ ...amount, spendingType: PERSONNEL.test(code) ? 'personnel' : 'public' });
}

/** The totals whose aspect no other total of the table has. */
function onlyTotals(cells: readonly Numbered[]): Map<string, Numbered> {
  const totals = new Map<string, Numbered[]>();
  for (const cell of cells.filter(isTotal)) {
    const aspect = aspectKey(cell.amount);
    totals.set(aspect, [...(totals.get(aspect) ?? []), cell]);
  }
  return new Map(
    [...totals].flatMap(([aspect, [only, ...more]]) => (only && more.length === 0 ? [[aspect, only]] : [])),
  );
}

function schemesCounted(cells: readonly Numbered[], parents: ReadonlyMap<number, number>): Map<number, Set<string>> {
  const schemes = new Map<number, Set<string>>();
  for (const { index, amount } of cells) {
    const parent = parents.get(index);
    const scheme = schemeOf(amount);
    if (parent !== undefined && scheme !== null)
      schemes.set(parent, (schemes.get(parent) ?? new Set<string>()).add(scheme));
  }
  return schemes;
}

function schemeOf({ codes }: StatedAmount): string | null {
  return codes.find(({ code }) => code !== null)?.scheme ?? null;
}

function isTotal({ amount }: Numbered): boolean {
  return amount.lineRole === 'total' && amount.threePublicItem === null;
}
