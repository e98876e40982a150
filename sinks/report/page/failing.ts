/** Failing checks as the page lists them. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { toFigures } from '../figures.js';
import { cut, LENGTH, printedAmount } from './limits.js';
import { textsOf } from '../rows.js';
import { nameOfLabel, tellSubject } from './subject.js';
import type { FigurePlace, PageCheck, PageCorrection } from './types.js';

/** A check before it is known which documents the page names. */
export interface FailingCheck {
  readonly documentId: string;
  /** From 1: its rank among all failing checks. */
  readonly worstNo: number;
  readonly entry: Omit<PageCheck, 'document' | 'evidence'>;
}

const CHECKS_SQL = `SELECT f.*, p.page_no, coalesce(p.kinds, []) AS kinds, coalesce(p.codes, []) AS codes, coalesce(p.labels, []) AS labels, l.table_no, l.row_no, l.col_no, l.block_no,
  ${cut('l.label', LENGTH.label)} AS label, ${printedAmount('l')} AS printed
FROM page_failing f
LEFT JOIN budget_lines l ON l.document_id = f.document_id AND l.line_no = f.correction_line_no
LEFT JOIN (SELECT document_id, check_no, min_by(page_no, place_no) AS page_no, list(DISTINCT table_kind ORDER BY table_kind) AS kinds,
    list(code ORDER BY place_no) FILTER (code IS NOT NULL) AS codes, list(label ORDER BY place_no) FILTER (code IS NOT NULL) AS labels
  FROM page_figures GROUP BY ALL) p ON p.document_id = f.document_id AND p.check_no = f.check_no
ORDER BY f.list_no`;

/** The query that shows all failing checks of an archive. */
export const ALL_CHECKS = `SELECT publisher, file_name, checks.* FROM checks JOIN documents USING (document_id) WHERE checks.status = 'fail'`;

/** Its subject lists codes as printed, of which it says that they go with other names. */
const CODES_IN_DOUBT = 'code-name';

/** The gathered failing checks, those that the page has room for first. @throws Error of DuckDB */
export async function readFailing(connection: DuckDBConnection): Promise<readonly FailingCheck[]> {
  return (await selectRows(connection, CHECKS_SQL)).map(toCheck);
}

function toCheck(row: Row): FailingCheck {
  const rule = String(row['rule']);
  return {
    documentId: String(row['document_id']),
    worstNo: Number(row['worst_no']),
    entry: {
      checkNo: Number(row['check_no']),
      rule,
      subject: tellSubject(rule, String(row['subject']), rule === CODES_IN_DOUBT ? new Map() : namesOf(row)),
      ...toFigures(row),
      lines: Number(row['lines']),
      tableKinds: textsOf(row['kinds']),
      page: numberOrNull(row['page_no']),
      correction: toCorrection(row),
    },
  };
}

/** The first name that a figure has under each code. */
function namesOf(row: Row): ReadonlyMap<string, string> {
  const labels = textsOf(row['labels']);
  const pairs = textsOf(row['codes']).map((code, at) => [code, nameOfLabel(labels[at] ?? '')] as const);
  return new Map(pairs.filter(([, name]) => name !== '').toReversed());
}

function toCorrection(row: Row): PageCorrection | null {
  const amount = textOrNull(row['correction_amount']);
  if (amount === null || row['label'] === null) return null;
  return { amount, label: String(row['label']), printed: String(row['printed']), ...toPlace(row) };
}

/** Where a line stands. */
export function toPlace(row: Row): FigurePlace {
  return {
    tableNo: numberOrNull(row['table_no']),
    row: numberOrNull(row['row_no']),
    col: numberOrNull(row['col_no']),
    blockNo: numberOrNull(row['block_no']),
  };
}
