/** The beginning of every list of the report, with counts of the rest: what fits on a terminal, whatever the archive's size. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../duckdb/query.js';
import { DIAGNOSTICS, DOCUMENTS, FAILED_CHECKS, GAPS, OWNER, SUSPECT_LINES, type Question } from './queries.js';
import { textsOf, toDocument, toFailedCheck, toSuspectLine } from './rows.js';
import type { DiagnosticGroup, Excerpt, ExcerptGroup, GapGroup, ReportExcerpt } from './types.js';

/** Documents listed; an archive may hold a hundred thousand. */
const MOST_DOCUMENTS = 200;
/** Documents shown in a section of findings. */
const MOST_GROUPS = 50;
/** Entries shown of one document. */
const MOST_ENTRIES = 10;
/** Places named of a finding that a document has many times. */
const MOST_PLACES = 5;

/** Each finding is an entry of its own. */
const single = ({ sql, order }: Question): Question => ({ sql: `SELECT *, 1 AS findings FROM (${sql})`, order });

/** Messages of one code say much the same: the first one, then the places. Failing checks have a list of their own. */
const DIAGNOSTIC_GROUPS: Question = {
  sql: `SELECT file_name, document_id, severity, code, sum(findings) AS findings, arg_min(message, first_no) AS message,
  list_slice(list(location ORDER BY first_no) FILTER (location IS NOT NULL), 1, ${MOST_PLACES}) AS places, count(location) AS place_count
FROM (SELECT file_name, document_id, severity, code, location, count(*) AS findings, min(diagnostic_no) AS first_no, arg_min(message, diagnostic_no) AS message
  FROM (${DIAGNOSTICS.sql}) WHERE code <> 'check-failed' GROUP BY ALL)
GROUP BY file_name, document_id, severity, code`,
  order: `${OWNER}, severity, code`,
};

/** Gaps of one kind without details of their own are one list of statements. */
const GAP_GROUPS: Question = {
  sql: `SELECT file_name, document_id, gap, nullif(coalesce(detail, ''), '') AS detail, count(*) AS findings,
  list(table_kind ORDER BY table_kind) FILTER (table_kind IS NOT NULL) AS kinds, min(table_kind) AS first_kind
FROM (${GAPS.sql}) GROUP BY file_name, document_id, gap, coalesce(detail, '')`,
  order: `${OWNER}, gap, first_kind, detail`,
};

/** Of all current documents. @throws Error of DuckDB */
export async function readExcerpt(connection: DuckDBConnection): Promise<ReportExcerpt> {
  const { sql, order } = DOCUMENTS;
  const documents = await selectRows(
    connection,
    `SELECT *, count(*) OVER () AS documents FROM (${sql}) ORDER BY ${order} LIMIT ${MOST_DOCUMENTS}`,
  );
  return {
    documents: { total: totalOf(documents, 'documents'), shown: documents.map(toDocument) },
    failedChecks: await readGroups(connection, single(FAILED_CHECKS), toFailedCheck),
    suspectLines: await readGroups(connection, single(SUSPECT_LINES), toSuspectLine),
    diagnostics: await readGroups(connection, DIAGNOSTIC_GROUPS, toDiagnosticGroup),
    gaps: await readGroups(connection, GAP_GROUPS, toGapGroup),
  };
}

async function readGroups<T>(
  connection: DuckDBConnection,
  question: Question,
  toEntry: (row: Row) => T,
): Promise<Excerpt<T>> {
  const rows = await selectRows(connection, groupsOf(question));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${String(row['file_name'])}\0${String(row['document_id'])}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return {
    findings: totalOf(rows, 'all_findings'),
    owners: totalOf(rows, 'owners'),
    groups: [...groups.values()].map((group) => toGroup(group, toEntry)),
  };
}

/** The first entries of the first documents; each row bears the counts of its document and of all. */
function groupsOf({ sql, order }: Question): string {
  return `WITH entry AS NOT MATERIALIZED (${sql}),
  owner AS (SELECT file_name, document_id, count(*) AS entries, sum(findings) AS findings FROM entry GROUP BY ${OWNER}),
  shown AS (SELECT file_name, document_id, entries, count(*) OVER () AS owners, sum(findings) OVER () AS all_findings
    FROM owner ORDER BY ${OWNER} LIMIT ${MOST_GROUPS}),
  ranked AS (SELECT e.*, s.entries, s.owners, s.all_findings,
      row_number() OVER (PARTITION BY ${qualified('e', OWNER)} ORDER BY ${qualified('e', order)}) AS entry_no
    FROM entry e JOIN shown s ON s.file_name IS NOT DISTINCT FROM e.file_name AND s.document_id IS NOT DISTINCT FROM e.document_id)
SELECT r.*, d.publisher, d.fiscal_year FROM ranked r LEFT JOIN documents d ON d.document_id = r.document_id
WHERE entry_no <= ${MOST_ENTRIES} ORDER BY ${qualified('r', OWNER)}, entry_no`;
}

function qualified(alias: string, columns: string): string {
  return columns.replace(/\w+/g, (column) => `${alias}.${column}`);
}

function toGroup<T>(rows: readonly Row[], toEntry: (row: Row) => T): ExcerptGroup<T> {
  const [row = {}] = rows;
  return {
    documentId: textOrNull(row['document_id']),
    fileName: String(row['file_name']),
    publisher: textOrNull(row['publisher']),
    fiscalYear: numberOrNull(row['fiscal_year']),
    entries: totalOf(rows, 'entries'),
    shown: rows.map(toEntry),
  };
}

function toDiagnosticGroup(row: Row): DiagnosticGroup {
  return {
    severity: String(row['severity']),
    code: String(row['code']),
    message: String(row['message']),
    findings: Number(row['findings']),
    places: textsOf(row['places']),
    placeCount: Number(row['place_count']),
  };
}

function toGapGroup(row: Row): GapGroup {
  return { gap: String(row['gap']), tableKinds: textsOf(row['kinds']), detail: textOrNull(row['detail']) };
}

/** A count that every row bears; 0 where there is none. */
function totalOf(rows: readonly Row[], column: string): number {
  return Number(rows[0]?.[column] ?? 0);
}
