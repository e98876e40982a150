/** The measure itself: what is told, what no identity could tell, and what is lost without a trace, in one small document. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { coded, stated } from '../transforms/lines/stated.js';
import { arrangeLines } from '../../transforms/lines/index.js';
import { saysWider } from './compare.js';
import { makeRandom } from '../calibration/random.js';
import { goldenDocuments } from './documents.js';
import { samePlace } from './faults/fault.js';
import { FAULT_KINDS } from './faults/index.js';
import { Judge, type Verdict } from './judge.js';
import { readSubject, tryFault } from './run.js';
import { takeSnapshot } from './snapshot.js';
import type { Subject } from './subject.js';

/** Its t1 is 收支总表, t2 支出 by function in 合计, 基本支出 and 项目支出, t3 基本支出 by economic class. */
const CASE = 'hewan-school-2024-indented-names';
let subject: Subject;

beforeAll(async () => {
  for (const sample of goldenDocuments().filter(({ name }) => name === CASE))
    subject = await readSubject(CASE, join(sample.folder, sample.source));
});

/** The verdict on the first fault of a kind whose description begins so. */
function verdictOn(kind: string, begin: string): Pick<Verdict, 'outcome' | 'reach'> {
  const faults = FAULT_KINDS.filter((one) => one.kind === kind).flatMap(({ make }) => make(subject, makeRandom(1)));
  const fault = faults.find(({ what }) => what.startsWith(begin));
  if (!fault) throw new Error(`no ${kind} ${begin} among ${faults.map(({ what }) => what).join('; ')}`);
  const { outcome, reach } = tryFault(fault, new Judge(takeSnapshot(subject.document, samePlace))).verdict;
  return { outcome, reach };
}

describe('the judge of faults', () => {
  it('tries every kind but a digit of a code: the document prints none', () => {
    const without = FAULT_KINDS.filter(({ make }) => make(subject, makeRandom(1)).length === 0);
    expect(without.map(({ kind }) => kind)).toEqual(['changed code digit']);
  });

  it('is told of a digit in a sum', () => {
    expect(verdictOn('changed digit', 't2 r1 c1')).toEqual({ outcome: 'caught', reach: null });
  });

  it('calls the loss of the only part of a class redundant', () => {
    expect(verdictOn('dropped row', 't3 r12')).toEqual({ outcome: 'silent', reach: 'redundant' });
  });

  it('sees no harm in two equal amounts in each other’s place', () => {
    expect(verdictOn('swapped cells', 't2 r13')).toEqual({ outcome: 'harmless', reach: null });
  });

  it('knows that exchanged parts of a sum cannot be told', () => {
    expect(verdictOn('swapped cells', 't1 r4 c1 17,000 ⇄ r5')).toEqual({ outcome: 'silent', reach: 'offset' });
  });

  it('is told of exchanged columns whose classes belong to the other one', () => {
    expect(verdictOn('exchanged columns', 't3 values of c2')).toEqual({ outcome: 'caught', reach: null });
  });
});

describe('a class of 人员经费 of which less is said', () => {
  const [truth] = arrangeLines([stated('3.00', { ...coded('dept_economic', '301'), spendingType: 'personnel' })]);

  it('is 基本支出 with the same amount and code, and nothing else', () => {
    if (!truth) throw new Error('no line');
    expect(saysWider(truth, { ...truth, spendingType: 'basic' })).toBe(true);
    expect(saysWider(truth, { ...truth, spendingType: 'public' })).toBe(false);
    expect(saysWider(truth, { ...truth, spendingType: 'basic', amount: 1n })).toBe(false);
    expect(saysWider(truth, { ...truth, spendingType: 'basic', codes: [] })).toBe(false);
    expect(saysWider({ ...truth, codes: [] }, { ...truth, codes: [], spendingType: 'basic' })).toBe(false);
    expect(saysWider(truth, undefined)).toBe(false);
  });
});
