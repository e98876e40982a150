/** Which of several statements of one fact is preferred, so that preferred leaves can be summed. */
import type { StatedAmount, TableKind } from '../types.js';
import { codeOf, domainOf, procurementClass, treeCodes } from './dimensions.js';
import { aspectKey, factKey, hasCode, statementOf } from './fact-key.js';

/** The order in which a report prints its statements: of two equal statements the earlier is preferred. */
const STATEMENT_ORDER: readonly TableKind[] = [
  'revenue_expenditure_summary',
  'revenue_summary',
  'expenditure_summary',
  'fiscal_appropriation_summary',
  'general_public_expenditure',
  'general_public_basic_dept_economic',
  'general_public_basic_gov_economic',
  'gov_fund_expenditure',
  'state_capital_expenditure',
  'three_public',
  'procurement',
  'project_expenditure',
  'special_funds',
  'agency_operation',
  'performance_targets',
  'fixed_assets',
  'organization',
  'other',
];

interface Candidate {
  readonly index: number;
  readonly amount: StatedAmount;
  readonly statement: string;
  readonly isLeaf: boolean;
}

/**
 * Indexes of the preferred lines. Of the statements of a fact: a table before prose, one that breaks the fact down before one that
 * does not (else its leaf would count beside the other's parts), finer precision, the contract's order, the first. All rows of
 * the preferred statement that state the fact stay: rows of one table with the same words are different facts, columns of one row are
 * not.
 */
export function findPreferred(
  amounts: readonly StatedAmount[],
  parents: ReadonlyMap<number, number>,
  leaves: ReadonlySet<number>,
): Set<number> {
  const elsewhere = new Breakdowns(amounts);
  const preferred = new Set<number>();
  for (const candidates of groupByFact(amounts, parents, leaves).values()) {
    const best = candidates.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    for (const { index, amount, isLeaf } of sameStatement(candidates, best)) {
      const isElsewhere = elsewhere.has(amount) || elsewhere.covers(amount) || elsewhere.makesUp(amount);
      if (!isLeaf || !isElsewhere) preferred.add(index);
    }
  }
  return preferred;
}

function groupByFact(
  amounts: readonly StatedAmount[],
  parents: ReadonlyMap<number, number>,
  leaves: ReadonlySet<number>,
): Map<string, Candidate[]> {
  const facts = new Map<string, Candidate[]>();
  amounts.forEach((amount, index) => {
    const key = factKey(amount, amounts[parents.get(index) ?? -1] ?? null);
    const candidate = { index, amount, statement: statementOf(amount), isLeaf: leaves.has(index) };
    const fact = facts.get(key);
    if (fact) fact.push(candidate);
    else facts.set(key, [candidate]);
  });
  return facts;
}

function compare(a: Candidate, b: Candidate): number {
  const isProse = ({ amount }: Candidate): number => (amount.place.kind === 'prose' ? 1 : 0);
  const finer = a.amount.precision < b.amount.precision ? -1 : a.amount.precision > b.amount.precision ? 1 : 0;
  return (
    isProse(a) - isProse(b) ||
    Number(a.isLeaf) - Number(b.isLeaf) ||
    finer ||
    STATEMENT_ORDER.indexOf(a.amount.tableKind) - STATEMENT_ORDER.indexOf(b.amount.tableKind) ||
    a.index - b.index
  );
}

/** Prose repeats itself: there only coded details of different amounts are different facts (two entries of one 项). */
function sameStatement(candidates: readonly Candidate[], best: Candidate): Candidate[] {
  const kept = wholesOfRows(candidates.filter(({ statement }) => statement === best.statement));
  if (best.amount.place.kind === 'table' && !namesOnlyProject(best.amount)) return kept;
  if (best.amount.lineRole !== 'detail' || !hasCode(best.amount)) return [best];
  return kept.filter((one, at) => kept.findIndex(({ amount }) => amount.amount === one.amount.amount) === at);
}

