/**
 * Documents as they are published, against what was read on their pages by hand. The documents are no part of the project: they lie in
 * `../shared/real`, and the tests of those that are not there are skipped.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../extractors/index.js';
import { loadCodebook, transform } from '../../transforms/index.js';
import type { BudgetDocument } from '../../transforms/index.js';
import { describeReal } from './describe.js';
import { differences, readTruth, writeTruth } from './truth.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'real');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [];
const codebook = loadCodebook();
/** `1` to write what the program gives as the truth. */
const update = process.env['UPDATE_REAL'] === '1';

async function readDocument(path: string): Promise<BudgetDocument> {
  const bytes = readFileSync(path);
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return transform(await extract({ documentId, fileName: basename(path), sourceUri: path, bytes }), codebook);
}

describe.skipIf(FILES.length === 0)('real documents (skipped: no PDFs in ../shared/real)', () => {
  it.each(FILES)('%s', async (name) => {
    const document = await readDocument(join(FOLDER, name));
    const { documentId } = document.raw;
    const description = describeReal(document);
    if (update) writeTruth(documentId, description);
    const truth = readTruth(documentId);
    expect(truth, `${documentId}.json is missing: nobody has checked ${name}`).not.toBeNull();
    expect(differences(truth, description)).toEqual([]);
  });
});
