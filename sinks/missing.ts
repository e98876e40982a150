/** Sources that are no longer where they were. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { LIST, listValue, timestampTZValue, VARCHAR } from '@duckdb/node-api';

/** What a run has walked from end to end. */
export interface WalkedPlaces {
  /** Beginnings of the URIs of everything below a folder (`file:///in/`) or an archive (`file:///a.zip!/`). */
  readonly prefixes: readonly string[];
  /** Beginnings below which nothing is known, for the folder or archive could not be opened. */
  readonly unreadable: readonly string[];
  /** When the walk began: what was met has been seen since. */
  readonly since: Date;
}

/** Whether a source is below one of the places, or the place itself, as one that could not be opened before. */
function beginsWithOneOf(prefixes: string): string {
  return `len(list_filter(${prefixes}, lambda p: starts_with(source_uri || '/', p) OR starts_with(source_uri || '!/', p))) > 0`;
}

/** Sets `missing_since` of current sources below the walked places that were not met; a later sighting clears it. */
export async function recordMissing(
  connection: DuckDBConnection,
  { prefixes, unreadable, since }: WalkedPlaces,
): Promise<void> {
  if (prefixes.length === 0) return;
  await connection.run(
    `UPDATE document_sources SET missing_since = $since
     WHERE missing_since IS NULL AND superseded_at IS NULL AND last_seen_at < $since
       AND ${beginsWithOneOf('$prefixes')} AND NOT ${beginsWithOneOf('$unreadable')}`,
    {
      since: timestampTZValue(BigInt(since.getTime()) * 1000n),
      prefixes: listValue(prefixes),
      unreadable: listValue(unreadable),
    },
    { prefixes: LIST(VARCHAR), unreadable: LIST(VARCHAR) },
  );
}
