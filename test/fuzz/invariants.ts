/** What holds of every loaded document, whatever it says (the output contract): told by looking at its rows alone. */
import type { DocumentRows } from '../../sinks/rows/document.js';
import { groupBy } from '../../transforms/index.js';

type Rows = DocumentRows;
type Line = Rows['budget_lines'][number];

/** What does not hold; a document has at most a few of each kind told. */
export function brokenInvariants(rows: Rows): readonly string[] {
  return [
    ...runningNumbers(rows),
    ...tiledTables(rows),
    ...parents(rows),
    ...checkedLines(rows),
    ...placesInBlocks(rows),
    ...placesInTables(rows),
    ...exactAmounts(rows),
    ...settledLines(rows),
  ];
}

const MOST_TOLD = 3;

function told<Row>(rows: readonly Row[], what: (row: Row) => string | null): readonly string[] {
  const all: string[] = [];
  for (const row of rows) {
    const broken = what(row);
    if (broken !== null) all.push(broken);
    if (all.length === MOST_TOLD) break;
  }
  return all;
}

function runningNumbers(rows: Rows): readonly string[] {
  const numbered: readonly (readonly [string, readonly number[]])[] = [
    ['table_no', rows.raw_tables.map(({ table_no }) => table_no)],
    ['block_no', rows.raw_blocks.map(({ block_no }) => block_no)],
    ['line_no', rows.budget_lines.map(({ line_no }) => line_no)],
    ['target_no', rows.performance_targets.map(({ target_no }) => target_no)],
    ['check_no', rows.checks.map(({ check_no }) => check_no)],
  ];
  return told(numbered, ([name, numbers]) =>
    numbers.every((no, at) => no === at + 1) ? null : `${name} does not run from 1`,
  );
}

function tiledTables({ raw_tables, raw_cells }: Rows): readonly string[] {
  const cellsOf = groupBy(raw_cells, ({ table_no }) => table_no);
  return told(raw_tables, ({ table_no, row_count, column_count, header_row_count }) => {
    if (header_row_count > row_count) return `t.${table_no} has more header rows than rows`;
    const covered: number[] = [];
    for (const { row_no, col_no, row_span, col_span } of cellsOf.get(table_no) ?? []) {
      if (row_span < 1 || col_span < 1 || row_no + row_span > row_count || col_no + col_span > column_count)
        return `t.${table_no} has a cell outside its grid`;
      for (let row = row_no; row < row_no + row_span; row += 1)
        for (let col = col_no; col < col_no + col_span; col += 1) covered.push(row * column_count + col);
    }
    return covered.length === row_count * column_count && new Set(covered).size === covered.length
      ? null
      : `the cells of t.${table_no} do not tile its grid`;
  });
}

function parents({ budget_lines }: Rows): readonly string[] {
  const byNo = new Map(budget_lines.map((line) => [line.line_no, line]));
  return told(budget_lines, ({ line_no, parent_line_no, line_role }) => {
    if (parent_line_no === null) return null;
    const seen = new Set([line_no]);
    for (let at: number | null | undefined = parent_line_no; at !== null; at = byNo.get(at)?.parent_line_no) {
      if (at === undefined) return `a parent of line ${line_no} is not there`;
      if (seen.has(at)) return `line ${line_no} is a part of itself`;
      seen.add(at);
    }
    return byNo.get(parent_line_no)?.is_leaf && line_role !== 'memo' ? `line ${line_no} is a part of a leaf` : null;
  });
}

function checkedLines({ checks, budget_lines }: Rows): readonly string[] {
  const ids = new Set(budget_lines.map(({ line_id }) => line_id));
  return told(checks, ({ check_no, line_ids, correction_line_id, expected, actual, tolerance, status }) => {
    const named = correction_line_id === null ? line_ids : [...line_ids, correction_line_id];
    if (!named.every((id) => ids.has(id))) return `check ${check_no} names a line that is not there`;
    if (expected === null || actual === null || status === 'not_applicable') return null;
    const apart = expected > actual ? expected - actual : actual - expected;
    return apart <= tolerance === (status !== 'fail') ? null : `check ${check_no} is ${status} for what it compares`;
  });
}

function placesInBlocks({ budget_lines, raw_blocks }: Rows): readonly string[] {
  const textOf = new Map(raw_blocks.map(({ block_no, text }) => [block_no, text]));
  return told(budget_lines, ({ line_no, source_kind, block_no, char_start, char_end, amount_text, source_text }) => {
    if (source_kind !== 'prose') return null;
    const text = block_no === null ? undefined : textOf.get(block_no);
    if (text === undefined || char_start === null || char_end === null) return `line ${line_no} stands nowhere`;
    if (!text.slice(char_start, char_end).includes(amount_text)) return `line ${line_no} is not at its characters`;
    return text.includes(source_text ?? '\0') ? null : `the sentence of line ${line_no} is not in its block`;
  });
}

function placesInTables({ budget_lines, raw_cells }: Rows): readonly string[] {
  const texts = new Map(
    raw_cells.map(({ table_no, row_no, col_no, text }) => [`${table_no} ${row_no} ${col_no}`, text]),
  );
  return told(budget_lines, ({ line_no, source_kind, table_no, row_no, col_no, amount_text }) => {
    if (source_kind !== 'table') return null;
    const text = texts.get(`${String(table_no)} ${String(row_no)} ${String(col_no)}`);
    return text?.includes(amount_text) ? null : `line ${line_no} is not in its cell`;
  });
}

const FEN_PER_UNIT: Readonly<Record<string, bigint>> = {
  元: 100n,
  千元: 100_000n,
  万元: 1_000_000n,
  亿元: 10_000_000_000n,
};
const PLAIN = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Figures as an accountant writes them, multiplied out anew. */
function exactAmounts({ budget_lines }: Rows): readonly string[] {
  return told(budget_lines, ({ line_no, amount_text, unit, amount }) => {
    const fen = FEN_PER_UNIT[unit ?? ''];
    const [, sign, whole = '', fraction = ''] = PLAIN.exec(amount_text) ?? [];
    if (fen === undefined || sign === undefined) return null;
    const scale = 10n ** BigInt(fraction.length);
    const exact = BigInt(whole.replaceAll(',', '') + fraction) * fen;
    const rounded = (2n * exact + scale) / (2n * scale);
    const expected = sign === '-' ? -rounded : rounded;
    return amount === expected || amount === -expected
      ? null
      : `line ${line_no} states ${amount_text} ${String(unit)} as ${String(amount)} fen`;
  });
}

/** A line under a failing check is no trusted one, and a proven one is under a check. */
function settledLines({ budget_lines }: Rows): readonly string[] {
  return told(budget_lines, ({ line_no, confidence, checks_passed, checks_failed }: Line) => {
    if (checks_failed > 0 && confidence !== 'suspect')
      return `line ${line_no} is ${confidence} though a check on it fails`;
    return confidence === 'proven' && checks_passed === 0 ? `line ${line_no} is proven by nothing` : null;
  });
}
