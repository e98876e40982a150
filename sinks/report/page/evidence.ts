/** What the worst failing checks use, as it is printed: rows of tables and sentences. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { groupBy } from './group-by.js';
import { layOut, type MarkedCell, type PrintedCell } from './lay-out.js';
import { cut, LENGTH, MOST } from './limits.js';
import { cutSentence, findPercentage, isSame } from './sentence.js';
import type { StatedFigure } from './sentence.js';
import type { Evidence, SentenceExcerpt, TableExcerpt } from './types.js';

/** Header rows shown of a table, from its top. */
const HEADER_ROWS = 4;
/** Tables of which a check shows rows. */
const MOST_TABLES = 3;
/** Sentences shown of a check. */
const MOST_SENTENCES = 6;

/** Figures of the worst checks, the one that is judged first. */
const FIGURES_SQL = `SELECT p.document_id, p.check_no, p.table_no, p.row_no, p.col_no, p.page_no, p.block_no, p.source_text, p.amount_text, p.is_whole, CASE WHEN f.value_unit = 'percent' THEN f.actual END AS percentage
FROM page_figures p JOIN page_failing f ON f.document_id = p.document_id AND f.check_no = p.check_no
WHERE f.worst_no <= ${MOST.worst} ORDER BY p.document_id, p.check_no, p.place_no`;

/** The tables of these figures. */
const TABLES_SQL = `SELECT t.document_id, t.table_no, ${cut('t.title', LENGTH.label)} AS title, t.unit, t.header_row_count
FROM raw_tables t SEMI JOIN page_rows r ON r.document_id = t.document_id AND r.table_no = t.table_no`;

/** Cells of the header and of the rows in which figures stand, those that reach into them from above too. */
const ROWS_SQL = `CREATE OR REPLACE TEMP TABLE page_rows AS
WITH figure AS (
  SELECT DISTINCT p.document_id, p.table_no, p.row_no FROM page_figures p
  JOIN page_failing f ON f.document_id = p.document_id AND f.check_no = p.check_no
  WHERE f.worst_no <= ${MOST.worst} AND p.table_no IS NOT NULL),
head AS (
  SELECT t.document_id, t.table_no, unnest(range(least(t.header_row_count, ${HEADER_ROWS})::BIGINT))::INTEGER AS row_no
  FROM raw_tables t SEMI JOIN figure f ON f.document_id = t.document_id AND f.table_no = t.table_no)
SELECT * FROM figure UNION SELECT * FROM head`;

const CELLS_SQL = `SELECT DISTINCT c.document_id, c.table_no, c.row_no, c.col_no, c.row_span, c.col_span, c.page_no, ${cut('c.text', LENGTH.cell)} AS text
FROM raw_cells c JOIN page_rows r ON r.document_id = c.document_id AND r.table_no = c.table_no
  AND r.row_no >= c.row_no AND r.row_no < c.row_no + c.row_span`;

/** A cell that holds a percentage. */
const PERCENTAGE = /^[-−]?\d[\d,]*(?:\.\d+)?\s*[%％]?$/;

interface Figure extends MarkedCell {
  readonly tableKey: string | null;
  readonly page: number | null;
  readonly blockNo: number;
  readonly sentence: string | null;
  readonly amount: string;
  /** What the check judges, where that is a percentage. */
  readonly percentage: string | null;
}

interface PrintedTable extends Pick<TableExcerpt, 'tableNo' | 'title' | 'unit'> {
  readonly headerRows: number;
  readonly cells: readonly PrintedCell[];
}

/** What a check uses, by {@link checkKey}. @throws Error of DuckDB */
export async function readEvidence(connection: DuckDBConnection): Promise<ReadonlyMap<string, Evidence>> {
  await connection.run(ROWS_SQL);
  try {
    const tables = await readTables(connection);
    const checks = groupBy(await selectRows(connection, FIGURES_SQL), (row) =>
      checkKey(String(row['document_id']), Number(row['check_no'])),
    );
    return new Map([...checks].map(([key, rows]) => [key, evidenceOf(rows.map(toFigure), tables)]));
  } finally {
    await connection.run('DROP TABLE IF EXISTS temp.page_rows');
  }
}

