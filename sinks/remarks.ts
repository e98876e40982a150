/** Findings about documents whose rows stay as they are. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Diagnostic } from '../extractors/types.js';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { selectRows } from './duckdb/query.js';
import { UNKNOWN_YEAR } from './parquet/pending.js';
import { diagnosticRows } from './rows/findings.js';

/** What a run found about a document that the archive holds, without reading it anew. */
export interface Remark {
  readonly documentId: string;
  readonly sourceUri: string;
  readonly diagnostic: Diagnostic;
}

/**
 * Adds remarks to the diagnostics of their documents, within the caller's transaction; a document that has one with the same code keeps that.
 *
 * @returns the years of the documents that changed
 */
export async function recordRemarks(
  connection: DuckDBConnection,
  runId: string,
  remarks: readonly Remark[],
): Promise<readonly string[]> {
  const years: string[] = [];
  for (const { documentId, sourceUri, diagnostic } of remarks) {
    const [row] = diagnosticRows([diagnostic], { runId, documentId, sourceUri, lines: [] });
    const [known] = await selectRows(
      connection,
      `SELECT coalesce(any_value(fiscal_year)::VARCHAR, '${UNKNOWN_YEAR}') AS year, coalesce(max(diagnostic_no), 0) AS last,
         coalesce(bool_or(code = $code), false) AS said
       FROM documents d LEFT JOIN diagnostics g ON g.document_id = d.document_id WHERE d.document_id = $id`,
      { id: documentId, code: diagnostic.code },
    );
    if (!row || !known || known['said'] === true) continue;
    await appendRows(connection, tables.diagnostics, [{ ...row, diagnostic_no: Number(known['last']) + 1 }]);
    years.push(String(known['year']));
  }
  return years;
}
