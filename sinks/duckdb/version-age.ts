/** Whose database it is, and of which version. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CONTRACT_VERSION, parseVersion } from '../contract/index.js';
import { ArchiveError } from '../errors.js';
import { selectRows } from './query.js';

export type VersionAge = 'same' | 'older-minor' | 'older-major' | 'newer' | 'foreign';

export async function versionAge(connection: DuckDBConnection): Promise<VersionAge> {
  const metaTables = await selectRows(connection, `SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'`);
  if (metaTables.length === 0) return 'foreign';
  const [row] = await selectRows(connection, `SELECT value FROM meta WHERE key = 'contract_version'`);
  const found = parseVersion(String(row?.['value']));
  const own = parseVersion(CONTRACT_VERSION);
  if (!found || !own) return 'foreign';
  if (found.major !== own.major) return found.major > own.major ? 'newer' : 'older-major';
  if (found.minor === own.minor) return 'same';
  return found.minor > own.minor ? 'newer' : 'older-minor';
}

/** Why this version of the program keeps its hands off a database; null where it need not. */
export function refusalOf(path: string, age: VersionAge): ArchiveError | null {
  if (age === 'same' || age === 'older-minor') return null;
  if (age === 'newer')
    return new ArchiveError(
      'newer-version',
      `${path} was made by a newer version of this program and was left untouched`,
    );
  if (age === 'older-major')
    return new ArchiveError(
      'older-version',
      `${path} was made by an older major version and was left untouched; write to a new folder`,
    );
  return new ArchiveError('not-an-archive', `${path} is a database, but none of this program; it was left untouched`);
}
