/** Sources that are no longer where they were. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { LIST, listValue, timestampTZValue, VARCHAR } from '@duckdb/node-api';
import { inTransaction } from './duckdb/query.js';

/** What a run has walked from end to end. */
export interface WalkedPlaces {
  /** Beginnings of the URIs of everything below a folder (`file:///in/`) or an archive (`file:///a.zip!/`). */
  readonly prefixes: readonly string[];
  /** URIs of archives of files that were walked, however they were named. */
  readonly archives: readonly string[];
  /** Beginnings below which nothing is known, for the folder or archive could not be opened. */
  readonly unreadable: readonly string[];
  /** When the walk began: what was met has been seen since. */
  readonly since: Date;
}

/** Whether a source is below one of the places, or the place itself, as one that could not be opened before. */
function beginsWithOneOf(prefixes: string): string {
  return `len(list_filter(${prefixes}, lambda p: starts_with(source_uri || '/', p) OR starts_with(source_uri || '!/', p))) > 0`;
}

const WALKED = `(${beginsWithOneOf('$prefixes')} OR (source_uri <> file_uri AND file_uri IN (SELECT unnest($archives))))`;

/**
 * Sets `missing_since` of current sources in the walked places that were not met; a later sighting clears it. Archives of files that lack a member now need to be
 * opened before they can be taken for unchanged again.
 */
export async function recordMissing(
  connection: DuckDBConnection,
  { prefixes, archives, unreadable, since }: WalkedPlaces,
): Promise<void> {
  if (prefixes.length + archives.length === 0) return;
  const at = timestampTZValue(BigInt(since.getTime()) * 1000n);
  await inTransaction(connection, async () => {
    await connection.run(
      `UPDATE document_sources SET missing_since = $since
       WHERE missing_since IS NULL AND superseded_at IS NULL AND last_seen_at < $since
         AND ${WALKED} AND NOT ${beginsWithOneOf('$unreadable')}`,
      {
        since: at,
        prefixes: listValue(prefixes),
        archives: listValue(archives),
        unreadable: listValue(unreadable),
      },
      { prefixes: LIST(VARCHAR), archives: LIST(VARCHAR), unreadable: LIST(VARCHAR) },
    );
    await connection.run(
      'DELETE FROM read_archives WHERE archive_uri IN (SELECT file_uri FROM document_sources WHERE missing_since = $since)',
      { since: at },
    );
  });
}
