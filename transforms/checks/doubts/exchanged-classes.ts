/** Personnel classes whose money stands under 公用经费: the columns of 人员经费 and 公用经费 are exchanged. */
import { codeOf } from '../../lines/index.js';
import type { Diagnostic } from '../../../extractors/types.js';
import { groupBy } from '../../codebook/index.js';
import type { BudgetLine } from '../../types.js';

/** 工资福利支出 and 对个人和家庭的补助, of departments and of government: what people get (《支出经济分类科目》). */
const PERSONNEL = /^(?:30[13]|50[19])/;
/** One row may be a slip of its author; several are columns. */
const FEWEST_ROWS = 2;

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/**
 * A warning `columns-exchanged` at each amount of 人员经费 or 公用经费 in tables by economic class that print several classes of personnel as running costs and none of them as
 * personnel.
 */
export function reportExchangedClasses(lines: readonly BudgetLine[]): Diagnostic[] {
  const tables = groupBy(lines.filter(isDivided), ({ place }) => place.tableNo);
  return [...tables.values()].flatMap((table) => (areExchanged(table) ? table.map(report) : []));
}

/** An amount above zero of one of the two kinds of basic expenditure. */
function isDivided(line: BudgetLine): line is PlacedLine {
  const isKind = line.spendingType === 'personnel' || line.spendingType === 'public';
  return line.place.kind === 'table' && line.flow === 'expenditure' && isKind && line.amount > 0n;
}

function areExchanged(table: readonly PlacedLine[]): boolean {
  const ofPersonnel = table.filter((line) =>
    PERSONNEL.test(codeOf(line, 'dept_economic') ?? codeOf(line, 'gov_economic') ?? ''),
  );
  const asRunning = ofPersonnel.filter(({ spendingType }) => spendingType === 'public');
  return asRunning.length >= FEWEST_ROWS && asRunning.length === ofPersonnel.length;
}

function report({ place, label, amountText }: PlacedLine): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `"${label}": pay and allowances stand under 公用经费 in this table, so the columns may be exchanged; ${amountText} is suspect`;
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'columns-exchanged',
    message,
    origin: { tableNo, row, col, page },
  };
}
