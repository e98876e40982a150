/** Of which row each row of a table side is a part, totals aside: by code, by 三公 item, by the printed outline, by 其中. */
import type { FundSource, SpendingType, ThreePublicItem } from '../types.js';
import { CodeTree } from './code-tree.js';
import { fundAncestors, itemAncestors, spendingAncestors } from './dimensions.js';
import type { OutlineRow } from './rows.js';

/**
 * Parent index for every row (undefined: at the top, or a total). A code beats the outline: where both rows have codes and neither
 * contains the other, indentation and numbering do not count. Linear in the rows.
 */
export function findRowParents(rows: readonly OutlineRow[]): (number | undefined)[] {
  const finder = new ParentFinder(rows);
  return rows.map((_, index) => finder.next(index));
}

class ParentFinder {
  readonly #rows: readonly OutlineRow[];
  readonly #codes = new CodeTree();
  readonly #latestItem = new Map<ThreePublicItem, number>();
  readonly #firstItem = new Map<ThreePublicItem, number>();
  /** The latest row of 财政拨款 and of 基本支出: what its sources and kinds are listed under. */
  readonly #latestGroup = new Map<FundSource | SpendingType, number>();
  /** Rows of a printed outline that are still open, outermost first. */
  #open: number[] = [];
  /** The nearest row above that is no 其中. */
  #counted: number | undefined;
  /** A carryover row right below 本年…合计: rows of single budgets under it are its parts, with or without 其中. */
  #carryover: number | undefined;

  constructor(rows: readonly OutlineRow[]) {
    this.#rows = rows;
    rows.forEach(({ item, role }, index) => {
      if (item !== null && role !== 'memo' && !this.#firstItem.has(item)) this.#firstItem.set(item, index);
    });
  }

  /** The parent of the next row; rows must be asked for in order. */
  next(index: number): number | undefined {
    const row = this.#rows[index];
    if (!row) return undefined;
    if (row.totalKind !== null) {
      // a unit's block repeats the codes of the block before
      if (row.totalKind === 'subtotal') this.#codes.clear();
      this.#open = [];
      this.#latestGroup.clear();
      this.#carryover = undefined;
      this.#counted = index;
      return undefined;
    }
    const parent = row.role === 'memo' ? this.#memoParent(row, index) : this.#partParent(row, index);
    this.#remember(row, index);
    return parent;
  }

  #remember(row: OutlineRow, index: number): void {
    if (row.role !== 'memo') {
      this.#codes.add(row, index);
      this.#counted = index;
      const belowTotal = index > 1 && this.#rows[index - 1]?.totalKind === 'current';
      if (row.role === 'carryover' && belowTotal) this.#carryover = index;
      if (row.item !== null) this.#latestItem.set(row.item, index);
      if (row.fund === 'fiscal_appropriation') this.#latestGroup.set(row.fund, index);
      if (row.spending === 'basic') this.#latestGroup.set(row.spending, index);
    }
    if (row.depth === null) return;
    while (this.#depthOfInnermost() >= row.depth) this.#open.pop();
    this.#open.push(index);
  }

  #partParent(row: OutlineRow, index: number): number | undefined {
    if (row.role === 'carryover' || row.role === 'surplus_distribution') return undefined;
    if (this.#carryover !== undefined && isSingleBudget(row)) return this.#carryover;
    const byCode = this.#codes.parentOf(row);
    if (byCode !== undefined) return byCode;
    const byOutline = this.#above(row.depth);
    // （1）国内接待费 under 3.公务接待费
    if (row.item !== null) return row.item === this.#itemOf(byOutline) ? byOutline : this.#itemParent(row.item, index);
    return byOutline !== undefined && mayContain(this.#rows[byOutline], row) ? byOutline : this.#groupParent(row);
  }

  /** 一般公共预算 under 财政拨款, 人员经费 under 基本支出, unless the outline puts both on one level. */
  #groupParent(row: OutlineRow): number | undefined {
    const groups = [
      ...(row.fund ? fundAncestors(row.fund) : []),
      ...(row.spending ? spendingAncestors(row.spending) : []),
    ];
    const found = groups.map((group) => this.#latestGroup.get(group)).find((index) => index !== undefined);
    const group = found === undefined ? undefined : this.#rows[found];
    const sameLevel = row.depth !== null && group !== undefined && row.depth === group.depth;
    return group && !sameLevel && group.codes.join() === row.codes.join() ? found : undefined;
  }

  /** 其中 repeats part of the line under which it stands; a 三公 item that does not belong there stands under a blank row. */
  #memoParent(row: OutlineRow, index: number): number | undefined {
    const numbered = this.#counted !== undefined && this.#rows[this.#counted]?.depth !== null;
    const printed = (numbered ? this.#above(row.depth) : undefined) ?? this.#counted;
    if (row.item === null) return printed;
    const containing = [row.item, ...itemAncestors(row.item)];
    const fits = printed !== undefined && containing.some((item) => item === this.#rows[printed]?.item);
    return fits ? printed : this.#itemParent(row.item, index);
  }

  /** The row of the nearest item above in the item tree, wherever it stands; of two 三公 totals in a row the second is in the first. */
  #itemParent(item: ThreePublicItem, index: number): number | undefined {
    if (item === 'total') return this.#rows[index - 1]?.item === 'total' ? index - 1 : undefined;
    for (const ancestor of itemAncestors(item)) {
      const found = this.#latestItem.get(ancestor) ?? this.#firstItem.get(ancestor);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #itemOf(index: number | undefined): ThreePublicItem | null {
    return index === undefined ? null : (this.#rows[index]?.item ?? null);
  }

  /** The nearest open row with a smaller depth. */
  #above(depth: number | null): number | undefined {
    return depth === null ? undefined : this.#open.findLast((index) => (this.#rows[index]?.depth ?? 0) < depth);
  }

  #depthOfInnermost(): number {
    const innermost = this.#open.at(-1);
    return innermost === undefined
      ? Number.NEGATIVE_INFINITY
      : (this.#rows[innermost]?.depth ?? Number.NEGATIVE_INFINITY);
  }
}

/** 一般公共预算, 政府性基金 or 国有资本经营 on a row without a code. */
function isSingleBudget(row: OutlineRow): boolean {
  const isBudget = row.fund !== null && fundAncestors(row.fund)[0] === 'fiscal_appropriation';
  return isBudget && row.codes.every((code) => code === '');
}

/** Whether nothing in the codes of two rows, or in what the upper one is, speaks against the lower one being its part. */
export function mayContain(parent: OutlineRow | undefined, row: OutlineRow): boolean {
  if (!parent || parent.role === 'carryover') return false;
  return row.codes.every((code, scheme) => {
    const above = parent.codes[scheme] ?? '';
    return code === '' || above === '' || (code !== above && code.startsWith(above));
  });
}
