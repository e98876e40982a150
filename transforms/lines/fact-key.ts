/** When two lines state the same fact: everything that their words say about the quantity is the same, whatever the amount. */
import type { StatedAmount } from '../types.js';
import { codeOf, domainOf, plainLabel, procurementClass, treeCodes } from './dimensions.js';

/**
 * Key of the fact that an amount states; equal keys are the same fact, also where the amounts differ.
 *
 * The row's words count only where nothing else tells it apart: an uncoded detail, or a 其中 row, whose parent counts too.
 *
 * @param parent the line of which the amount is a part, null for none
 */
export function factKey(amount: StatedAmount, parent: StatedAmount | null): string {
  const isTotal = amount.lineRole === 'total' && !hasCode(amount);
  const total =
    isTotal && !(isNamedBySource(amount) && amount.totalKind !== 'grand') ? (amount.totalKind ?? 'current') : '';
  const words = needsWords(amount, parent) ? plainLabel(amount.label) : '';
  // the carryover of appropriations is a part of all carryover, though both have the fund source `carryover`
  const fiscal = amount.lineRole === 'carryover' && /财政拨款/.test(amount.label) ? 'fiscal' : '';
  const memoOf = amount.lineRole === 'memo' && words !== '' && parent ? plainLabel(parent.label) : '';
  return [
    aspectKey(amount),
    isLocal(amount) ? localScope(amount) : '',
    total,
    ...treeCodes(amount),
    codeOf(amount, 'procurement') ?? '',
    words,
    fiscal,
    memoOf,
  ].join('\u0000');
}

/** Key of the aspect in which an amount counts: everything but its codes and words. Lines of equal aspect may be added up. */
export function aspectKey(amount: StatedAmount, fundSource: string = amount.fundSource): string {
  return [
    amount.flow,
    amount.budgetStage,
    String(amount.fiscalYear),
    domainOf(amount),
    fundSource,
    amount.spendingType ?? (amount.flow === 'expenditure' ? 'total' : ''),
    amount.threePublicItem ?? '',
    amount.budgetUnitName ?? '',
    amount.projectCode ?? amount.projectName ?? '',
    procurementClass(amount) ?? '',
  ].join('\u0000');
}

/** A table is one statement; so is what prose says about one of them, however many sentences it takes. */
export function statementOf(amount: StatedAmount): string {
  return amount.place.kind === 'table' ? `t.${String(amount.place.tableNo)}` : `prose ${amount.tableKind}`;
}

/** Amounts about projects that name none (the 合计 of a project's own form) mean something in their own table or sentence only. */
export function isLocal(amount: StatedAmount): boolean {
  return (
    domainOf(amount) === 'projects' && amount.projectName === null && amount.projectCode === null && !hasCode(amount)
  );
}

function localScope(amount: StatedAmount): string {
  const { place } = amount;
  return place.kind === 'table' ? statementOf(amount) : `b.${String(place.blockNo)} ${String(place.charStart)}`;
}

export function hasCode(amount: StatedAmount): boolean {
  return amount.codes.some(({ code }) => code !== null);
}

function needsWords(amount: StatedAmount, parent: StatedAmount | null): boolean {
  if (amount.lineRole === 'total' || amount.lineRole === 'carryover' || hasCode(amount)) return false;
  if (amount.projectName !== null || amount.projectCode !== null) return false;
  if (amount.lineRole === 'memo' && amount.threePublicItem !== null)
    return parent?.threePublicItem === amount.threePublicItem;
  if (amount.threePublicItem !== null) return false;
  return amount.lineRole === 'memo' || !isNamedBySource(amount);
}

/** Revenue of one source is that source's, whether a row of sources, the total of its column or a sentence states it. */
function isNamedBySource({ flow, fundSource }: StatedAmount): boolean {
  return flow === 'revenue' && fundSource !== 'all' && fundSource !== 'current_year' && fundSource !== 'other';
}
