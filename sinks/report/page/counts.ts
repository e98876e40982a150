/** How much there is of what: by confidence, statement, publisher and rule. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { selectRows, textOrNull } from '../../duckdb/query.js';
import { BYTES, MOST, takeWithin } from './limits.js';
import type {
  Bounded,
  Confidences,
  KindCounts,
  Outcomes,
  PageContext,
  PublisherCounts,
  RuleCounts,
  Totals,
} from './types.js';

const TOTALS_SQL = `SELECT count(*) FILTER (status = 'loaded') AS loaded, count(*) FILTER (status = 'quarantined') AS quarantined,
  coalesce(sum(proven), 0) AS proven, coalesce(sum(consistent), 0) AS consistent, coalesce(sum(suspect), 0) AS suspect,
  (SELECT count(*) FROM performance_targets t SEMI JOIN page_documents d ON t.document_id = d.document_id) AS targets,
  (SELECT count(*) FROM document_sources WHERE document_id IS NULL AND superseded_at IS NULL AND missing_since IS NULL) AS unreadable,
  (SELECT count(DISTINCT g.document_id) FROM diagnostics g SEMI JOIN page_documents d ON g.document_id = d.document_id
    WHERE list_contains(string_split($text, ' '), g.code)) AS without_text,
  (SELECT count(DISTINCT g.document_id) FROM diagnostics g SEMI JOIN page_documents d ON g.document_id = d.document_id
    WHERE list_contains(string_split($converter, ' '), g.code)) AS without_converter
FROM page_documents`;

const RULES_SQL = `SELECT c.rule, ${countOf('status', ['pass', 'pass_within_rounding', 'fail', 'not_applicable'])},
  count(DISTINCT c.document_id) FILTER (status = 'fail') AS documents
FROM checks c SEMI JOIN page_documents d ON c.document_id = d.document_id
GROUP BY c.rule ORDER BY fail DESC, c.rule`;

const KINDS_SQL = `SELECT l.table_kind, ${countOf('confidence', ['proven', 'consistent', 'suspect'])}
FROM budget_lines l SEMI JOIN page_documents d ON l.document_id = d.document_id
GROUP BY l.table_kind ORDER BY suspect DESC, count(*) DESC, l.table_kind`;

const PUBLISHERS_SQL = `SELECT publisher, count(*) AS documents, sum(proven) AS proven, sum(consistent) AS consistent, sum(suspect) AS suspect,
  sum(failed) AS failed, count(*) OVER () AS publishers
FROM page_documents WHERE status = 'loaded' GROUP BY publisher
ORDER BY sum(failed) DESC, sum(suspect) DESC, count(*) DESC, publisher LIMIT ${MOST.publishers}`;

const PUBLISHERS_QUERY = `SELECT publisher, count(*) AS failing_checks FROM checks JOIN documents USING (document_id) WHERE checks.status = 'fail' GROUP BY ALL ORDER BY ALL`;

function countOf(column: string, values: readonly string[]): string {
  return values.map((value) => `count(*) FILTER (${column} = '${value}') AS ${value}`).join(', ');
}

/** Of the whole archive. `rules` are those of `readRules`. @throws Error of DuckDB */
export async function readTotals(
  connection: DuckDBConnection,
  rules: readonly RuleCounts[],
  { withoutText, withoutConverter }: PageContext,
): Promise<Totals> {
  const values = { text: withoutText.join(' '), converter: withoutConverter.join(' ') };
  const [row = {}] = await selectRows(connection, TOTALS_SQL, values);
  return {
    loaded: Number(row['loaded']),
    quarantined: Number(row['quarantined']),
    unreadable: Number(row['unreadable']),
    withoutText: Number(row['without_text']),
    withoutConverter: Number(row['without_converter']),
    targets: Number(row['targets']),
    lines: confidences(row),
    checks: rules.reduce(addOutcomes, { pass: 0, pass_within_rounding: 0, fail: 0, not_applicable: 0 }),
  };
}

function addOutcomes(sum: Outcomes, next: Outcomes): Outcomes {
  return {
    pass: sum.pass + next.pass,
    pass_within_rounding: sum.pass_within_rounding + next.pass_within_rounding,
    fail: sum.fail + next.fail,
    not_applicable: sum.not_applicable + next.not_applicable,
  };
}

/** Every rule that was applied, those that fail most first. @throws Error of DuckDB */
export async function readRules(
  connection: DuckDBConnection,
  meanings: PageContext['rules'],
): Promise<readonly RuleCounts[]> {
  const rows = await selectRows(connection, RULES_SQL);
  return rows.map((row) => ({
    rule: String(row['rule']),
    meaning: meanings[String(row['rule'])] ?? null,
    pass: Number(row['pass']),
    pass_within_rounding: Number(row['pass_within_rounding']),
    fail: Number(row['fail']),
    not_applicable: Number(row['not_applicable']),
    documents: Number(row['documents']),
  }));
}

/** Every statement that has amounts, those with most suspect ones first. @throws Error of DuckDB */
export async function readKinds(connection: DuckDBConnection): Promise<readonly KindCounts[]> {
  const rows = await selectRows(connection, KINDS_SQL);
  return rows.map((row) => ({ tableKind: String(row['table_kind']), ...confidences(row) }));
}

/** Publishers of loaded documents, those with most failing checks first. @throws Error of DuckDB */
export async function readPublishers(connection: DuckDBConnection): Promise<Bounded<PublisherCounts>> {
  const rows = await selectRows(connection, PUBLISHERS_SQL);
  const publishers = rows.map((row) => ({
    publisher: textOrNull(row['publisher']),
    documents: Number(row['documents']),
    failed: Number(row['failed']),
    ...confidences(row),
  }));
  return {
    entries: takeWithin(publishers, BYTES.publishers),
    total: Number(rows[0]?.['publishers'] ?? 0),
    query: PUBLISHERS_QUERY,
  };
}

export function confidences(row: Row): Confidences {
  return { proven: Number(row['proven']), consistent: Number(row['consistent']), suspect: Number(row['suspect']) };
}
