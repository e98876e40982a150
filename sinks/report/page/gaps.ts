/** What documents lack: statements, rows by function, pages, publishers, years. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { ENUMS } from '../../contract/enums.js';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { groupBy } from './group-by.js';
import { cut, LENGTH, MOST } from './limits.js';
import type { GapExample, GapGroup, Said } from './types.js';

/** A gap before it is known which documents the page names. */
export type Gap = Omit<GapExample, 'document'> & { readonly documentId: string };
export type Gaps = Omit<GapGroup, 'examples'> & { readonly examples: readonly Gap[] };

/** Of each kind the first documents; each row bears the counts of its kind and of all. Sources of which nothing could be made have a list of their own. */
const GAPS_SQL = `WITH gap AS (
  SELECT gap, table_kind, document_id, file_name, detail FROM report_gaps WHERE gap NOT IN ('document_quarantined', 'source_unreadable')),
expected AS (
  SELECT table_kind, count(*) AS expected FROM statements s SEMI JOIN page_documents d ON d.document_id = s.document_id GROUP BY table_kind),
counted AS (
  SELECT *, count(*) OVER () AS of_all, count(*) OVER (PARTITION BY gap) AS of_gap, count(DISTINCT document_id) OVER (PARTITION BY gap, table_kind) AS documents,
    row_number() OVER (PARTITION BY gap, table_kind ORDER BY file_name, document_id, detail) AS place_no
  FROM gap)
SELECT c.gap, c.table_kind, c.document_id, ${cut('c.detail', LENGTH.message)} AS detail, c.of_all, c.documents, e.expected
FROM counted c LEFT JOIN expected e ON e.table_kind = c.table_kind WHERE c.place_no <= ${MOST.gaps}
ORDER BY c.of_gap DESC, c.gap, c.documents DESC, c.table_kind, c.place_no`;

/** The query that shows all of them. */
export const ALL_GAPS = `SELECT * FROM report_gaps WHERE gap NOT IN ('document_quarantined', 'source_unreadable')`;

/** Kinds of gap with most of them first. @throws Error of DuckDB */
export async function readGaps(
  connection: DuckDBConnection,
): Promise<{ readonly groups: readonly Gaps[]; readonly total: number }> {
  const rows = await selectRows(connection, GAPS_SQL);
  const groups = groupBy(rows, (row) => `${String(row['gap'])} ${String(row['table_kind'])}`);
  return { groups: [...groups.values()].map(toGroup), total: Number(rows[0]?.['of_all'] ?? 0) };
}

function toGroup(rows: readonly Row[]): Gaps {
  const [row = {}] = rows;
  return {
    gap: String(row['gap']),
    tableKind: textOrNull(row['table_kind']),
    documents: Number(row['documents']),
    expected: numberOrNull(row['expected'] ?? null),
    examples: rows.map((each) => ({
      documentId: String(each['document_id']),
      detail: tellDetail(textOrNull(each['detail'])),
    })),
  };
}

/** Wordings of coverage in `report_gaps`. */
const COVERAGE =
  /^(?<stage>\w+) (?<year>\d*): (?<covered>-?[\d.]+) yuan by function(?: of (?<total>-?[\d.]+) printed)?(?: \((?<percent>-?[\d.]+) %\))?$/;

/** A detail of `report_gaps`, that of coverage in both languages. */
export function tellDetail(detail: string | null): Said | null {
  const parts = COVERAGE.exec(detail ?? '')?.groups;
  if (detail === null || !parts) return detail;
  const { stage = '', year, covered = '', total, percent } = parts;
  const name = ENUMS['budget_stage']?.find(({ value }) => value === stage);
  const ofTotal = total === undefined ? '' : `，列示合计 ${grouped(total)} 元`;
  const share = percent === undefined ? '' : `（${percent}%）`;
  const inTotal = total === undefined ? '' : ` of ${grouped(total)} printed`;
  return [
    `${year === undefined || year === '' ? '' : `${year} 年`}${name?.zh ?? stage}：按功能科目 ${grouped(covered)} 元${ofTotal}${share}`,
    `${name?.en ?? stage} ${year ?? ''}: ${grouped(covered)} yuan by function${inTotal}${percent === undefined ? '' : ` (${percent} %)`}`,
  ];
}

/** Groups of thousands. */
function grouped(numeral: string): string {
  return numeral.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
