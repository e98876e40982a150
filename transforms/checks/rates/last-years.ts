/** Last year's figures in the tables that print them beside this year's. */
import { groupBy } from '../../codebook/index.js';
import type { BudgetLine } from '../../types.js';

/**
 * Gives for a line of a table what its row prints of last year in the same respect; where the years are rows, its column. Several where 预算数 and 执行数 stand side
 * by side; none for lines of sentences.
 */
export function findLastYears(lines: readonly BudgetLine[]): (line: BudgetLine) => readonly BudgetLine[] {
  const lastYears = lines.filter((line) => isLastYear(line) && line.place.kind === 'table');
  const inRows = groupBy(lastYears, rowRespect);
  const inColumns = groupBy(lastYears, columnRespect);
  return (line) => {
    if (line.place.kind !== 'table') return [];
    return inRows.get(rowRespect(line)) ?? inColumns.get(columnRespect(line)) ?? [];
  };
}

export function isLastYear({ budgetStage }: Pick<BudgetLine, 'budgetStage'>): boolean {
  return budgetStage === 'prior_year';
}

/** What a figure and that of last year have in common, rows aside. */
function respect({ flow, fundSource, spendingType, threePublicItem }: BudgetLine): string {
  return [flow, fundSource, spendingType, threePublicItem].join('|');
}

function rowRespect(line: BudgetLine): string {
  const { tableNo, row } = line.place.kind === 'table' ? line.place : { tableNo: 0, row: 0 };
  return [tableNo, row, line.label, respect(line)].join('|');
}

/** Where a column holds figures of two years, its rows are the years. */
function columnRespect(line: BudgetLine): string {
  const { tableNo, col } = line.place.kind === 'table' ? line.place : { tableNo: 0, col: 0 };
  const codes = line.codes.map(({ code }) => code).join();
  return [tableNo, col, respect(line), line.budgetUnitName, line.projectName, codes].join('|');
}
