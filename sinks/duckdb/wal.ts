/** The write-ahead log of a database (`budget.duckdb.wal`): what was committed since the last checkpoint. */
import { renameSync, existsSync, statSync, type BigIntStats } from 'node:fs';
import { firstLine } from '../errors.js';

/** A log that was set aside, for a person. */
export interface WalSetAside {
  readonly code: 'wal-set-aside';
  readonly message: string;
}

/** What a log looks like before it is tried. */
export type WalLook = BigIntStats | null;

function walOf(path: string): string {
  return `${path}.wal`;
}

export function lookAtWal(path: string): WalLook {
  return statSync(walOf(path), { bigint: true, throwIfNoEntry: false }) ?? null;
}

/**
 * Renames a log that can't be used, so that its database opens as of the last checkpoint. A log that is not the one looked at is another run's, and is left.
 * @returns null where there was nothing to set aside
 */
export function setWalAside(path: string, look: WalLook, reason: unknown): WalSetAside | null {
  const now = lookAtWal(path);
  if (!look || !now || now.ino !== look.ino || now.size !== look.size || now.mtimeNs !== look.mtimeNs) return null;
  const aside = freeName(walOf(path));
  renameSync(walOf(path), aside);
  return {
    code: 'wal-set-aside',
    message: `${walOf(path)} can't be used and was set aside as ${aside}; what was written since the last checkpoint is read again (${firstLine(reason)})`,
  };
}

function freeName(wal: string): string {
  for (let no = 1; ; no += 1) {
    const name = `${wal}.damaged-${no}`;
    if (!existsSync(name)) return name;
  }
}
