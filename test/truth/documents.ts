/** The documents that faults are put into. */
import { join } from 'node:path';
import { documentOf, findCases, type SampleCase } from '../golden/cases.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

/**
 * The sample cases, each document once: what it gives is the same in all its formats, and faults are put in after it is extracted. A text is taken before
 * other formats, which take longer to read.
 */
export function goldenDocuments(): readonly SampleCase[] {
  const cases = findCases(SAMPLES).toSorted((a, b) => Number(isText(b)) - Number(isText(a)));
  const first = new Map<string, SampleCase>();
  for (const sample of cases) if (!first.has(documentOf(sample))) first.set(documentOf(sample), sample);
  return [...first.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isText({ source }: SampleCase): boolean {
  return source.endsWith('.txt');
}
