/** Checks between documents, after loading. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { inTransaction, selectRows } from '../duckdb/query.js';
import { markYears } from '../parquet/pending.js';
import { ARCHIVE_CHECKS } from './compare.js';
import { FACTS } from './facts.js';
import { PAIRS } from './pairs.js';

/**
 * Brings `archive_checks` up to date: pairs of documents that are new or read anew are compared, the checks of pairs that are no more are taken out.
 * Pairs that were compared before stay as they are; where there is nothing to do, nothing is written.
 */
export async function refreshArchiveChecks(connection: DuckDBConnection): Promise<void> {
  await inTransaction(connection, async () => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE wanted_pairs AS ${PAIRS}`);
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE old_pairs AS SELECT * FROM document_pairs EXCEPT SELECT * FROM wanted_pairs;
       CREATE OR REPLACE TEMP TABLE new_pairs AS SELECT * FROM wanted_pairs EXCEPT SELECT * FROM document_pairs`,
    );
    const years = await selectRows(
      connection,
      `SELECT DISTINCT fiscal_year::VARCHAR AS year FROM documents
       WHERE document_id IN (SELECT left_document_id FROM old_pairs UNION SELECT left_document_id FROM new_pairs)`,
    );
    await removePairs(connection);
    await comparePairs(connection);
    await markYears(
      connection,
      years.map(({ year }) => String(year)),
    );
  });
}

async function removePairs(connection: DuckDBConnection): Promise<void> {
  const same = (table: string): string =>
    ['left_document_id', 'right_document_id', 'rule'].map((key) => `o.${key} = ${table}.${key}`).join(' AND ');
  for (const table of ['archive_checks', 'document_pairs'])
    await connection.run(`DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM old_pairs o WHERE ${same(table)})`);
}

async function comparePairs(connection: DuckDBConnection): Promise<void> {
  const [first] = await selectRows(connection, 'SELECT 1 FROM new_pairs LIMIT 1');
  if (!first) return;
  await connection.run(`CREATE OR REPLACE TEMP TABLE facts AS ${FACTS}`);
  await connection.run(`INSERT INTO archive_checks ${ARCHIVE_CHECKS}`);
  await connection.run('INSERT INTO document_pairs SELECT * FROM new_pairs');
}
