/** Warnings and errors by their code, with the first documents that have them. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { selectRows, textOrNull } from '../../duckdb/query.js';
import { DIAGNOSTICS } from '../queries.js';
import { groupBy } from './group-by.js';
import { cut, LENGTH, MOST } from './limits.js';
import type { FindingExample, FindingGroup } from './types.js';

/** A finding before it is known which documents the page names; `documentId` is null for a source without document. */
export type Finding = Omit<FindingExample, 'document'> & { readonly documentId: string | null };
export type Findings = Omit<FindingGroup, 'examples'> & { readonly examples: readonly Finding[] };

/** Of each code the first finding of the first documents; each row bears the counts of its code and of all. Failing checks have a list of their own. */
const FINDINGS_SQL = `WITH owner AS (
  SELECT severity, code, document_id, file_name, count(*) AS findings, arg_min(message, diagnostic_no) AS message, arg_min(location, diagnostic_no) AS location
  FROM (${DIAGNOSTICS.sql}) WHERE code <> 'check-failed' GROUP BY ALL),
counted AS (
  SELECT *, sum(findings) OVER (PARTITION BY severity, code) AS of_code, count(*) OVER (PARTITION BY severity, code) AS owners, sum(findings) OVER () AS of_all,
    row_number() OVER (PARTITION BY severity, code ORDER BY file_name, document_id) AS place_no
  FROM owner)
SELECT severity, code, of_code, owners, of_all, document_id, ${cut('file_name', LENGTH.name)} AS file_name, ${cut('message', LENGTH.message)} AS message, location
FROM counted WHERE place_no <= ${MOST.findings}
ORDER BY severity, owners DESC, code, place_no LIMIT ${MOST.findings * MOST.findingGroups}`;

/** The query that shows all of them. */
export const ALL_FINDINGS = `SELECT source_uri, severity, code, location, message FROM diagnostics WHERE severity <> 'info' AND code <> 'check-failed'`;

/** Errors first, then by how many documents have them. @throws Error of DuckDB */
export async function readFindings(
  connection: DuckDBConnection,
): Promise<{ readonly groups: readonly Findings[]; readonly total: number }> {
  const rows = await selectRows(connection, FINDINGS_SQL);
  const groups = groupBy(rows, (row) => `${String(row['severity'])} ${String(row['code'])}`);
  return { groups: [...groups.values()].map(toGroup), total: Number(rows[0]?.['of_all'] ?? 0) };
}

function toGroup(rows: readonly Row[]): Findings {
  const [row = {}] = rows;
  return {
    severity: String(row['severity']),
    code: String(row['code']),
    findings: Number(row['of_code']),
    documents: Number(row['owners']),
    examples: rows.map((each) => ({
      documentId: textOrNull(each['document_id']),
      fileName: String(each['file_name']),
      message: String(each['message']),
      location: textOrNull(each['location']),
    })),
  };
}
