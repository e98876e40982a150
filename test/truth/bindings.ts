/** Which checks of an untouched document bind a figure, and how far it could be wrong unnoticed by each of them. */
import type { Check, MicroYuan } from '../../transforms/index.js';
import { keyOf } from './places.js';
import type { PlacedCheck, Snapshot } from './snapshot.js';

/** The checks that bind each place; a place that none binds is not in it. */
export type Bindings = ReadonlyMap<string, readonly PlacedCheck[]>;

/** Checks between independently printed figures, not all zero, that hold. Shares and rates bind nothing: they are derived. */
export function findBindings({ checks }: Snapshot): Bindings {
  const bindings = new Map<string, PlacedCheck[]>();
  for (const placed of checks.filter(({ check }) => binds(check))) {
    for (const key of new Set(placed.places.map(keyOf))) bindings.set(key, [...(bindings.get(key) ?? []), placed]);
  }
  return bindings;
}

function binds({ status, unit, expected, actual }: Check): boolean {
  const holds = status === 'pass' || status === 'pass_within_rounding';
  return holds && unit === 'yuan' && ((expected ?? 0n) !== 0n || (actual ?? 0n) !== 0n);
}

/** The smallest tolerance among some checks, at least one. */
export function tightestTolerance(checks: readonly PlacedCheck[]): MicroYuan {
  const tolerances = checks.map(({ check }) => check.tolerance);
  return tolerances.reduce((least, one) => (one < least ? one : least), tolerances[0] ?? 0n);
}
