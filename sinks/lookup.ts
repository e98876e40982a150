/** What an archive knows, for those who want to tell what a run would do. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { listValue } from '@duckdb/node-api';
import type { Database } from './duckdb/instance.js';
import { openForReading } from './duckdb/open.js';
import { selectRows } from './duckdb/query.js';
import { ArchiveError } from './errors.js';
import type { Archive } from './archive.js';
import { countMembers, selectReadArchives } from './containers.js';
import { selectStatuses, selectUnchangedFiles } from './known.js';
import type { DocumentStatus, ReadingRule } from './known.js';

/** The questions that a run asks before it writes, answered without writing. */
export interface ArchiveLookup extends Pick<Archive, 'statusesOf' | 'unchangedFiles' | 'readArchives'> {
  /** Sources in archives of files that need not be opened, by the status of their documents. */
  countMembers(archiveUris: readonly string[]): Promise<Readonly<Record<DocumentStatus, number>>>;
  /** Those of the sources that hold something now, as far as the archive knows. */
  heldSources(sourceUris: readonly string[]): Promise<ReadonlySet<string>>;
  close(): void;
}

/** Opens what there is for reading; where there is no archive yet, nothing is known and nothing is made. @throws ArchiveError as for any reading */
export async function openLookup(outDir: string, rule: ReadingRule): Promise<ArchiveLookup> {
  const database = await openForReading(outDir).catch((error: unknown) => {
    if (error instanceof ArchiveError && error.code === 'missing') return null;
    throw error;
  });
  return database ? lookupIn(database, rule) : NOTHING_KNOWN;
}

/** Of documents that were made by the run that asks: there is none. */
const NO_RUN = '';

function lookupIn(database: Database, rule: ReadingRule): ArchiveLookup {
  const { connection } = database;
  return {
    statusesOf: (ids) => selectStatuses(connection, rule, NO_RUN, ids),
    unchangedFiles: (files) => selectUnchangedFiles(connection, rule, NO_RUN, files),
    readArchives: () => selectReadArchives(connection, rule, NO_RUN),
    countMembers: (uris) => countMembers(connection, uris),
    heldSources: (uris) => selectHeldSources(connection, uris),
    close: () => {
      database.close();
    },
  };
}

async function selectHeldSources(connection: DuckDBConnection, uris: readonly string[]): Promise<ReadonlySet<string>> {
  if (uris.length === 0) return new Set();
  const rows = await selectRows(
    connection,
    `SELECT DISTINCT source_uri FROM document_sources JOIN (SELECT unnest($uris) AS source_uri) USING (source_uri)
     WHERE document_id IS NOT NULL AND superseded_at IS NULL`,
    { uris: listValue(uris) },
  );
  return new Set(rows.map((row) => String(row['source_uri'])));
}

const NOTHING_KNOWN: ArchiveLookup = {
  statusesOf: () => Promise.resolve(new Map()),
  unchangedFiles: (files) => Promise.resolve(files.map(() => null)),
  readArchives: () => Promise.resolve([]),
  countMembers: () => Promise.resolve({ loaded: 0, quarantined: 0 }),
  heldSources: () => Promise.resolve(new Set()),
  close: () => undefined,
};
