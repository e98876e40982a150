/** Funds of a list of projects that stand in each other's column. */
import type { Diagnostic } from '../../../extractors/types.js';
import { domainOf, hasCode } from '../../lines/index.js';
import type { BudgetLine, Fen, FundSource } from '../../types.js';

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/** What the statement of one fund prints for all projects, and a list of projects for those that the fund pays for. */
interface OfFund {
  readonly fund: FundSource;
  readonly stated: Fen;
  readonly listed: Fen;
}

/**
 * A warning `columns-exchanged` at each amount of two funds in a list of projects whose sums are each what the statement of the other fund prints for projects: no row and no column of the list
 * tells, for each keeps its sum.
 *
 * @param lines those of the document
 */
export function reportExchangedFunds(lines: readonly BudgetLine[]): Diagnostic[] {
  const placed = lines.filter((line): line is PlacedLine => line.place.kind === 'table' && line.flow === 'expenditure');
  const stated = statedForProjects(placed);
  const lists = new Map<string, PlacedLine[]>();
  for (const line of placed.filter((each) => domainOf(each) === 'projects'))
    lists.set(listOf(line), [...(lists.get(listOf(line)) ?? []), line]);
  return [...lists.values()].flatMap((list) => {
    const funds = [...new Set(list.map(({ fundSource }) => fundSource))].flatMap((fund): OfFund[] => {
      const amount = stated.get(keyOf(list[0], fund));
      const listed = sumOf(list.filter(({ fundSource }) => fundSource === fund));
      return amount === undefined || listed === null ? [] : [{ fund, stated: amount, listed }];
    });
    const exchanged = new Set(
      funds.filter((one) => funds.some((other) => areExchanged(one, other))).map(({ fund }) => fund),
    );
    return list.filter(({ fundSource }) => exchanged.has(fundSource)).map(report);
  });
}

/** What the statements of single funds print for all projects; nothing where two differ. */
function statedForProjects(lines: readonly PlacedLine[]): ReadonlyMap<string, Fen> {
  const totals = lines.filter(
    (line) =>
      domainOf(line) === 'accounts' && line.spendingType === 'project' && isWhole(line) && line.budgetUnitName === null,
  );
  const amounts = new Map<string, Set<Fen>>();
  for (const line of totals) {
    const key = keyOf(line, line.fundSource);
    amounts.set(key, (amounts.get(key) ?? new Set()).add(line.amount));
  }
  return new Map(
    [...amounts].flatMap(([key, [first, ...others]]) =>
      first === undefined || others.length > 0 ? [] : [[key, first] as const],
    ),
  );
}

/** The total of a column of projects, else the sum of its rows; null where it prints several totals. */
function sumOf(column: readonly PlacedLine[]): Fen | null {
  const [total, ...totals] = column.filter(isWhole);
  if (total) return totals.length === 0 ? total.amount : null;
  return column.filter(({ isLeaf }) => isLeaf).reduce((sum, { amount }) => sum + amount, 0n);
}

function isWhole(line: BudgetLine): boolean {
  return line.lineRole === 'total' && line.totalKind !== 'subtotal' && !hasCode(line);
}

function areExchanged(a: OfFund, b: OfFund): boolean {
  return a.stated !== b.stated && a.listed === b.stated && b.listed === a.stated;
}

function keyOf(line: PlacedLine | undefined, fund: FundSource): string {
  return [line?.budgetStage, line?.fiscalYear, fund].join('|');
}

function listOf(line: PlacedLine): string {
  return `${line.place.tableNo} ${keyOf(line, 'all')}`;
}

function report({ place, label, amountText }: PlacedLine): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `"${label}": the sums of two funds are each what the statement of the other prints for projects, so the columns may be exchanged; ${amountText} is suspect`;
  const origin = { tableNo, row, col, page };
  return { stage: 'transform', severity: 'warning', code: 'columns-exchanged', message, origin };
}
