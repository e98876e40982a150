/** Columns of statements that are lists by function, whole. */
import { codeOf, domainOf, hasCode } from '../../lines/index.js';
import { groupBy } from '../../codebook/index.js';
import { DOUBTFUL_SCORE } from '../../codes/index.js';
import type { BudgetLine, Fen } from '../../types.js';

/** Digits of a 类. */
const CLASS_DIGITS = 3;

export type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/** A column that is a list by function, whole: its leaves are all classified, and make up its total. */
export interface ListOfClasses {
  readonly total: PlacedLine;
  /** The leaves by the 类 that they are in. */
  readonly classes: ReadonlyMap<string, readonly PlacedLine[]>;
  /** What it prints for a 类 itself. */
  readonly printed: ReadonlyMap<string, PlacedLine>;
}

/** The columns of total expenditure in tables whose leaves are all surely classified and make up a total of the column. */
export function findListsOfClasses(lines: readonly BudgetLine[]): ListOfClasses[] {
  const columns = groupBy(lines.filter(isSpending), ({ place }) => `${String(place.tableNo)} ${String(place.col)}`);
  return [...columns.values()].flatMap((column) => listOf(column) ?? []);
}

/** What a list says of a class: its own figure, else those of its leaves; none where it has none. */
export function figuresOf({ printed, classes }: ListOfClasses, code: string): readonly PlacedLine[] {
  const own = printed.get(code);
  return own ? [own] : (classes.get(code) ?? []);
}

function isSpending(line: BudgetLine): line is PlacedLine {
  const isOfAll = line.flow === 'expenditure' && line.spendingType === 'total' && line.lineRole !== 'memo';
  return line.place.kind === 'table' && isOfAll && domainOf(line) === 'accounts' && line.amount !== 0n;
}

function listOf(column: readonly PlacedLine[]): ListOfClasses | null {
  const details = column.filter(({ lineRole }) => lineRole === 'detail');
  const leaves = details.filter(({ isLeaf }) => isLeaf);
  const sum = leaves.reduce((all, { amount }) => all + amount, 0n);
  const total = column.find((line) => isTotal(line, sum));
  if (!total || !leaves.every(isSurelyClassified)) return null;
  const classes = groupBy(leaves, classOf);
  const own = details.filter((line) => codeOf(line, 'function')?.length === CLASS_DIGITS);
  return { total, classes, printed: new Map(own.map((line) => [classOf(line), line])) };
}

function isTotal(line: PlacedLine, sum: Fen): boolean {
  const isOfAll = line.lineRole === 'total' && line.totalKind !== 'subtotal' && line.budgetUnitName === null;
  return isOfAll && !hasCode(line) && line.amount === sum;
}

function isSurelyClassified(line: PlacedLine): boolean {
  const [only, ...others] = line.codes.filter(({ scheme }) => scheme === 'function');
  return (
    only !== undefined && others.length === 0 && only.code !== null && only.score >= DOUBTFUL_SCORE && !line.ambiguous
  );
}

function classOf(line: PlacedLine): string {
  return (codeOf(line, 'function') ?? '').slice(0, CLASS_DIGITS);
}
