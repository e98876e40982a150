/**
 * One document in several formats gives the same facts. Cases whose names agree up to the year are the same document
 * (`<place>-<who>-<year>-…`): their budget lines must agree in every column of the contract but those that say where a line stands.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../extractors/index.js';
import { lineRow } from '../sinks/rows/lines.js';
import { loadCodebook, transform } from '../transforms/index.js';
import { documentOf, findCases, type SampleCase } from './golden/cases.js';

/** Columns that tell the document and the place in it; formats differ in them. */
const PLACE_COLUMNS = new Set([
  ...['document_id', 'line_id', 'table_no', 'table_id', 'row_no', 'col_no', 'page_no'],
  ...['block_no', 'char_start', 'char_end'],
]);
const codebook = loadCodebook();

/** Cases by the document that they show; only documents that several cases show. */
function groupCases(cases: readonly SampleCase[]): [string, readonly SampleCase[]][] {
  const groups = new Map<string, SampleCase[]>();
  for (const sample of cases) {
    const document = documentOf(sample);
    groups.set(document, [...(groups.get(document) ?? []), sample]);
  }
  return [...groups].filter(([, members]) => members.length > 1);
}

/** What the lines of a case say, in reading order; words without the space of their layout. */
async function factsOf({ folder, source }: SampleCase): Promise<readonly string[]> {
  const bytes = readFileSync(join(folder, source));
  const raw = await extract({ documentId: '', fileName: source, sourceUri: source, bytes });
  return transform(raw, codebook).lines.map((line) => {
    const said = Object.entries(lineRow('', line)).filter(([column]) => !PLACE_COLUMNS.has(column));
    return said.map(([column, value]) => `${column}=${String(value).replace(/\s+/gu, '')}`).join(' ');
  });
}

describe('one document in several formats', () => {
  const documents = groupCases(findCases(join(import.meta.dirname, '..', 'samples')));

  it('is among the samples', () => {
    expect(documents.length).toBeGreaterThan(0);
  });

  it.each(documents)('%s: the same lines', async (_, members) => {
    const [first, ...others] = await Promise.all(members.map(factsOf));
    for (const other of others) expect(other).toEqual(first);
  });
});
