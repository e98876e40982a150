/** Figures below zero of what is never below zero: 三公 costs and purchases. */
import { domainOf } from '../../lines/index.js';
import type { Diagnostic } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';

/** A warning `amount-negative` at each figure of a table that is below zero although nobody gets money back for it: a change perhaps stands in its column. */
export function reportNegativeItems(lines: readonly BudgetLine[]): Diagnostic[] {
  return lines.flatMap((line) => {
    const { place, amount, label, amountText } = line;
    if (place.kind !== 'table' || amount >= 0n || domainOf(line) === 'accounts') return [];
    const { tableNo, row, col, page } = place;
    const message = `"${label}" is never below zero, and ${amountText} is printed, perhaps a change in the column of amounts; the line is suspect`;
    return [
      {
        stage: 'transform',
        severity: 'warning',
        code: 'amount-negative',
        message,
        origin: { tableNo, row, col, page },
      },
    ];
  });
}
