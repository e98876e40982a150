/** A table that prints last year's figure beside this year's and the change between them. */
import { fenToMicro } from '../amounts/index.js';
import type { BudgetLine } from '../types.js';
import { judge, nameOf, placeId, placeName } from './finding.js';
import type { Finding } from './finding.js';
import type { RoundingUnits } from './rounding.js';

/** Every printed change in a row that also prints last year's figure, in the same respect. `lines` are one table's. */
export function checkChanges(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const lastYear = new Map(
    lines.filter(({ budgetStage }) => budgetStage === 'prior_year').map((line) => [respectOf(line), line]),
  );
  return lines.flatMap((line) => {
    const before = line.budgetStage === 'prior_year' ? undefined : lastYear.get(respectOf(line));
    if (!before || line.yoyAmount === null) return [];
    const expected = fenToMicro(line.amount - before.amount);
    const actual = fenToMicro(line.yoyAmount);
    const tolerance = units.ofPair(line, before) + units.of(line) / 2n;
    return [
      {
        rule: 'change' as const,
        checkId: `change:${placeId(line)}`,
        subject: `${placeName(line)} ${nameOf(line)}: change = this year − last year`,
        expected,
        actual,
        tolerance,
        unit: 'yuan' as const,
        status: judge(expected, actual, tolerance),
        lineNos: [line.lineNo, before.lineNo],
        cellRefs: [],
      },
    ];
  });
}

function respectOf(line: BudgetLine): string {
  const row = line.place.kind === 'table' ? String(line.place.row) : '';
  return [row, line.flow, line.label, line.fundSource, line.spendingType, line.threePublicItem].join('|');
}
