/**
 * The one difficulty of all views: a document prints the same money several times over (all funds, the fiscal part, the general
 * public part; total, basic, project; by 类 in one statement, by 项 in another). The leaves of one column add up to its total, so
 * a view takes whole columns: the widest ones that no other taken column contains.
 */
import { ancestors, ENUMS } from '../enums.js';
import { CURRENT_LINES } from './current.js';

/** Sums that differ by no more than a thousandth are taken for the same money printed with rounding. */
export const SAME_MONEY = '0.001';
/** 中小企业预留 repeats part of the amounts beside it. */
export const NO_MEMO_FUNDS = `fund_source NOT IN ('sme_reserved', 'small_micro_reserved')`;

function pairs(column: string): string {
  const values = ENUMS[column] ?? [];
  return [...values.map(({ value }) => [value, value] as const), ...ancestors(column)]
    .map(([value, whole]) => `('${value}', '${whole}')`)
    .join(', ');
}

/** CTEs `fund_within(part, whole)` and `type_within(part, whole)`: every value with itself and each of its ancestors. */
export const WITHIN_CTES = `fund_within(part, whole) AS (VALUES ${pairs('fund_source')}),
type_within(part, whole) AS (VALUES ${pairs('spending_type')})`;

export interface Subject {
  /** Condition on `current_lines` that says which lines the view is about. */
  readonly lines: string;
  /** Expression of the code by which the view classifies; null for an unclassified line. */
  readonly code: string;
  /** Expression of the fund source under which its columns compete. */
  readonly fund: string;
  /** Statements to take the figures from, the best first. */
  readonly statements: readonly string[];
  /** Take columns in which no line has a code, too. */
  readonly uncoded: boolean;
}

/**
 * CTEs ending in `chosen`: the leaves to show, each fact once.
 *
 * 1. `candidate`: leaves of the subject's statements; prose only where it is the preferred statement of its fact.
 * 2. `grp`: a table's columns of one fund source and spending type (side-by-side halves of a table belong together).
 * 3. `best`: one table per fund source and spending type: tables before prose, the finest codes, the statement's rank; one
 *    that states nothing but zeros only where no other states more.
 * 4. `spoken`: prose only where no table speaks of the same funds, their whole or their part.
 * 5. `fine`: without wider groups that a finer one shows completely.
 * 6. `kept`: without parts of a group that is there.
 */
export function widestColumns(subject: Subject): string {
  const rank = subject.statements.map((kind, index) => `WHEN '${kind}' THEN ${String(index)}`).join(' ');
  const kinds = subject.statements.map((kind) => `'${kind}'`).join(', ');
  return `${WITHIN_CTES},
current_lines AS (${CURRENT_LINES}),
typed AS (
  SELECT *, ${subject.code} AS code, ${subject.fund} AS fund, coalesce(spending_type, 'total') AS type, coalesce(table_no, 0) AS place,
    CASE table_kind ${rank} END AS rank
  FROM current_lines
  WHERE table_kind IN (${kinds}) AND ${NO_MEMO_FUNDS} AND is_leaf AND (source_kind = 'table' OR is_preferred) AND ${subject.lines}),
candidate AS (
  SELECT *, concat_ws(' ', slot, source_kind, fund, type, place) AS grp_id FROM typed
  QUALIFY source_kind = 'prose' OR row_number() OVER (PARTITION BY slot, place, row_no, fund, type, code ORDER BY col_no) = 1),
grp AS (
  SELECT grp_id, slot, source_kind, fund, type, place,
    min(rank) AS rank, max(coalesce(length(code), 0)) AS digits, sum(amount) AS amount
  FROM candidate GROUP BY ALL${subject.uncoded ? '' : ' HAVING digits > 0'}),
best AS (
  SELECT * FROM grp
  QUALIFY row_number() OVER (PARTITION BY slot, fund, type ORDER BY source_kind = 'table' DESC, amount = 0, digits DESC, rank, place) = 1),
spoken AS (
  SELECT * FROM best WHERE grp_id NOT IN (
    SELECT p.grp_id FROM best p JOIN best t ON t.slot = p.slot
    JOIN fund_within f ON (f.part = p.fund AND f.whole = t.fund) OR (f.whole = p.fund AND f.part = t.fund)
    WHERE p.source_kind = 'prose' AND t.source_kind = 'table')),
fine AS (
  SELECT * FROM spoken WHERE grp_id NOT IN (
    SELECT w.grp_id FROM spoken w JOIN fund_within f ON f.whole = w.fund
    JOIN spoken n ON n.slot = w.slot AND n.fund = f.part AND n.type = w.type
    WHERE n.digits > w.digits AND abs(n.amount - w.amount) <= ${SAME_MONEY} * abs(w.amount))),
kept AS (
  SELECT * FROM fine WHERE grp_id NOT IN (
    SELECT n.grp_id FROM fine n JOIN fund_within f ON f.part = n.fund JOIN type_within t ON t.part = n.type
    JOIN fine w ON w.slot = n.slot AND w.fund = f.whole AND w.type = t.whole
    WHERE w.grp_id <> n.grp_id)),
chosen AS (SELECT * FROM candidate WHERE grp_id IN (SELECT grp_id FROM kept))`;
}