/** Of columns of one row that mean the same (一般公共预算 as 小计 and in two parts) the whole: the largest, the first of equals. */
function wholesOfRows(candidates: readonly Candidate[]): Candidate[] {
  const wholes = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { place } = candidate.amount;
    const key = place.kind === 'table' ? `r.${String(place.row)}` : `l.${String(candidate.index)}`;
    const known = wholes.get(key);
    if (!known || magnitude(candidate) > magnitude(known)) wholes.set(key, candidate);
  }
  return [...wholes.values()];
}

function magnitude({ amount: { amount } }: Candidate): bigint {
  return amount < 0n ? -amount : amount;
}

/** A project form states its one amount several times. */
function namesOnlyProject(amount: StatedAmount): boolean {
  return amount.projectName !== null && !hasCode(amount);
}

/** What the tables break down, by aspect and code: a leaf that another table breaks down would be counted twice. */
class Breakdowns {
  readonly #tables = new Map<string, Set<number>>();
  /** What the tables state, broken down or not. */
  readonly #stated = new Set<string>();
  /** The aspects of which they state details. */
  readonly #detailed = new Set<string>();

  constructor(amounts: readonly StatedAmount[]) {
    for (const amount of amounts) {
      if (amount.place.kind !== 'table' || amount.lineRole !== 'detail') continue;
      const aspect = aspectKey(amount);
      this.#detailed.add(aspect);
      if (codeOf(amount, 'procurement') !== null) this.#add(aspect + PURCHASES, amount.place.tableNo);
      if (hasCode(amount)) this.#stated.add([aspect, ...treeCodes(amount)].join('\u0000'));
      for (const codes of shortened(treeCodes(amount)))
        this.#add([aspect, ...codes].join('\u0000'), amount.place.tableNo);
    }
  }

  /** Whether a table other than the amount's own breaks its quantity down. */
  has(amount: StatedAmount): boolean {
    const tables = this.#tables.get(keyOfWhole(amount));
    if (!tables) return false;
    const own = amount.place.kind === 'table' ? amount.place.tableNo : null;
    return [...tables].some((tableNo) => tableNo !== own);
  }

  /** Whether the amount is a sentence's part of a quantity that a table states: the table comes before prose, its figure holds the part. */
  covers(amount: StatedAmount): boolean {
    if (amount.place.kind === 'table' || amount.lineRole !== 'detail') return false;
    const aspect = aspectKey(amount);
    return shortened(treeCodes(amount)).some((codes) => this.#stated.has([aspect, ...codes].join('\u0000')));
  }

  /**
   * Whether the amount is a sentence's total of what rows of a table state (机关运行经费). Not so of revenue and expenditure: their totals are asked for by
   * themselves, whatever breaks them down.
   */
  makesUp(amount: StatedAmount): boolean {
    const isTotal = amount.place.kind === 'prose' && amount.lineRole === 'total' && domainOf(amount) !== 'accounts';
    return isTotal && this.#detailed.has(aspectKey(amount));
  }

  #add(key: string, tableNo: number): void {
    const tables = this.#tables.get(key);
    if (tables) tables.add(tableNo);
    else this.#tables.set(key, new Set([tableNo]));
  }
}

/** Marks the items that goods, works and services are made of. */
const PURCHASES = '\u0000items';

/** The key under which a table that breaks the amount's quantity down is found. */
function keyOfWhole(amount: StatedAmount): string {
  const isClass = procurementClass(amount) !== null && codeOf(amount, 'procurement') === null;
  if (isClass) return aspectKey(amount) + PURCHASES;
  return amount.lineRole === 'detail' && hasCode(amount)
    ? [aspectKey(amount), ...treeCodes(amount)].join('\u0000')
    : '';
}

/** The codes that contain a row's codes, one scheme at a time: 20103 and 201 for 2010301. */
function shortened(codes: readonly string[]): string[][] {
  return codes.flatMap((code, at) => {
    const heads: string[][] = [];
    for (let length = code.length - 2; length >= 3; length -= 2) heads.push(codes.with(at, code.slice(0, length)));
    return heads;
  });
}
