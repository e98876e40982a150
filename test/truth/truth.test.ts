/** No silent wrong number: faults put into golden documents are told. `npm run bench:truth` tries more of them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenDocuments } from './documents.js';
import { falseAlarms } from './false-alarms.js';
import { isMissed } from './judge.js';
import { knownMisses } from './known-misses.js';
import { readSubject, tryFaults } from './run.js';

/** Documents of every layout that are quick to read. */
const TRIED = /^(?:anhe|changningshan|hewan|luojiang|mianshui|qingjiang|qinglong|shiqiao|xinqiao)-/;
const FAULTS_PER_KIND = 3;

describe('faults in golden documents', () => {
  const documents = goldenDocuments().filter(({ name }) => TRIED.test(name));

  it.each(documents.map((sample) => [sample.name, sample] as const))('%s', async (name, sample) => {
    const subject = await readSubject(name, join(sample.folder, sample.source));
    expect(falseAlarms(sample, subject.document), 'suspected without any fault').toEqual([]);
    const missed = tryFaults(subject, FAULTS_PER_KIND)
      .filter(({ verdict }) => isMissed(verdict))
      .map(({ kind, what }) => `${kind}: ${what}`);
    const known = knownMisses(name);
    expect(
      missed.filter((miss) => !known.includes(miss)),
      'wrong figures beyond tolerance that nothing tells',
    ).toEqual([]);
    expect(
      known.filter((miss) => !missed.includes(miss)),
      'no longer missed: remove them from known-misses.md',
    ).toEqual([]);
  });
});
