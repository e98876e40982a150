/** How a source's file looks on disk, by which a later run tells that it is unchanged. */
import type { FileState } from '../sinks/index.js';
import { locate, type FileStamp, type Source } from './sources/index.js';

/**
 * Milliseconds for which a file must have been left alone. File systems keep times in steps, and what is written in the same step as the look shows no other
 * time: such a file is read again next time (as git does with its index).
 */
const SETTLED_AFTER = 2_000;
const US_PER_MS = 1_000n;

/** The file that holds a source: itself, or the archive of files that it is a member of. null where nothing can be told from a later look at it. */
export function fileStateOf({ uri, file, container }: Source): FileState | null {
  if (container) return toState(container.uri, container);
  if (!file) return null;
  return toState(uri.startsWith('file:') ? uri : locate(file.path).uri, file);
}

/** The state of a file or archive that was listed. */
export function toState(uri: string, { byteSize, modifiedUs }: FileStamp): FileState {
  return { uri, byteSize, modifiedAt: new Date(Number(modifiedUs / US_PER_MS)) };
}

/** The state to be remembered of a file read at `readAt`; null where it may change without showing it. */
export function settledState(state: FileState | null, readAt: Date): FileState | null {
  return state && readAt.getTime() - state.modifiedAt.getTime() >= SETTLED_AFTER ? state : null;
}
