/**
 * Panels: a list too long for the page goes on beside itself, in columns of its own, and one total at the end of a panel counts for all of them
 * (公用经费合计 under 302 and 310, each in its panel).
 */
import type { StatedAmount } from '../types.js';
import { aspectKey } from './fact-key.js';
import type { Numbered, Side } from './sides.js';

/**
 * Puts the top lines of panels without a total of their own under the table's one total of the same aspect, where that total counts codes of the
 * same scheme. Nothing is done where the aspect has several totals: then each panel is a list by itself.
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
      const total = totals.get(aspect);
      if (!total || withTotal.has(aspect) || parents.has(index) || amount.lineRole !== 'detail') continue;
      const scheme = schemeOf(amount);
      if (scheme !== null && schemes.get(total.index)?.has(scheme)) parents.set(index, total.index);
    }
  }
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
