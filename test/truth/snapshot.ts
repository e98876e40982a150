/** A document laid out by places, so that it can be compared with itself after a fault. */
import type { Diagnostic } from '../../extractors/types.js';
import type { BlankColumn, BudgetDocument, BudgetLine, Check } from '../../transforms/index.js';
import { keyOf, placeOf, type Place } from './places.js';

export interface PlacedCheck {
  readonly check: Check;
  /** Where its lines stand, in its own order. */
  readonly places: readonly Place[];
}

/** A warning or error and where it stands; what is null is not said. */
export interface Warning {
  readonly code: string;
  readonly tableNo: number | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly blockNo: number | null;
}

export interface Snapshot {
  /** Lines by place; a cell or phrase may state several. */
  readonly lines: ReadonlyMap<string, readonly BudgetLine[]>;
  readonly places: ReadonlyMap<string, Place>;
  readonly checks: readonly PlacedCheck[];
  readonly warnings: readonly Warning[];
  /** By table, the money columns that no row fills. */
  readonly blankColumns: ReadonlyMap<number, readonly BlankColumn[]>;
}

/**
 * @param origin where a place is to be looked for in the untouched document: a fault may have moved what stands there
 */
export function takeSnapshot(document: BudgetDocument, origin: (place: Place) => Place): Snapshot {
  const lines = new Map<string, BudgetLine[]>();
  const places = new Map<number, Place>();
  for (const line of document.lines) {
    const place = origin(placeOf(line));
    places.set(line.lineNo, place);
    lines.set(keyOf(place), [...(lines.get(keyOf(place)) ?? []), line]);
  }
  return {
    lines,
    places: new Map([...places.values()].map((place) => [keyOf(place), place])),
    checks: document.checks.map((check) => ({ check, places: check.lineNos.flatMap((no) => places.get(no) ?? []) })),
    warnings: document.diagnostics.flatMap((one) => warningOf(one, origin)),
    blankColumns: new Map(document.tables.map(({ raw, blankColumns }) => [raw.tableNo, blankColumns])),
  };
}

/** Failing checks are looked at themselves. */
function warningOf({ code, severity, origin: at }: Diagnostic, origin: (place: Place) => Place): Warning[] {
  if (severity === 'info' || code === 'check-failed') return [];
  const { tableNo = null, row = null, col = null, blockNo = null } = at;
  const place = origin({ kind: 'table', tableNo: tableNo ?? 0, row: row ?? 0, col: col ?? 0 });
  return [{ code, tableNo, row: row !== null && place.kind === 'table' ? place.row : row, col, blockNo }];
}
