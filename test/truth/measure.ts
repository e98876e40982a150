/**
 * Puts faults into the golden documents, prints what share of each kind the program tells, and what it misses. With the same seed it draws the same faults.
 * Usage: npm run bench:truth [-- <faults per kind and document> [<words of case names>...]]
 */
import { join } from 'node:path';
import { goldenDocuments } from './documents.js';
import { falseAlarms } from './false-alarms.js';
import { reportKinds, reportMisses, reportUnbound } from './report.js';
import { readSubject, tryFaults, type Trial } from './run.js';

/** Faults drawn of each kind in each document: about 650 in all, a minute or two of work. */
const MOST = 5;

const [most = String(MOST), ...words] = process.argv.slice(2);
const documents = goldenDocuments().filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const trials: Trial[] = [];
const alarms: string[] = [];
for (const sample of documents) {
  const subject = await readSubject(sample.name, join(sample.folder, sample.source));
  alarms.push(...falseAlarms(sample, subject.document).map((alarm) => `${sample.name} ${alarm}`));
  trials.push(...tryFaults(subject, Number(most)));
}
console.log(`${documents.length} documents untouched: ${alarms.length} false alarms`);
for (const alarm of alarms) console.log(`    ${alarm}`);
console.log(`\n${reportKinds(trials)}\n\nMissed, by what became of the checks:\n${reportMisses(trials)}`);
console.log(`\nUntold, and bound by no check:\n${reportUnbound(trials)}`);
