/** How much an archive holds and how well it is known, asked in SQL: what a summary tells, whatever the archive's size. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../duckdb/query.js';
import { selectRows } from '../duckdb/query.js';
import type { PageContext } from './page/types.js';

/** Codes of diagnostics that a summary counts. */
export type ReadingGaps = Pick<PageContext, 'withoutText' | 'withoutConverter' | 'withoutLine'>;

/** Counts over the current documents of an archive. */
export interface ArchiveTotals {
  /** Documents. */
  readonly loaded: number;
  readonly quarantined: number;
  /** Sources whose bytes can't be read: a path where nothing is, a broken member of an archive. They have no document, so `quarantined` is without them. */
  readonly unreadable: number;
  /** Sources that the last run was the first not to find in their folder or archive; their documents are current no longer unless found elsewhere. */
  readonly gone: number;
  readonly lines: number;
  /** Lines by confidence. */
  readonly proven: number;
  readonly consistent: number;
  readonly suspect: number;
  /** Performance targets. */
  readonly targets: number;
  readonly checks: number;
  readonly failedChecks: number;
  /** Documents with pages, or as a whole, without text. */
  readonly withoutText: number;
  /** Those of them that have no text at all. */
  readonly withoutAnyText: number;
  /** Documents of an old Word format that no converter has read. */
  readonly withoutConverter: number;
  /** Documents in which something printed made no line. */
  readonly withoutLine: number;
  /** What made no line, by code of its diagnostics, in the order in which a list by file names shows them first. */
  readonly unloaded: readonly { readonly code: string; readonly findings: number }[];
}

/** Few, where any: leaving them out costs less than picking the current ones. */
const GONE = `gone AS (SELECT document_id FROM documents
    ANTI JOIN (SELECT document_id FROM document_sources WHERE superseded_at IS NULL AND missing_since IS NULL) USING (document_id))`;

const TOTALS_SQL = `WITH ${GONE},
  d AS (SELECT count(*) FILTER (status = 'loaded') AS loaded, count(*) FILTER (status = 'quarantined') AS quarantined FROM documents ANTI JOIN gone USING (document_id)),
  l AS (SELECT count(*) AS lines, count(*) FILTER (confidence = 'proven') AS proven, count(*) FILTER (confidence = 'consistent') AS consistent,
    count(*) FILTER (confidence = 'suspect') AS suspect FROM budget_lines ANTI JOIN gone USING (document_id)),
  s AS (SELECT count(*) FILTER (document_id IS NULL AND missing_since IS NULL) AS unreadable,
    count(*) FILTER (missing_since = (SELECT max(started_at) FROM runs)) AS gone FROM document_sources WHERE superseded_at IS NULL),
  t AS (SELECT count(*) AS targets FROM performance_targets ANTI JOIN gone USING (document_id)),
  c AS (SELECT count(*) AS checks, count(*) FILTER (status = 'fail') AS failed FROM checks ANTI JOIN gone USING (document_id))
SELECT * FROM d, s, l, t, c`;

const GAPS_SQL = `WITH ${GONE},
  f AS (SELECT document_id, code FROM diagnostics ANTI JOIN gone USING (document_id)
    WHERE document_id IS NOT NULL AND severity <> 'info' AND code IN (SELECT unnest(string_split($text || ' ' || $converter || ' ' || $line, ' '))))
SELECT count(DISTINCT document_id) FILTER (list_contains(string_split($text, ' '), code)) AS without_text,
  count(DISTINCT document_id) FILTER (code = 'document-has-no-text') AS without_any_text,
  count(DISTINCT document_id) FILTER (list_contains(string_split($converter, ' '), code)) AS without_converter,
  count(DISTINCT document_id) FILTER (list_contains(string_split($line, ' '), code)) AS without_line
FROM f`;

const UNLOADED_SQL = `WITH ${GONE}
SELECT g.code, count(*) AS findings FROM diagnostics g ANTI JOIN gone USING (document_id) JOIN documents d USING (document_id)
WHERE g.severity <> 'info' AND list_contains(string_split($line, ' '), g.code)
GROUP BY g.code ORDER BY min((d.file_name, g.document_id, g.severity, g.code))`;

/** Of all current documents. @throws Error of DuckDB */
export async function readTotals(connection: DuckDBConnection, codes: ReadingGaps): Promise<ArchiveTotals> {
  const line = codes.withoutLine.join(' ');
  const values = { text: codes.withoutText.join(' '), converter: codes.withoutConverter.join(' '), line };
  const [totals = {}] = await selectRows(connection, TOTALS_SQL);
  const [gaps = {}] = await selectRows(connection, GAPS_SQL, values);
  const unloaded = await selectRows(connection, UNLOADED_SQL, { line });
  return toTotals({ ...totals, ...gaps }, unloaded);
}

function toTotals(row: Row, unloaded: readonly Row[]): ArchiveTotals {
  const count = (column: string): number => Number(row[column]);
  return {
    loaded: count('loaded'),
    quarantined: count('quarantined'),
    unreadable: count('unreadable'),
    gone: count('gone'),
    lines: count('lines'),
    proven: count('proven'),
    consistent: count('consistent'),
    suspect: count('suspect'),
    targets: count('targets'),
    checks: count('checks'),
    failedChecks: count('failed'),
    withoutText: count('without_text'),
    withoutAnyText: count('without_any_text'),
    withoutConverter: count('without_converter'),
    withoutLine: count('without_line'),
    unloaded: unloaded.map(({ code, findings }) => ({ code: String(code), findings: Number(findings) })),
  };
}