/** A check among those of all documents. */
export function checkKey(documentId: string, checkNo: number): string {
  return `${documentId} ${checkNo}`;
}

function tableKey(row: Row): string {
  return `${String(row['document_id'])} ${String(row['table_no'])}`;
}

async function readTables(connection: DuckDBConnection): Promise<ReadonlyMap<string, PrintedTable>> {
  const cells = groupBy(await selectRows(connection, CELLS_SQL), tableKey);
  const tables = await selectRows(connection, TABLES_SQL);
  return new Map(
    tables.map((row) => [
      tableKey(row),
      {
        tableNo: Number(row['table_no']),
        title: textOrNull(row['title']),
        unit: textOrNull(row['unit']),
        headerRows: Math.min(Number(row['header_row_count']), HEADER_ROWS),
        cells: (cells.get(tableKey(row)) ?? []).map(toCell),
      },
    ]),
  );
}

function toCell(row: Row): PrintedCell {
  return {
    row: Number(row['row_no']),
    col: Number(row['col_no']),
    rowSpan: Number(row['row_span']),
    colSpan: Number(row['col_span']),
    text: String(row['text']),
  };
}

function toFigure(row: Row): Figure {
  return {
    tableKey: row['table_no'] === null ? null : tableKey(row),
    row: Number(row['row_no']),
    col: Number(row['col_no']),
    mark: row['is_whole'] === true ? 'whole' : 'part',
    page: numberOrNull(row['page_no']),
    blockNo: Number(row['block_no']),
    sentence: textOrNull(row['source_text']),
    amount: String(row['amount_text']),
    percentage: textOrNull(row['percentage']),
  };
}

function evidenceOf(figures: readonly Figure[], tables: ReadonlyMap<string, PrintedTable>): Evidence {
  const excerpts = [...groupBy(figures, (figure) => figure.tableKey)].flatMap(([key, inTable]) => {
    const table = tables.get(key ?? '');
    return table ? [excerptOf(table, inTable)] : [];
  });
  const sentences = [...groupBy(figures, (figure) => figure.sentence)].flatMap(([sentence, inSentence]) =>
    sentence === null ? [] : [{ sentence, inSentence, judged: percentageIn(sentence, inSentence) }],
  );
  const judging = sentences.find(({ judged }) => judged !== null);
  return {
    tables: excerpts.slice(0, MOST_TABLES),
    sentences: sentences
      .slice(0, MOST_SENTENCES)
      .map((each) => sentenceOf(each.sentence, each.inSentence, each === judging ? each.judged : null)),
  };
}

function percentageIn(sentence: string, figures: readonly Figure[]): StatedFigure | null {
  const percentage = figures[0]?.percentage ?? null;
  const amounts = figures.map(({ amount }) => amount);
  return percentage === null ? null : findPercentage(sentence, percentage, amounts);
}

function excerptOf(
  { tableNo, title, unit, headerRows, cells }: PrintedTable,
  figures: readonly Figure[],
): TableExcerpt {
  const marked = [...percentageCell(cells, figures), ...figures];
  return { tableNo, title, unit, page: figures[0]?.page ?? null, ...layOut(cells, headerRows, marked) };
}

/** The cell of the percentage that is judged: the only one with its value in the rows of the amounts. */
function percentageCell(cells: readonly PrintedCell[], figures: readonly Figure[]): readonly MarkedCell[] {
  const percentage = figures[0]?.percentage ?? null;
  if (percentage === null) return [];
  const rows = new Set(figures.map(({ row }) => row));
  const found = cells.filter(({ row, text }) => rows.has(row) && PERCENTAGE.test(text) && isSame(text, percentage));
  return found.length === 1 ? found.map(({ row, col }) => ({ row, col, mark: 'whole' })) : [];
}

function sentenceOf(sentence: string, figures: readonly Figure[], judged: StatedFigure | null): SentenceExcerpt {
  const amounts = figures.map(({ amount, mark }) => ({ text: amount, mark }));
  return {
    blockNo: figures[0]?.blockNo ?? 0,
    page: figures[0]?.page ?? null,
    ...cutSentence(sentence, judged ? [judged, ...amounts] : amounts),
  };
}
