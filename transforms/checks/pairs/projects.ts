/** Project expenditure against the amounts on the projects' performance forms. */
import { fenToMicro } from '../../amounts/index.js';
import { domainOf, hasCode } from '../../lines/index.js';
import type { BudgetLine, Fen, PerformanceTarget } from '../../types.js';
import { compare } from '../finding.js';
import type { Finding } from '../finding.js';
import { placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';

/**
 * The sum of the forms against 项目支出. Forms are often printed for the main projects only, or for several years at once, so a difference
 * says nothing: only an agreement is reported. Each project counts once, however many indicators its form has.
 */
export function checkProjectForms(
  lines: readonly BudgetLine[],
  targets: readonly PerformanceTarget[],
  units: RoundingUnits,
): Finding[] {
  const projects = new Map<string, Fen>();
  for (const { scope, projectCode, projectName, projectAmount } of targets) {
    const name = projectCode ?? projectName;
    if (scope === 'project' && name !== null && projectAmount !== null) projects.set(name, projectAmount);
  }
  const total = lines.find(isProjectTotal);
  if (!total || projects.size === 0) return [];
  const finding = compare({
    rule: 'project-targets',
    checkId: `project-targets:${placeId(total)}`,
    subject: `${placeName(total)} 项目支出 = ${String(projects.size)} performance forms`,
    terms: [{ line: total, side: 'actual' }],
    constants: { expected: fenToMicro([...projects.values()].reduce((sum, amount) => sum + amount, 0n)) },
    tolerance: (units.of(total) * BigInt(projects.size + 1)) / 2n,
  });
  return finding.status === 'fail' ? [] : [finding];
}

function isProjectTotal(line: BudgetLine): boolean {
  return (
    line.spendingType === 'project' &&
    line.lineRole === 'total' &&
    domainOf(line) === 'accounts' &&
    !hasCode(line) &&
    line.budgetStage === 'budget'
  );
}
