/** One measurement: documents, their faults, and what the program says of each. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extract } from '../../extractors/index.js';
import { loadCodebook, transform, type Codebook } from '../../transforms/index.js';
import { makeRandom, type Random } from '../calibration/random.js';
import { causeOf } from './cause.js';
import { FAULT_KINDS, type Fault, type FaultKind } from './faults/index.js';
import { Judge, type Verdict } from './judge.js';
import { samePlace } from './faults/fault.js';
import { takeSnapshot } from './snapshot.js';
import type { Subject } from './subject.js';

/** The documented measurement is drawn with this seed. */
const SEED = 1;

/** One fault and what came of it. */
export interface Trial {
  readonly name: string;
  readonly kind: FaultKind;
  readonly what: string;
  readonly verdict: Verdict;
  /** Of wrong figures above tolerance that nothing tells: the place, and what became of its checks. */
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly key: string;
  readonly cause: string;
}

const codebook: Codebook = loadCodebook();

/** Reads the document of a file; `name` is what it is called in reports. */
export async function readSubject(name: string, path: string): Promise<Subject> {
  const bytes = readFileSync(path);
  const documentId = createHash('sha256').update(bytes).digest('hex');
  const raw = await extract({ documentId, fileName: basename(path), sourceUri: path, bytes });
  return { name, raw, document: transform(raw, codebook) };
}

/** Tries a document with faults of every kind: all there are of a kind, or `most` drawn by the seed. */
export function tryFaults(subject: Subject, most: number, seed: number = SEED): readonly Trial[] {
  const before = takeSnapshot(subject.document, samePlace);
  const judge = new Judge(before);
  const kinds = Object.entries(FAULT_KINDS) as [FaultKind, (typeof FAULT_KINDS)[FaultKind]][];
  return kinds.flatMap(([kind, make]) => {
    const random = makeRandom(seed);
    return draw(make(subject, random), most, random).map((fault) => {
      const after = takeSnapshot(transform(fault.inject(), codebook), fault.origin);
      const verdict = judge.judge(after, fault);
      const missed = verdict.wrong.filter(({ flag, reach }) => flag === null && reach === 'above');
      const misses = missed.map((place) => ({ key: place.key, cause: causeOf(place, judge.bindings, after) }));
      return { name: subject.name, kind, what: fault.what, verdict, misses };
    });
  });
}

/** `most` of the faults, all equally likely, in their own order. */
function draw(faults: readonly Fault[], most: number, random: Random): readonly Fault[] {
  const left = [...faults];
  const drawn = new Set<Fault>();
  while (drawn.size < most && left.length > 0) {
    const [one] = left.splice(random.between(0, left.length - 1), 1);
    if (one) drawn.add(one);
  }
  return faults.filter((fault) => drawn.has(fault));
}
