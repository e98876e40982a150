/** One measurement: documents, their faults, and what the program says of each. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extract } from '../../extractors/index.js';
import { loadCodebook, transform, type Codebook } from '../../transforms/index.js';
import { makeRandom, type Random } from '../calibration/random.js';
import { causeOf } from './cause.js';
import { FAULT_KINDS, type Fault } from './faults/index.js';
import { Judge, type Verdict } from './judge.js';
import { samePlace } from './faults/fault.js';
import { takeSnapshot } from './snapshot.js';
import type { Subject } from './subject.js';

/** Every measurement draws the same faults from the same documents. */
const SEED = 1;

/** One fault and what came of it. */
export interface Trial {
  readonly name: string;
  readonly kind: string;
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

/** Tries a document with faults of every kind: `most` of each, drawn by the seed, or all where there are no more. */
export function tryFaults(subject: Subject, most: number): readonly Trial[] {
  const judge = new Judge(takeSnapshot(subject.document, samePlace));
  return FAULT_KINDS.flatMap(({ kind, make }) => {
    const random = makeRandom(SEED);
    const drawn = draw(make(subject, random), most, random);
    return drawn.map((fault) => ({ name: subject.name, kind, what: fault.what, ...tryFault(fault, judge) }));
  });
}

/** Reads the document with one fault in it and judges what the program says. */
export function tryFault(fault: Fault, judge: Judge): Pick<Trial, 'verdict' | 'misses'> {
  const after = takeSnapshot(transform(fault.inject(), codebook), fault.origin);
  const verdict = judge.judge(after, fault);
  const missed = verdict.wrong.filter(({ flag, reach }) => flag === null && reach === 'above');
  return { verdict, misses: missed.map((place) => ({ key: place.key, cause: causeOf(place, judge.bindings, after) })) };
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
