/** What must be on the disk before something else is, so that a power cut leaves the one or both. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Waits until a file, or the names in a folder, are on the disk. Some systems can't do that for folders (Windows) or at all; there the order of writes is the
 * system's.
 */
export function syncToDisk(path: string): void {
  let handle: number | null = null;
  try {
    handle = openSync(path, 'r');
    fsyncSync(handle);
  } catch (error) {
    if (!isNotOffered(error)) throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function isNotOffered(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(String(error.code))
  );
}
