/** What is known of a row once it is read, and of its panel before. */
import type { KindDefaults } from '../statements/kinds.js';
import type {
  Flow,
  FundSource,
  LineCode,
  LineRole,
  SpendingType,
  TableKind,
  ThreePublicItem,
  TotalKind,
} from '../types.js';
import type { MappingContext } from '../codes/index.js';
import type { RowPeriod } from './row-period.js';

export interface RowIdentity {
  readonly label: string;
  readonly role: LineRole;
  readonly totalKind: TotalKind | null;
  readonly codes: readonly LineCode[];
  readonly codePrinted: string | null;
  readonly fundSource: FundSource | null;
  readonly spendingType: SpendingType | null;
  readonly threePublicItem: ThreePublicItem | null;
  readonly budgetUnitName: string | null;
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly outlineDepth: number | null;
  /** The year, stage or change that the row prints; null where its columns or the statement tell. */
  readonly period: RowPeriod | null;
}

export interface PanelContext extends MappingContext {
  readonly kind: TableKind;
  readonly defaults: KindDefaults;
  readonly flow: Flow;
  /** The statement's year. */
  readonly fiscalYear: number | null;
  /** Codes of units whose own units have rows in the table too. */
  readonly unitsAbove: ReadonlySet<string>;
  /** Names of departments of which one row adds up the units. */
  readonly departmentsAbove: ReadonlySet<string>;
}
