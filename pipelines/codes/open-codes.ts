/** The codebook, with a user's own tables where there are some. */
import { loadCodebook, type Codebook } from '../../transforms/index.js';
import { OverlayError } from './errors.js';

/** The packaged codebook, the overlay in `folder` (null: none) laid over it. @throws OverlayError with file and line of every fault */
export function openCodes(folder: string | null): Codebook {
  if (folder === null) return loadCodebook();
  try {
    return loadCodebook({ overlay: folder });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OverlayError(`the code tables in ${folder} can't be used: ${reason}`, { cause: error });
  }
}
