/** The figures of a check as reports tell them. */
import type { Row } from '../duckdb/query.js';
import { textOrNull } from '../duckdb/query.js';

/** Decimal numerals in `unit`. */
export interface CheckFigures {
  /** What the other figures give; null for none. */
  readonly expected: string | null;
  /** What is printed. */
  readonly actual: string | null;
  /** `actual` less `expected`. */
  readonly difference: string | null;
  readonly tolerance: string;
  /** `yuan`, `percent` or `count`. */
  readonly unit: string;
}

/** From a row of `checks` or `archive_checks`. */
export function toFigures(row: Row): CheckFigures {
  return {
    expected: textOrNull(row['expected']),
    actual: textOrNull(row['actual']),
    difference: textOrNull(row['difference']),
    tolerance: String(row['tolerance']),
    unit: String(row['value_unit']),
  };
}
