/**
 * The types that leave the transforms: a `BudgetDocument` with its coded, checked lines, its targets and its checks.
 * The string unions are the enums of the output contract, spelled as analysts see them.
 */
import type { Diagnostic, Grid, RawBlock, RawDocument, RawTable } from '../extractors/types.js';

export type TableKind =
  | 'revenue_expenditure_summary'
  | 'revenue_summary'
  | 'expenditure_summary'
  | 'fiscal_appropriation_summary'
  | 'general_public_expenditure'
  | 'general_public_basic_dept_economic'
  | 'general_public_basic_gov_economic'
  | 'gov_fund_expenditure'
  | 'state_capital_expenditure'
  | 'three_public'
  | 'procurement'
  | 'project_expenditure'
  | 'special_funds'
  | 'agency_operation'
  | 'performance_targets'
  | 'fixed_assets'
  | 'organization'
  | 'other';

export type Flow = 'revenue' | 'expenditure';
export type BudgetStage = 'budget' | 'adjusted_budget' | 'final' | 'prior_year';
export type LineRole = 'detail' | 'total' | 'carryover' | 'surplus_distribution' | 'memo';
export type TotalKind = 'current' | 'grand' | 'subtotal';
export type ThreePublicItem =
  'total' | 'overseas' | 'vehicle' | 'vehicle_purchase' | 'vehicle_operation' | 'reception' | 'meeting' | 'training';
export type FundSource =
  | 'all'
  | 'current_year'
  | 'fiscal_appropriation'
  | 'general_public'
  | 'gov_fund'
  | 'state_capital'
  | 'special_account'
  | 'institutional'
  | 'operating'
  | 'superior_subsidy'
  | 'affiliate_remittance'
  | 'own_funds'
  | 'other'
  | 'carryover'
  | 'used_surplus'
  | 'sme_reserved'
  | 'small_micro_reserved';
export type SpendingType =
  | 'total'
  | 'basic'
  | 'personnel'
  | 'public'
  | 'project'
  | 'operating'
  | 'remit_superior'
  | 'subsidy_affiliate'
  | 'carryover';
export type MappingMethod = 'code' | 'name' | 'name_path' | 'alias' | 'similar' | 'none';
export type Confidence = 'proven' | 'consistent' | 'suspect';
export type ReportKind =
  | 'department_budget'
  | 'unit_budget'
  | 'department_final'
  | 'unit_final'
  | 'government_budget'
  | 'government_final'
  | 'performance_targets'
  | 'other';
export type DocumentScope = 'consolidated' | 'own' | 'unknown';

/** Classification schemes a budget line can be coded in. */
export type LineScheme = 'function' | 'dept_economic' | 'gov_economic' | 'revenue' | 'procurement';
export type Scheme = LineScheme | 'cofog' | 'gfsm' | 'region';

/** An exact amount of money: an integer of fen (1 yuan = 100 fen). */
export type Fen = bigint;
/** A millionth of a yuan: what tolerances and printed precisions are counted in (1 fen = 10_000 micro-yuan). */
export type MicroYuan = bigint;
/** A percentage in ten-thousandths of a percent point (3.73 % = 37_300n), as `DECIMAL(9,4)` holds it. */
export type PercentE4 = bigint;

export interface TablePlace {
  readonly kind: 'table';
  readonly tableNo: number;
  readonly row: number;
  readonly col: number;
  readonly page: number | null;
}

export interface ProsePlace {
  readonly kind: 'prose';
  readonly blockNo: number;
  /** UTF-16 offsets of the amount (with its unit) in the block's text; end exclusive. */
  readonly charStart: number;
  readonly charEnd: number;
  /** The sentence, as printed. */
  readonly sentence: string;
  /** Running number of the paragraph-level statement group; amounts of one sentence share it. */
  readonly sentenceStart: number;
  /** On which the amount begins. */
  readonly page: number | null;
  /** Line of the source text on which the block begins. */
  readonly line: number | null;
}

/** One classification of a line. */
export interface LineCode {
  readonly scheme: LineScheme;
  /** null when nothing in the codebook fits. */
  readonly code: string | null;
  /** Edition of the procurement catalogue that `code` is of (`2013`, `2022`); empty for other classifications and without a code. */
  readonly edition: string;
  /**
   * Where the row stands among its neighbours in the tree of codes: its code, or the printed one where that is of the right shape and no
   * class has it (a class newer than the codebook). null where neither tells.
   */
  readonly treeCode: string | null;
  readonly codePrinted: string | null;
  readonly namePrinted: string | null;
  readonly method: MappingMethod;
  /** 0 to 1. */
  readonly score: number;
  /**
   * The code under which the row stands by what it or the rows above print; no code outside it can be meant. null where nothing tells.
   */
  readonly within: string | null;
  /** Where what the row prints leaves doubt, all codes that it may mean, best first; empty where the code is sure or nothing fits. */
  readonly rivals: readonly CodeRival[];
}

/** One of several codes that a printed code and name may mean. */
export interface CodeRival {
  readonly code: string;
  readonly method: MappingMethod;
  /** 0 to 1. */
  readonly score: number;
}

