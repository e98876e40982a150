/** 货物, 工程 and 服务 as prose sums them up, against the items of the procurement table. */
import { aspectKey, domainOf, procurementClass } from '../../lines/index.js';
import type { BudgetLine } from '../../types.js';
import type { Sum } from './sum.js';

/**
 * One sum for each kind of purchase that prose states and the table itemises. Where the table has an item of unknown kind, the items found
 * may be incomplete.
 */
export function findPurchaseSums(lines: readonly BudgetLine[]): Sum[] {
  const items = lines.filter((line) => domainOf(line) === 'procurement' && line.place.kind === 'table' && line.isLeaf);
  const allKnown = items.every((line) => procurementClass(line) !== null);
  const byAspect = new Map<string, BudgetLine[]>();
  for (const item of items) {
    const key = aspectKey({ ...item, budgetUnitName: null, projectName: null, projectCode: null });
    const known = byAspect.get(key);
    if (known) known.push(item);
    else byAspect.set(key, [item]);
  }
  return lines.flatMap((whole) => {
    if (whole.place.kind !== 'prose' || procurementClass(whole) === null) return [];
    const parts = byAspect.get(aspectKey(whole));
    return parts ? [{ rule: 'purchase-parts', whole, parts, kind: allKnown ? 'exact' : 'at_most' }] : [];
  });
}
