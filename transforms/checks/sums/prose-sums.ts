/** Sums that sentences state: 支出预算 = 基本支出 + 项目支出, a 类 and its 项, 三公 and its items, purchases and their kinds. */
import { aspectKey, factKey, hasCode, partFacet, statementOf } from '../../lines/index.js';
import type { Facet } from '../../lines/index.js';
import type { BudgetLine, FundSource } from '../../types.js';
import type { FundClass } from '../pairs/fund-classes.js';
import type { Sum, SumKind } from './sum.js';
import { hasAllItems } from './axes.js';
import type { RuleId } from '../rules/index.js';

/** Shares of a complete list add up to this, give or take their rounding (ten-thousandths of a percent). */
const WHOLE_SHARE = 1_000_000n;
const SHARE_SLACK = 1_000n;

/** Other wholes of the same list whose parts make them up; a single one may be chance. */
const FEWEST_MET = 2;

/** The same where each is made up by a single part: a list of what is most important may have such, too. */
const FEWEST_MET_SINGLY = 3;

interface ProseSum extends Sum {
  readonly facet: Facet;
}

/**
 * Every prose line that others break down, one sum for each respect in which they do.
 *
 * @param fundClass which funds of the document hold the same money: a part of such a fund is all of its whole
 */
export function findProseSums(lines: readonly BudgetLine[], fundClass: FundClass): Sum[] {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const groups = new Map<string, { whole: BudgetLine; facet: Facet; parts: BudgetLine[] }>();
  for (const part of lines) {
    const whole = part.place.kind === 'prose' ? byNumber.get(part.parentLineNo ?? 0) : undefined;
    const facet = whole ? partFacet(whole, part) : null;
    if (!whole || facet === null) continue;
    const key = `${String(whole.lineNo)} ${facet}`;
    const group = groups.get(key) ?? { whole, facet, parts: [] };
    group.parts.push(part);
    groups.set(key, group);
  }
  // where nothing else is spent, nothing else is received
  const spentAs = (line: BudgetLine): FundSource => fundClass({ ...line, flow: 'expenditure' });
  const isSpentAsOne = (part: BudgetLine, whole: BudgetLine): boolean => spentAs(part) === spentAs(whole);
  const sums = [...groups.values()].map(({ whole, facet, parts }): ProseSum => {
    const once = dropContained(dropRepeats(parts));
    const isSameMoney = facet === 'fund' && once.length === 1 && once.every((part) => isSpentAsOne(part, whole));
    return {
      facet,
      rule: ruleFor(facet, whole),
      whole,
      parts: once,
      kind: isSameMoney ? 'exact' : sumKind(facet, whole, once),
    };
  });
  return sums.map((sum) => (isInCompleteList(sum, sums) ? { ...sum, kind: 'exact' } : sum));
}

/** Whether the sum is of a list of codes in which all other wholes are met to the fen: several of them, one at least by several parts, or more. Such a list leaves nothing out. */
function isInCompleteList({ facet, kind, whole }: ProseSum, sums: readonly ProseSum[]): boolean {
  if (facet !== 'code' || kind !== 'at_most' || !hasCode(whole)) return false;
  const others = sums.filter(
    (other) => other.facet === 'code' && other.whole !== whole && isOfOneList(other.whole, whole),
  );
  const fewest = others.some(({ parts }) => parts.length > 1) ? FEWEST_MET : FEWEST_MET_SINGLY;
  return others.length >= fewest && others.every(isMet);
}

function isOfOneList(a: BudgetLine, b: BudgetLine): boolean {
  return hasCode(a) && statementOf(a) === statementOf(b) && aspectKey(a) === aspectKey(b);
}

function isMet({ whole, parts }: Sum): boolean {
  return parts.reduce((left, { amount }) => left - amount, whole.amount) === 0n;
}

function ruleFor(facet: Facet, whole: BudgetLine): RuleId {
  switch (facet) {
    case 'code':
      return hasCode(whole) ? 'code-tree' : 'column-total';
    case 'item':
      return 'three-public-parts';
    case 'spending':
      return 'spending-parts';
    case 'fund':
      return 'fund-parts';
    case 'project':
      return 'project-parts';
    case 'purchase':
      return 'purchase-parts';
  }
}

/** Prose says things twice: the first statement of a part counts; a 项 listed twice with different amounts is two entries. */
function dropRepeats(parts: readonly BudgetLine[]): BudgetLine[] {
  const known = new Set<string>();
  return parts.filter((part) => {
    const key = factKey(part, null) + (hasCode(part) ? ` ${String(part.amount)}` : '');
    return known.has(key) ? false : known.add(key);
  });
}

/** Of a code and a code inside it, both listed under one total, only the wider counts. */
function dropContained(parts: readonly BudgetLine[]): BudgetLine[] {
  return parts.filter((part) => !parts.some((other) => other !== part && partFacet(other, part) === 'code'));
}

/**
 * Sentences list what they like: only where the kinds of parts are known to be all there must the sum be met. A part that names no project
 * may belong to another than the last named.
 */
function sumKind(facet: Facet, whole: BudgetLine, parts: readonly BudgetLine[]): SumKind {
  if (whole.projectName !== null && parts.some(({ projectName }) => projectName === null)) return 'tentative';
  return isComplete(facet, whole, parts) ? 'exact' : 'at_most';
}

function isComplete(facet: Facet, whole: BudgetLine, parts: readonly BudgetLine[]): boolean {
  switch (facet) {
    case 'spending': {
      const types = new Set(parts.map(({ spendingType }) => spendingType));
      return whole.spendingType === 'basic'
        ? types.has('personnel') && types.has('public')
        : types.has('basic') && types.has('project');
    }
    case 'item':
      return hasAllItems(whole.threePublicItem ?? '', itemsOf(whole, parts));
    case 'purchase':
      return ['货物', '工程', '服务'].every((kind) => parts.some(({ label }) => label.includes(kind)));
    case 'code':
    case 'fund':
    case 'project':
      return sharesAreComplete(parts);
  }
}

/** Where 三公 names the running of vehicles beside 出国 and 接待, and no 购置, none is bought: sentences leave a nought out. */
function itemsOf(whole: BudgetLine, parts: readonly BudgetLine[]): ReadonlySet<string> {
  const items = new Set<string>(parts.flatMap(({ threePublicItem }) => threePublicItem ?? []));
  return whole.threePublicItem === 'total' && items.has('vehicle_operation') ? items.add('vehicle_purchase') : items;
}

function sharesAreComplete(parts: readonly BudgetLine[]): boolean {
  if (parts.length < 2 || parts.some(({ sharePercent }) => sharePercent === null)) return false;
  const sum = parts.reduce((total, { sharePercent }) => total + (sharePercent ?? 0n), 0n);
  return sum >= WHOLE_SHARE - SHARE_SLACK && sum <= WHOLE_SHARE + SHARE_SLACK;
}
