/** Of which amount in running text another one is a part: 支出预算 … 其中：基本支出 …, or a 项 of a 类 named in the paragraph above. */
import type { StatedAmount } from '../types.js';
import {
  domainOf,
  fundAncestors,
  itemAncestors,
  procurementClass,
  spendingAncestors,
  treeCodes,
} from './dimensions.js';
import type { Numbered } from './sides.js';

/** How far back (in amounts) a whole may stand before its part; longer lists of 项 under one total are not printed in prose. */
const REACH = 60;

/** In which respect one amount is a part of another. */
export type Facet = 'code' | 'item' | 'spending' | 'fund' | 'project' | 'purchase';

/** The parent's index for every prose amount that has one; amounts in document order. */
export function findProseParents(amounts: readonly Numbered[]): Map<number, number> {
  const parents = new Map<number, number>();
  amounts.forEach((part, at) => {
    const before = amounts.slice(Math.max(0, at - REACH), at).reverse();
    const whole = part.amount.lineRole === 'memo' ? memoWhole(part, before) : partWhole(part, before);
    if (whole) parents.set(part.index, whole.index);
  });
  return parents;
}

/** The nearest amount before that contains the part: in its own sentence, else in what is said of the same statement. */
function partWhole(part: Numbered, before: readonly Numbered[]): Numbered | undefined {
  const wholes = before.filter((other) => partFacet(other.amount, part.amount) !== null);
  return (
    wholes.find((other) => sameSentence(other.amount, part.amount)) ??
    wholes.find((other) => other.amount.tableKind === part.amount.tableKind)
  );
}

/** 其中 speaks of the amount just before it, in the same paragraph, and of nothing else. */
function memoWhole(part: Numbered, before: readonly Numbered[]): Numbered | undefined {
  const whole = before.find((other) => other.amount.lineRole !== 'memo');
  const sameBlock =
    whole?.amount.place.kind === 'prose' &&
    part.amount.place.kind === 'prose' &&
    whole.amount.place.blockNo === part.amount.place.blockNo;
  return whole && sameBlock && partFacet(whole.amount, part.amount) !== null ? whole : undefined;
}

export function sameSentence(a: StatedAmount, b: StatedAmount): boolean {
  return (
    a.place.kind === 'prose' &&
    b.place.kind === 'prose' &&
    a.place.blockNo === b.place.blockNo &&
    a.place.sentenceStart === b.place.sentenceStart
  );
}

/** The one respect in which `part` is less than `whole`; null where it is no part, or differs in more than one respect. */
export function partFacet(whole: StatedAmount, part: StatedAmount): Facet | null {
  if (whole.flow !== part.flow || whole.budgetStage !== part.budgetStage || whole.fiscalYear !== part.fiscalYear)
    return null;
  if (whole.budgetUnitName !== part.budgetUnitName || whole.lineRole === 'memo' || whole.lineRole === 'carryover')
    return null;
  const relations: readonly (readonly [Facet, Relation])[] = [
    ['code', codesRelation(whole, part)],
    ['item', relate(whole.threePublicItem, part.threePublicItem, itemAncestors)],
    ['spending', relate(whole.spendingType, part.spendingType, spendingAncestors)],
    ['fund', relate(whole.fundSource, part.fundSource, fundAncestors)],
    ['project', projectRelation(whole, part)],
    ['purchase', purchaseRelation(whole, part)],
  ];
  if (relations.some(([, relation]) => relation === 'apart')) return null;
  const parts = relations.filter(([, relation]) => relation === 'part');
  return parts.length === 1 ? (parts[0]?.[0] ?? null) : null;
}

type Relation = 'same' | 'part' | 'apart';

function relate<Value>(whole: Value | null, part: Value | null, ancestorsOf: (value: Value) => Value[]): Relation {
  if (whole === part) return 'same';
  return whole !== null && part !== null && ancestorsOf(part).includes(whole) ? 'part' : 'apart';
}

function codesRelation(whole: StatedAmount, part: StatedAmount): Relation {
  const wholes = treeCodes(whole);
  const parts = treeCodes(part);
  if (!wholes.every((code, scheme) => (parts[scheme] ?? '').startsWith(code))) return 'apart';
  return wholes.join() === parts.join() ? 'same' : 'part';
}

function projectRelation(whole: StatedAmount, part: StatedAmount): Relation {
  const wholeName = projectOf(whole);
  const partName = projectOf(part);
  if (wholeName === partName || (part.lineRole === 'memo' && partName === null)) return 'same';
  // 其中：财政拨款 said of a project need not name it again
  if (partName === null && domainOf(part) === 'projects' && sameSentence(whole, part)) return 'same';
  return wholeName === null && whole.spendingType === 'project' ? 'part' : 'apart';
}

function purchaseRelation(whole: StatedAmount, part: StatedAmount): Relation {
  if (domainOf(whole) === 'agency_operation' || domainOf(part) === 'agency_operation') return 'apart';
  if ((domainOf(whole) === 'procurement') !== (domainOf(part) === 'procurement')) return 'apart';
  const partClass = procurementClass(part);
  if (partClass === procurementClass(whole)) return 'same';
  return procurementClass(whole) === null ? 'part' : 'apart';
}

/** The project an amount names: by name, or by its own words in a list of projects. */
function projectOf(amount: StatedAmount): string | null {
  if (amount.projectName !== null) return amount.projectName;
  const listed = domainOf(amount) === 'projects' && amount.lineRole === 'detail';
  return listed && treeCodes(amount).every((code) => code === '') ? amount.label : null;
}
