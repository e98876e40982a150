/** Why a wrong figure that checks bind was not told: what became of each of those checks. */
import type { Bindings } from './bindings.js';
import type { JudgedPlace } from './judge.js';
import { keyOf, type Place } from './places.js';
import type { PlacedCheck, Snapshot } from './snapshot.js';

/** `holds`: with the same figures; `other parts`: made of other figures; `excused`: not applicable; `gone`: no longer made. */
export type Fate = 'holds' | 'other parts' | 'excused' | 'gone';

/** What became of a place's checks that are finer than its error: `code-tree holds, fund-parts gone`. */
export function causeOf(place: JudgedPlace, bindings: Bindings, after: Snapshot): string {
  const binding = (bindings.get(place.key) ?? []).filter(
    ({ check }) => place.error === null || place.error > check.tolerance,
  );
  const fates = binding.map((placed) => `${placed.check.rule} ${fateOf(placed, after)}`);
  const meaning = place.error === null ? 'meaning: ' : '';
  return meaning + [...new Set(fates)].sort().join(', ');
}

function fateOf({ check, places }: PlacedCheck, { checks }: Snapshot): Fate {
  const name = nameOf(places);
  const alike = checks.filter((after) => after.check.rule === check.rule);
  const same = alike.find((after) => nameOf(after.places) === name);
  if (same) return same.check.status === 'not_applicable' ? 'excused' : 'holds';
  return alike.some((after) => nameOf(after.places.slice(0, 1)) === nameOf(places.slice(0, 1)))
    ? 'other parts'
    : 'gone';
}

function nameOf(places: readonly Place[]): string {
  return places.map(keyOf).sort().join();
}
