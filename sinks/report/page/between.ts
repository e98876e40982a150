/** Failing checks between documents: what another document prints otherwise. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { selectRows } from '../../duckdb/query.js';
import { toFigures } from '../figures.js';
import { WORST_FIRST } from './gather.js';
import { cut, LENGTH, MOST } from './limits.js';
import { tellSubject } from './subject.js';
import type { PageBetween } from './types.js';

/** A check before it is known which documents the page names. */
export interface BetweenCheck {
  readonly documentId: string;
  readonly otherId: string;
  readonly entry: Omit<PageBetween, 'document' | 'other'>;
}

const BETWEEN_SQL = `SELECT c.left_document_id, c.right_document_id, c.rule, ${cut('c.subject', LENGTH.subject)} AS subject, c.expected, c.actual, c.difference,
  c.tolerance, c.value_unit, count(*) OVER () AS failing
FROM archive_checks c SEMI JOIN page_documents d ON d.document_id = c.left_document_id SEMI JOIN page_documents o ON o.document_id = c.right_document_id
WHERE c.status = 'fail' ORDER BY ${WORST_FIRST}, c.left_document_id, c.right_document_id, c.rule, c.subject LIMIT ${MOST.between}`;

/** The query that shows all of them. */
export const ALL_BETWEEN = `SELECT * FROM archive_checks WHERE status = 'fail'`;

/** The worst of them, and how many there are. @throws Error of DuckDB */
export async function readBetween(
  connection: DuckDBConnection,
): Promise<{ readonly checks: readonly BetweenCheck[]; readonly total: number }> {
  const rows = await selectRows(connection, BETWEEN_SQL);
  const checks = rows.map((row) => ({
    documentId: String(row['left_document_id']),
    otherId: String(row['right_document_id']),
    entry: {
      rule: String(row['rule']),
      subject: tellSubject(String(row['rule']), String(row['subject']), new Map()),
      ...toFigures(row),
    },
  }));
  return { checks, total: Number(rows[0]?.['failing'] ?? 0) };
}
