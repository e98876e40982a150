/** What a fault has made wrong: the places whose lines are not those of the untouched document. */
import { MICRO_PER_FEN } from '../../transforms/amounts/index.js';
import type { BudgetLine, MicroYuan } from '../../transforms/index.js';
import type { Place } from './places.js';
import type { Snapshot } from './snapshot.js';

export interface WrongPlace {
  readonly key: string;
  readonly place: Place;
  readonly truth: readonly BudgetLine[];
  /** Empty where the line is lost. */
  readonly found: readonly BudgetLine[];
  /** How far the amount is off (a lost line: all of it); null where it is right and its meaning wrong. */
  readonly error: MicroYuan | null;
}

/** Places with lines that are lost, new, or say something else: another amount, code or meaning of row and column. */
export function findWrongPlaces(before: Snapshot, after: Snapshot): readonly WrongPlace[] {
  const places = new Map([...before.places, ...after.places]);
  return [...places].flatMap(([key, place]) => {
    const truth = before.lines.get(key) ?? [];
    const found = after.lines.get(key) ?? [];
    return meaningOf(truth) === meaningOf(found) ? [] : [{ key, place, truth, found, error: errorOf(truth, found) }];
  });
}

/** Whether a line says of an economic class only that it is of 基本支出, and all else as in truth: which part of it the class is, the class itself tells. */
export function saysWider(truth: BudgetLine, found: BudgetLine | undefined): boolean {
  const isClass = truth.codes.some(({ scheme, code }) => scheme === 'dept_economic' && code !== null);
  const isPart = truth.spendingType === 'personnel' || truth.spendingType === 'public';
  if (!isClass || !isPart || found?.spendingType !== 'basic') return false;
  return describe({ ...truth, spendingType: 'basic' }) === describe(found);
}

function errorOf(truth: readonly BudgetLine[], found: readonly BudgetLine[]): MicroYuan | null {
  const sum = (lines: readonly BudgetLine[]): bigint => lines.reduce((total, { amount }) => total + amount, 0n);
  const difference = sum(truth) - sum(found);
  const amounts = (lines: readonly BudgetLine[]): string => lines.map(({ amount }) => String(amount)).join();
  if (found.length > 0 && amounts(truth) === amounts(found)) return null;
  return (difference < 0n ? -difference : difference) * MICRO_PER_FEN;
}

function meaningOf(lines: readonly BudgetLine[]): string {
  return lines.map(describe).sort().join('\n');
}

function describe(line: BudgetLine): string {
  const { amount, tableKind, fiscalYear, budgetStage, flow, lineRole, totalKind, fundSource, spendingType } = line;
  const { threePublicItem, budgetUnitName, projectName, projectCode } = line;
  const codes = line.codes.map(({ scheme, code }) => `${scheme}:${code ?? ''}`).sort();
  return [
    ...[amount, tableKind, fiscalYear, budgetStage, flow, lineRole, totalKind, fundSource, spendingType].map(String),
    ...[threePublicItem, budgetUnitName, projectName, projectCode].map(String),
    ...codes,
  ].join('|');
}