/** An amount that the document states, with everything its words say about it. One table cell or one prose amount. */
export interface StatedAmount {
  readonly place: TablePlace | ProsePlace;
  readonly tableKind: TableKind;
  /** The year the amount is for. */
  readonly fiscalYear: number | null;
  readonly publisher: string | null;
  readonly budgetStage: BudgetStage;
  readonly flow: Flow;
  readonly lineRole: LineRole;
  readonly totalKind: TotalKind | null;
  readonly budgetUnitName: string | null;
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly threePublicItem: ThreePublicItem | null;
  readonly fundSource: FundSource;
  readonly spendingType: SpendingType | null;
  readonly label: string;
  readonly amount: Fen;
  readonly amountText: string;
  /** The money unit as printed; null where the document names none. */
  readonly unit: string | null;
  /** The last printed place of this number (0.01 万元 = 100 yuan). */
  readonly precision: MicroYuan;
  /** 约 / 左右: the figure is stated as approximate. */
  readonly approximate: boolean;
  readonly yoyAmount: Fen | null;
  readonly yoyPercent: PercentE4 | null;
  /** 占 …%: a share stated of this amount, for the checks. */
  readonly sharePercent: PercentE4 | null;
  readonly codePrinted: string | null;
  readonly codes: readonly LineCode[];
  /**
   * How deep the row stands in its table's own outline, from what the row prints (numbering 一、（一）1., indentation, 其中): the
   * outline parent is the nearest line above in the same column with a smaller depth. null where the row prints no outline.
   */
  readonly outlineDepth: number | null;
  /** true when the reading of this amount was not the only one possible. */
  readonly ambiguous: boolean;
}

/** A stated amount with its place among the others. */
export interface BudgetLine extends StatedAmount {
  /** Running number in reading order, from 1: tables and prose as they stand in the document. */
  readonly lineNo: number;
  readonly parentLineNo: number | null;
  readonly isLeaf: boolean;
  readonly isPreferred: boolean;
  readonly checksPassed: number;
  readonly checksFailed: number;
  readonly confidence: Confidence;
}

export type StatementState = 'filled' | 'zero' | 'blank_form' | 'declared_none' | 'missing';

export interface Statement {
  readonly tableKind: TableKind;
  readonly state: StatementState;
  readonly tableNo: number | null;
  readonly sourceText: string | null;
}

export type TargetOperator = '>=' | '<=' | '=' | '>' | '<' | 'text';

export interface PerformanceTarget {
  readonly targetNo: number;
  readonly tableNo: number | null;
  readonly row: number | null;
  readonly page: number | null;
  readonly fiscalYear: number | null;
  readonly scope: 'project' | 'department';
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly projectAmount: Fen | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string | null;
  readonly description: string | null;
  readonly targetText: string | null;
  readonly operator: TargetOperator | null;
  /** Decimal digits as printed, normalised (`650`, `1.5`). */
  readonly targetValue: string | null;
  readonly targetUnit: string | null;
  readonly basis: string | null;
}

export type CheckStatus = 'pass' | 'pass_within_rounding' | 'fail' | 'not_applicable';
export type CheckUnit = 'yuan' | 'percent' | 'count';

/** A table cell that a check used although it is no line. */
export interface CellRef {
  readonly tableNo: number;
  readonly row: number;
  readonly col: number;
}

/** The figure of a line as it would have to be. */
export interface Correction {
  readonly lineNo: number;
  readonly amount: Fen;
}

export interface Check {
  readonly checkNo: number;
  /** The rule and the place it was applied to, the same for the same document. */
  readonly checkId: string;
  readonly rule: string;
  /** What is compared with what, for people. */
  readonly subject: string;
  /** Millionths of the unit: `expected` is what the parts give, `actual` what is printed. */
  readonly expected: bigint | null;
  readonly actual: bigint | null;
  readonly tolerance: bigint;
  readonly unit: CheckUnit;
  readonly status: CheckStatus;
  readonly lineNos: readonly number[];
  readonly cellRefs: readonly CellRef[];
  /** Where the check fails and one figure alone, if it were another, would make every check on it hold: that one. */
  readonly correction: Correction | null;
}

/** A raw table with the reading that was taken and what it was understood as. */
export interface BudgetTable {
  readonly raw: RawTable;
  readonly grid: Grid;
  readonly tableKind: TableKind;
  /** As printed; null where neither the table nor the document names a money unit for it. */
  readonly unit: string | null;
  /** Yuan per unit. */
  readonly unitFactor: number | null;
  /** Whether its statement or its money unit is only a guess: what it prints may be of another fund, or in other money. */
  readonly isGuess: boolean;
  readonly blankColumns: readonly BlankColumn[];
}

/** A money column of a statement in which no row prints an amount, with what its amounts would be. */
export type BlankColumn = Pick<
  StatedAmount,
  'flow' | 'budgetStage' | 'fiscalYear' | 'fundSource' | 'spendingType' | 'threePublicItem'
> & { readonly col: number };

export interface DocumentFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publisherCode: string | null;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly fiscalYear: number | null;
  readonly reportKind: ReportKind;
  readonly scope: DocumentScope;
}

/** What one document says, coded and checked: everything the sinks write about it. */
export interface BudgetDocument {
  readonly raw: RawDocument;
  readonly facts: DocumentFacts;
  readonly tables: readonly BudgetTable[];
  readonly blocks: readonly RawBlock[];
  readonly lines: readonly BudgetLine[];
  readonly statements: readonly Statement[];
  readonly targets: readonly PerformanceTarget[];
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
}
