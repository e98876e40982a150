/**
 * One document in several formats gives the same facts. Cases whose names agree up to the year are the same document
 * (`<place>-<who>-<year>-…`): their budget lines must agree in every column of the contract but those that say where a line stands.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../extractors/index.js';
import { loadCodebook } from '../transforms/index.js';
import { findCases, type SampleCase } from './golden/cases.js';
import { factsOf } from './golden/facts.js';

const codebook = loadCodebook();

/** Cases by the document that they show; only documents that several cases show. */
function groupCases(cases: readonly SampleCase[]): [string, readonly SampleCase[]][] {
  const groups = new Map<string, SampleCase[]>();
  for (const sample of cases) {
    const document = /^.+?-\d{4}(?=-|$)/.exec(sample.name)?.[0] ?? sample.name;
    groups.set(document, [...(groups.get(document) ?? []), sample]);
  }
  return [...groups].filter(([, members]) => members.length > 1);
}

async function readCase({ folder, source }: SampleCase): Promise<readonly string[]> {
  const bytes = readFileSync(join(folder, source));
  return factsOf(await extract({ documentId: '', fileName: source, sourceUri: source, bytes }), codebook);
}

describe('one document in several formats', () => {
  const documents = groupCases(findCases(join(import.meta.dirname, '..', 'samples')));

  it('is among the samples', () => {
    expect(documents.length).toBeGreaterThan(0);
  });

  it.each(documents)('%s: the same lines', async (_, members) => {
    const [first, ...others] = await Promise.all(members.map(readCase));
    for (const other of others) expect(other).toEqual(first);
  });
});
