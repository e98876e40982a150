/** A code table as someone publishes it, on its way into the codebook. */
import type { ImportableScheme } from './schemes.js';

/** One sheet of a spreadsheet, or a whole CSV file: texts by row and column, as they stand there; blank cells are empty. */
export interface SourceSheet {
  /** null for a file that has no sheets. */
  readonly name: string | null;
  /** The first row of the file is the first here, blank ones included: places are told by their numbers. */
  readonly rows: readonly (readonly string[])[];
}

/** Where a row stands; `row` counts from 1. */
export interface SheetPlace {
  readonly sheet: string | null;
  readonly row: number;
}

/** A code with its name, as a row of a code table states it. */
export interface EditionRow {
  readonly place: SheetPlace;
  readonly scheme: ImportableScheme;
  /** Procurement: `2013` or `2022`; elsewhere empty. */
  readonly edition: string;
  readonly code: string;
  readonly name: string;
  /** The code above it by a column of its own; null where the table has no such column or leaves it blank. */
  readonly statedParent: string | null;
}

/** A row that gives no code: `left_out` where it should have, `ignored` where it is a note, a heading or a total. */
export interface UnusedRow {
  readonly place: SheetPlace;
  readonly kind: 'left_out' | 'ignored';
  /** What stands there, in short. */
  readonly text: string;
  readonly reason: string;
}

/** What was made out of one sheet. */
export interface DetectedSheet {
  readonly name: string | null;
  /** What stands above its header. */
  readonly titles: readonly string[];
  /** For people: where its columns are and how that was found. */
  readonly columns: string;
  /** Schemes of its codes, most frequent first. */
  readonly schemes: readonly ImportableScheme[];
}

export interface Edition {
  readonly sheets: readonly DetectedSheet[];
  readonly rows: readonly EditionRow[];
  readonly unused: readonly UnusedRow[];
}

/** Thrown for a file that holds no code table; the message says what is there instead. */
export class NotACodeTable extends Error {
  override readonly name = 'NotACodeTable';
}
