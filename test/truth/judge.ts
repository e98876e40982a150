/** Whether the program tells that something is wrong where a fault has made it wrong. */
import { findBindings, tightestTolerance, type Bindings } from './bindings.js';
import { findWrongPlaces, saysWider, type WrongPlace } from './compare.js';
import type { Fault } from './faults/index.js';
import { findNews, flagOf, type Flag } from './flags.js';
import { Identities } from './identity.js';
import type { Place } from './places.js';
import { isBoundByNumbers } from './plain-identities.js';
import type { Snapshot } from './snapshot.js';

/**
 * What the printed identities could tell of a wrong place. `above`: a check that binds it no longer holds with the wrong figures, or its meaning is wrong. `redundant`: the
 * line is lost, and the leaves of its column add up to what they did: a total, a class with its parts below it, or the only part of a class. `wider`: the amount and the economic class are
 * right, and the kind of spending is the whole of which the class is a part (基本支出 of 工资福利支出): true, and what documents without that level print. `offset`: it is off by more
 * than the tightest tolerance, and all its checks still hold, for errors that cancel out (two parts of one sum in each other's place) or a rounding difference that was
 * there before. `below`: within the tightest tolerance. `unchecked`: no check binds it, and by the bare numbers of the untouched document one might. `unbound`: nothing that is
 * printed binds it, nor does any check.
 */
export type Reach = 'above' | 'unchecked' | 'redundant' | 'wider' | 'offset' | 'below' | 'unbound';

/** In the order in which a fault of several wrong places is named after one of them. */
export const REACHES: readonly Reach[] = ['above', 'unchecked', 'redundant', 'wider', 'offset', 'below', 'unbound'];

export interface JudgedPlace extends WrongPlace {
  readonly flag: Flag | null;
  readonly reach: Reach;
}

/** `harmless`: nothing is wrong; `silent`: nothing wrong is told; `partly`: something is, and a wrong place `above` is not; `caught`: all others. */
export type Outcome = 'harmless' | 'caught' | 'partly' | 'silent';

export interface Verdict {
  readonly outcome: Outcome;
  /** The first in `REACHES` among the wrong places that are not told; null where all are. */
  readonly reach: Reach | null;
  readonly wrong: readonly JudgedPlace[];
}

/** Whether a fault leaves a wrong figure untold that a printed identity could tell. */
export function isMissed({ outcome, reach }: Verdict): boolean {
  return (outcome === 'silent' || outcome === 'partly') && reach === 'above';
}

/** An untouched document, prepared to be compared with itself after many faults. */
export class Judge {
  readonly bindings: Bindings;
  readonly #identities: Identities;

  constructor(readonly before: Snapshot) {
    this.bindings = findBindings(before);
    this.#identities = new Identities(before);
  }

  /** @param after the document with the fault in it, by the places of the untouched one */
  judge(after: Snapshot, fault: Fault): Verdict {
    const news = findNews(this.before, after);
    const wrong = findWrongPlaces(this.before, after).map((one): JudgedPlace => ({
      ...one,
      flag: flagOf(one, news),
      reach: this.#reachOf(one, after, fault),
    }));
    const untold = wrong.filter(({ flag }) => flag === null);
    const reach = REACHES.find((each) => untold.some((one) => one.reach === each)) ?? null;
    return { outcome: outcomeOf(wrong.length, untold.length, reach), reach, wrong };
  }

  #reachOf(wrong: WrongPlace, after: Snapshot, { move }: Fault): Reach {
    const checks = this.bindings.get(wrong.key) ?? [];
    if (isRedundant(wrong, this.before, after)) return 'redundant';
    if (isWider(wrong)) return 'wider';
    if (checks.length === 0) return isBoundByNumbers(wrong.place, this.before) ? 'unchecked' : 'unbound';
    if (wrong.error === null || checks.some((check) => this.#identities.breaks(check, after, move))) return 'above';
    return wrong.error > tightestTolerance(checks) ? 'offset' : 'below';
  }
}

function outcomeOf(wrong: number, untold: number, reach: Reach | null): Outcome {
  if (wrong === 0) return 'harmless';
  if (untold === wrong) return 'silent';
  return reach === 'above' ? 'partly' : 'caught';
}

function isRedundant({ place, truth, found }: WrongPlace, before: Snapshot, after: Snapshot): boolean {
  if (place.kind === 'prose' || truth.length === 0 || found.length > 0) return false;
  return sumOfLeaves(before, place) === sumOfLeaves(after, place);
}

function isWider({ truth, found }: WrongPlace): boolean {
  return truth.length > 0 && truth.length === found.length && truth.every((line, at) => saysWider(line, found[at]));
}

function sumOfLeaves({ lines, places }: Snapshot, { tableNo, col }: Extract<Place, { kind: 'table' }>): bigint {
  const inColumn = [...places].filter(
    ([, place]) => place.kind === 'table' && place.tableNo === tableNo && place.col === col,
  );
  const leaves = inColumn.flatMap(([key]) => lines.get(key) ?? []).filter(({ isLeaf }) => isLeaf);
  return leaves.reduce((sum, { amount }) => sum + amount, 0n);
}
