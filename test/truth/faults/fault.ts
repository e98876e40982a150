/** One error put into one document. */
import type { RawDocument } from '../../../extractors/types.js';
import type { Random } from '../../calibration/random.js';
import type { Place } from '../places.js';
import type { Subject } from '../subject.js';

export interface Fault {
  /** Place and change, for people: `t2 r3 c4: 12.50 → 17.50`. */
  readonly what: string;
  /** The document with the error in it. */
  readonly inject: () => RawDocument;
  /** Where what stands at a place of that document stood before the error. */
  readonly origin: (place: Place) => Place;
  /** Where a fault that moves whole columns has put what stood at a place of the untouched document. */
  readonly move: (place: Place) => Place;
}

/** All errors of one kind that a document can suffer; chance decides only which digit or cell replaces another. */
export type FaultMaker = (subject: Subject, random: Random) => readonly Fault[];

/** For errors that move nothing. */
export function samePlace(place: Place): Place {
  return place;
}
