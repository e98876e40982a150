/** A table on its way to amounts: what goes in, and what comes out. */
import type { Cell, Diagnostic, Grid } from '../../extractors/types.js';
import type { StatedAmount, TableKind } from '../types.js';

export interface TableToRead {
  readonly tableNo: number;
  readonly tableKind: TableKind;
  readonly grid: Grid;
  /** The table's money unit; null where none is known. */
  readonly unit: string | null;
  /** Its unit, its kind or what its headings stand over is not its own word: taken from elsewhere in the document, or guessed. */
  readonly isGuess: boolean;
  readonly title: string | null;
  /** Its columns were found by the alignment of text, so two texts that touch may have been read as one. */
  readonly isUnruled: boolean;
}

export interface ReadTable {
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Body rows in order, each as its cells by column. */
export type BodyRow = ReadonlyMap<number, Cell>;
