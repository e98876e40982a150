/** Folders of the Parquet tree and their switch. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Folders {
  /** What readers read. */
  readonly current: string;
  /** The snapshot being built. */
  readonly next: string;
  /** The last snapshot, for the moment of the switch. */
  readonly previous: string;
}

/** An empty `next`; what a crash left behind is cleaned up, a snapshot set aside by an unfinished switch is put back. */
export function prepareFolders(outDir: string): Folders {
  const folders = {
    current: join(outDir, 'parquet'),
    next: join(outDir, '.parquet.next'),
    previous: join(outDir, '.parquet.previous'),
  };
  if (!existsSync(folders.current) && existsSync(folders.previous)) renameSync(folders.previous, folders.current);
  for (const leftover of [folders.next, folders.previous]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(folders.next);
  return folders;
}

/** Two renames of folders: a reader finds the old tree, for an instant none, then the new one; never a mixture. */
export function switchFolders({ current, next, previous }: Folders): void {
  if (existsSync(current)) renameSync(current, previous);
  renameSync(next, current);
  rmSync(previous, { recursive: true, force: true });
}
