/** What a stated amount is about, and which quantities are parts of which. */
import type { FundSource, LineScheme, SpendingType, StatedAmount, TableKind, ThreePublicItem } from '../types.js';
import { withoutMarks } from '../vocabulary/index.js';

/** Schemes whose codes contain one another by prefix (201 ⊃ 20103 ⊃ 2010301). Procurement items do not: a row is a purchase. */
const TREE_SCHEMES = ['function', 'dept_economic', 'gov_economic', 'revenue'] as const satisfies readonly LineScheme[];

/** Of which fund source this one is a part; over a source that a statement does not print the next one above counts. */
const FUND_PARENT: Readonly<Partial<Record<FundSource, FundSource>>> = {
  current_year: 'all',
  carryover: 'all',
  used_surplus: 'all',
  fiscal_appropriation: 'current_year',
  special_account: 'current_year',
  institutional: 'current_year',
  operating: 'current_year',
  superior_subsidy: 'current_year',
  affiliate_remittance: 'current_year',
  own_funds: 'current_year',
  other: 'current_year',
  general_public: 'fiscal_appropriation',
  gov_fund: 'fiscal_appropriation',
  state_capital: 'fiscal_appropriation',
};

/** Of which spending type this one is a part. Year-end carryover stands beside the year's expenditure, not in it. */
const SPENDING_PARENT: Readonly<Partial<Record<SpendingType, SpendingType>>> = {
  basic: 'total',
  project: 'total',
  operating: 'total',
  remit_superior: 'total',
  subsidy_affiliate: 'total',
  personnel: 'basic',
  public: 'basic',
};

/** 三公 = overseas + vehicle + reception; vehicle = purchase + operation. Meetings and training stand beside 三公. */
const ITEM_PARENT: Readonly<Partial<Record<ThreePublicItem, ThreePublicItem>>> = {
  overseas: 'total',
  vehicle: 'total',
  reception: 'total',
  vehicle_purchase: 'vehicle',
  vehicle_operation: 'vehicle',
};

/** Fund sources above `source`, nearest first; memo sources (中小企业预留) have none: they repeat part of the others. */
export function fundAncestors(source: FundSource): FundSource[] {
  return ancestors(source, FUND_PARENT);
}

/** Spending types above `type`, nearest first. */
export function spendingAncestors(type: SpendingType): SpendingType[] {
  return ancestors(type, SPENDING_PARENT);
}

/** 三公 items above `item`, nearest first. */
export function itemAncestors(item: ThreePublicItem): ThreePublicItem[] {
  return ancestors(item, ITEM_PARENT);
}

function ancestors<Value extends string>(value: Value, parents: Readonly<Partial<Record<Value, Value>>>): Value[] {
  const found: Value[] = [];
  for (let next = parents[value]; next !== undefined; next = parents[next]) found.push(next);
  return found;
}

/** The code of an amount in `scheme`; null where it has none. */
export function codeOf(amount: StatedAmount, scheme: LineScheme): string | null {
  return amount.codes.find((code) => code.scheme === scheme)?.code ?? null;
}

/** Where the amount stands in the trees of codes, in the order of `TREE_SCHEMES`; `''` for nowhere. */
export function treeCodes(amount: StatedAmount): string[] {
  return TREE_SCHEMES.map((scheme) => amount.codes.find((code) => code.scheme === scheme)?.treeCode ?? '');
}

export type Domain = 'accounts' | 'three_public' | 'procurement' | 'agency_operation' | 'projects';

const DOMAINS: Readonly<Partial<Record<TableKind, Domain>>> = {
  three_public: 'three_public',
  procurement: 'procurement',
  agency_operation: 'agency_operation',
  project_expenditure: 'projects',
  special_funds: 'projects',
  performance_targets: 'projects',
};

/** The subject an amount belongs to: purchases, 三公 and projects are cut across the accounts, and never add up with them. */
export function domainOf(amount: StatedAmount): Domain {
  return DOMAINS[amount.tableKind] ?? (amount.threePublicItem === null ? 'accounts' : 'three_public');
}

/** 货物, 工程 or 服务 (A, B, C) of a purchase, from its item code, else from its words; null for a total of all. */
export function procurementClass(amount: StatedAmount): 'A' | 'B' | 'C' | null {
  const initial = codeOf(amount, 'procurement')?.[0];
  if (initial === 'A' || initial === 'B' || initial === 'C') return initial;
  if (domainOf(amount) !== 'procurement') return null;
  const named = [['货物', 'A'] as const, ['工程', 'B'] as const, ['服务', 'C'] as const].filter(([word]) =>
    amount.label.includes(word),
  );
  return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}

/** Words without white space, numbering, marks of notes and 其中, for telling rows apart. */
export function plainLabel(label: string): string {
  return withoutMarks(label)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:其中[:：]?)?(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．])?/, '');
}
