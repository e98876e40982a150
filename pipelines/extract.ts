/** One file, without an archive. */
import { extract } from '../extractors/index.js';
import { loadCodebook, transform, type BudgetDocument, type Codebook } from '../transforms/index.js';
import { readSource } from './flow/index.js';
import { fileSource } from './sources/index.js';

/**
 * The facts of the file at `path`, with the tables as the accounts decided to read them.
 *
 * @param codebook loaded once where many files are read
 * @throws UnreadableDocument when the file can't be read or is no document of a known format
 */
export async function extractFile(path: string, codebook: Codebook = loadCodebook()): Promise<BudgetDocument> {
  return transform(await extract(await readSource(fileSource(path))), codebook);
}
