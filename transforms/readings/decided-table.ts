/** A table as it is taken to be. */
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetTable, StatedAmount } from '../types.js';

/** The money unit that is to be used for a table. */
export interface TableUnit {
  readonly unit: string | null;
  /** Taken from elsewhere in the document, or the first of several that the table names. */
  readonly inferred: boolean;
}

export interface DecidedTable {
  readonly table: BudgetTable;
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}
