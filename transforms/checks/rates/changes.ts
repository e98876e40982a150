/** A table that prints last year's figure beside this year's and the change between them. */
import { fenToMicro } from '../../amounts/index.js';
import type { BudgetLine, Fen } from '../../types.js';
import { compare } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';

/**
 * Every printed change in a row that also prints last year's figure, in the same respect; where the years are rows, those of its column. Of several
 * figures of last year (预算数 and 执行数) the change is from the one that it fits. `lines` are one table's.
 */
export function checkChanges(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const lastYears = lines.filter(({ budgetStage }) => budgetStage === 'prior_year');
  const inRows = groupBy(lastYears, rowRespect);
  const inColumns = groupBy(lastYears, columnRespect);
  return lines.flatMap((line) => {
    if (line.budgetStage === 'prior_year' || line.yoyAmount === null) return [];
    const before = inRows.get(rowRespect(line)) ?? inColumns.get(columnRespect(line)) ?? [];
    const findings = before.map((earlier) => compareChange(line, earlier, line.yoyAmount ?? 0n, units));
    return findings.find(({ status }) => status !== 'fail') ?? findings.slice(0, 1);
  });
}

function compareChange(line: BudgetLine, before: BudgetLine, change: Fen, units: RoundingUnits): Finding {
  return compare({
    rule: 'change',
    checkId: `change:${placeId(line)}`,
    subject: `${placeName(line)} ${nameOf(line)}: change = this year − last year`,
    terms: [
      { line, side: 'expected' },
      { line: before, side: 'expected', minus: true },
    ],
    constants: { actual: fenToMicro(change) },
    tolerance: units.ofPair(line, before) + units.of(line) / 2n,
  });
}

function groupBy(lines: readonly BudgetLine[], keyOf: (line: BudgetLine) => string): Map<string, BudgetLine[]> {
  const groups = new Map<string, BudgetLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}

function rowRespect(line: BudgetLine): string {
  const row = line.place.kind === 'table' ? String(line.place.row) : '';
  return [row, line.flow, line.label, line.fundSource, line.spendingType, line.threePublicItem].join('|');
}

/** Where a column holds figures of two years, its rows are the years. */
function columnRespect(line: BudgetLine): string {
  const col = line.place.kind === 'table' ? String(line.place.col) : '';
  const codes = line.codes.map(({ code }) => code).join();
  const { flow, fundSource, spendingType, threePublicItem, budgetUnitName, projectName } = line;
  return [col, flow, fundSource, spendingType, threePublicItem, budgetUnitName, projectName, codes].join('|');
}
