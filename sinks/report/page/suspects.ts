/** Suspect lines in no failing check, grouped by what makes them so. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { toPlace } from './failing.js';
import { groupBy } from './group-by.js';
import { cut, LENGTH, MOST, printedAmount } from './limits.js';
import type { PageSuspect, SuspectGroup } from './types.js';

/** A line before it is known which documents the page names. */
export type SuspectLine = Omit<PageSuspect, 'document'> & { readonly documentId: string };
export type DoubtGroup = Omit<SuspectGroup, 'examples'> & { readonly examples: readonly SuspectLine[] };

const GROUPS_SQL = `SELECT reason, code, count(*) AS lines, count(DISTINCT document_id) AS documents FROM page_doubts
GROUP BY ALL ORDER BY lines DESC, reason, code LIMIT ${MOST.suspectGroups}`;

/** A line's words behind its code, where they do not have it themselves. */
const LABEL = `concat_ws(' ', CASE WHEN NOT contains(l.label, l.code_printed) THEN l.code_printed END, l.label)`;

/** Of each group some lines, one of each document a turn, the largest amounts first. */
const EXAMPLES_SQL = `WITH turned AS (
  SELECT p.*, abs(l.amount) AS size, row_number() OVER (PARTITION BY p.reason, p.code, p.document_id ORDER BY abs(l.amount) DESC, p.line_no) AS turn
  FROM page_doubts p JOIN budget_lines l ON l.document_id = p.document_id AND l.line_no = p.line_no),
chosen AS (
  SELECT * FROM turned
  QUALIFY row_number() OVER (PARTITION BY reason, code ORDER BY turn, size DESC, document_id, line_no) <= ${MOST.suspects})
SELECT c.reason, c.code, c.document_id, c.line_no, l.table_kind, l.page_no, l.table_no, l.row_no, l.col_no, l.block_no,
  ${cut(LABEL, LENGTH.label)} AS label, l.amount AS yuan, ${printedAmount('l')} AS amount,
  CASE c.reason
    WHEN 'warning' THEN (SELECT min(${cut('g.message', LENGTH.message)}) FROM diagnostics g WHERE g.document_id = c.document_id AND g.code = c.code
      AND g.table_no = l.table_no AND g.row_no = l.row_no AND coalesce(g.col_no, l.col_no) = l.col_no)
    WHEN 'ambiguous_reading' THEN (SELECT min(${cut('g.message', LENGTH.message)}) FROM diagnostics g WHERE g.document_id = c.document_id AND g.code = c.code
      AND g.table_no = l.table_no AND g.row_no IS NULL AND coalesce(g.col_no, l.col_no) = l.col_no)
    WHEN 'doubtful_code' THEN (SELECT min(${cut(`concat_ws(' ', k.code_printed, k.name_printed, '→ ' || coalesce(k.code, '?'), '(' || round(k.mapping_score, 2) || ')')`, LENGTH.message)})
      FROM line_codes k WHERE k.document_id = c.document_id AND k.line_no = c.line_no AND k.scheme = c.code)
  END AS message
FROM chosen c JOIN budget_lines l ON l.document_id = c.document_id AND l.line_no = c.line_no
ORDER BY c.turn, c.size DESC, c.document_id, c.line_no`;

const TOTAL_SQL = 'SELECT count(*) AS lines FROM (SELECT DISTINCT document_id, line_no FROM page_doubts)';

/** The query that shows all suspect lines with their reasons. */
export const ALL_SUSPECTS = `SELECT * FROM budget_lines JOIN line_doubts USING (document_id, line_no) WHERE confidence = 'suspect' AND reason <> 'failing_check'`;

/** Groups of the gathered lines, the largest first. @throws Error of DuckDB */
export async function readSuspects(connection: DuckDBConnection): Promise<readonly DoubtGroup[]> {
  const examples = groupBy(await selectRows(connection, EXAMPLES_SQL), groupKey);
  return (await selectRows(connection, GROUPS_SQL)).map((row) => ({
    reason: textOrNull(row['reason']),
    code: textOrNull(row['code']),
    lines: Number(row['lines']),
    documents: Number(row['documents']),
    examples: (examples.get(groupKey(row)) ?? []).map(toLine),
  }));
}

/** How many lines are suspect without a failing check. @throws Error of DuckDB */
export async function countSuspects(connection: DuckDBConnection): Promise<number> {
  const [row] = await selectRows(connection, TOTAL_SQL);
  return Number(row?.['lines'] ?? 0);
}

function groupKey(row: Row): string {
  return `${String(row['reason'])} ${String(row['code'])}`;
}

function toLine(row: Row): SuspectLine {
  return {
    documentId: String(row['document_id']),
    lineNo: Number(row['line_no']),
    tableKind: String(row['table_kind']),
    page: numberOrNull(row['page_no']),
    ...toPlace(row),
    label: String(row['label']),
    amount: String(row['amount']),
    yuan: String(row['yuan']),
    message: textOrNull(row['message']),
  };
}
