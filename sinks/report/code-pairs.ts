/** What documents print as codes and their names: the question behind `codes learn`. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CURRENT_DOCUMENT } from '../contract/views/current.js';
import type { Row } from '../duckdb/query.js';
import { selectRows } from '../duckdb/query.js';

/** A code and a name as they stand side by side in the current documents of one year, and what they were taken for. */
export interface CodePair {
  readonly scheme: string;
  readonly codePrinted: string | null;
  readonly namePrinted: string | null;
  /** The code they were mapped to; null for none. */
  readonly code: string | null;
  /** Year of the documents. */
  readonly fiscalYear: number | null;
  readonly documents: number;
  readonly lines: number;
  /** Whether a table in which it stands has codes that go against their names, as where the codes only number its items. */
  readonly isDoubted: boolean;
  /** One of the places: file name, then `p.2 t.9 r.12`. */
  readonly example: string;
}

/** A code beside a name that merely nobody knows scores more; less, where the rest of its table speaks against its codes. */
const SETTLED_DOWN = '0.75';

const PAIRS_SQL = `SELECT c.scheme, c.code_printed, c.name_printed, c.code, d.fiscal_year,
  count(DISTINCT c.document_id) AS documents, count(*) AS lines, bool_or(g.document_id IS NOT NULL OR c.mapping_score < ${SETTLED_DOWN}) AS is_doubted,
  min(concat_ws(' ', d.file_name, 'p.' || l.page_no, 't.' || l.table_no, 'r.' || l.row_no, 'b.' || l.block_no)) AS example
FROM line_codes c
JOIN budget_lines l ON l.document_id = c.document_id AND l.line_no = c.line_no
JOIN documents d ON d.document_id = c.document_id
LEFT JOIN (SELECT DISTINCT document_id, table_no FROM diagnostics WHERE code = 'code-contradicts-name') g
  ON g.document_id = l.document_id AND g.table_no = l.table_no
WHERE c.${CURRENT_DOCUMENT}
GROUP BY c.scheme, c.code_printed, c.name_printed, c.code, d.fiscal_year
ORDER BY c.scheme, c.code_printed, c.name_printed, c.code, d.fiscal_year`;

/** Every pair of the current documents, by year. @throws Error of DuckDB */
export async function selectCodePairs(connection: DuckDBConnection): Promise<readonly CodePair[]> {
  return (await selectRows(connection, PAIRS_SQL)).map(toPair);
}

function toPair(row: Row): CodePair {
  const text = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  const year = text('fiscal_year');
  return {
    scheme: String(row['scheme']),
    codePrinted: text('code_printed'),
    namePrinted: text('name_printed'),
    code: text('code'),
    fiscalYear: year === null ? null : Number(year),
    documents: Number(row['documents']),
    lines: Number(row['lines']),
    isDoubted: row['is_doubted'] === true,
    example: String(row['example']),
  };
}
