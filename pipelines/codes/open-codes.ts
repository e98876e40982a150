/** The codebook, with a user's own tables where there are some. */
import { CodeTablesError, loadCodebook, type Codebook } from '../../transforms/index.js';
import { OverlayError } from './errors.js';

/** Part of the program, and loaded once. */
let packaged: Codebook | null = null;

/** The packaged codebook, the overlay in `folder` (null: none) laid over it. @throws OverlayError, without one CodeTablesError, with file and line of every fault */
export function openCodes(folder: string | null): Codebook {
  if (folder === null) return (packaged ??= loadCodebook());
  try {
    return loadCodebook({ overlay: folder });
  } catch (error) {
    if (!(error instanceof CodeTablesError)) throw error;
    throw new OverlayError(`the code tables in ${folder} can't be used: ${error.message}`, { cause: error });
  }
}
