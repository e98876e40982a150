/** Views of items: “三公” expenses, procurement, performance indicators. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { columnsOf, CURRENT_DOCUMENT, CURRENT_LINES, FACT_COLUMNS, lineColumns, SUBJECT_COLUMNS } from './current.js';
import { NO_MEMO_FUNDS, WITHIN_CTES } from './widest.js';

const HEAD = columnsOf('x', SUBJECT_COLUMNS);
const TAIL = columnsOf('x', FACT_COLUMNS);

export const threePublicItems: View = {
  name: 'three_public_items',
  comment:
    '“三公” expenses (official travel abroad, vehicles, receptions), meetings and training: one row per item that the document states, total and parts. Take one item, or sum over rows whose is_part_of_total is true; vehicle contains vehicle_purchase and vehicle_operation.',
  columns: describeColumns(lineColumns(['three_public_item', 'parent_item', 'is_part_of_total']), {
    parent_item: 'The item of which this one is a part.',
    is_part_of_total:
      'true for the three items that make the “三公” total: overseas, vehicle (or its parts where it is not stated), reception.',
  }),
  sql: `WITH ${WITHIN_CTES},
current_lines AS (${CURRENT_LINES}),
item AS (
  SELECT *, (SELECT count(*) FROM fund_within f WHERE f.part = fund_source) AS depth,
    CASE WHEN line_role = 'total' AND coalesce(total_kind, 'current') <> 'subtotal' THEN 0 WHEN line_role = 'detail' THEN 1 ELSE 2 END AS role_rank
  FROM current_lines
  WHERE table_kind = 'three_public' AND three_public_item IS NOT NULL AND ${NO_MEMO_FUNDS}),
whole AS (
  SELECT * FROM item
  QUALIFY dense_rank() OVER (PARTITION BY slot, three_public_item
    ORDER BY source_kind = 'table' DESC, role_rank, coalesce(table_no, 0), depth) = 1),
stated AS (
  SELECT * FROM whole
  QUALIFY row_number() OVER (PARTITION BY slot, three_public_item,
    CASE WHEN role_rank = 0 THEN '' ELSE coalesce(budget_unit_name, '') END
    ORDER BY is_preferred DESC, line_no) = 1)
SELECT ${HEAD}, x.three_public_item, e.parent_value AS parent_item,
  coalesce(e.parent_value = 'total' OR (e.parent_value = 'vehicle' AND x.slot NOT IN (SELECT slot FROM stated WHERE three_public_item = 'vehicle')), false) AS is_part_of_total, ${TAIL}
FROM stated x LEFT JOIN enum_values e ON e.column_name = 'three_public_item' AND e.value = x.three_public_item`,
};

export const procurementItems: View = {
  name: 'procurement_items',
  comment:
    'Government procurement (政府采购), one row per item row of a table with its widest fund source; from prose where the document has no procurement table. A statement that prints only its total shows that total.',
  columns: describeColumns(
    lineColumns(['procurement_code', 'procurement_name', 'function_code', 'project_name', 'line_role']),
    {
      procurement_name: 'Name of the goods or services as printed beside the code.',
    },
  ),
  sql: `WITH ${WITHIN_CTES},
current_lines AS (${CURRENT_LINES}),
item AS (
  SELECT * FROM current_lines
  WHERE table_kind = 'procurement' AND flow = 'expenditure' AND ${NO_MEMO_FUNDS} AND is_leaf AND line_role IN ('detail', 'total')
    AND (source_kind = 'table' OR is_preferred)
  QUALIFY source_kind = 'table' OR NOT bool_or(source_kind = 'table') OVER (PARTITION BY slot)),
placed AS (
  SELECT *, concat_ws(' ', slot, coalesce(table_no, 0), coalesce(row_no, 0)) AS place FROM item),
chosen AS (
  SELECT * FROM placed WHERE line_id NOT IN (
    SELECT n.line_id FROM placed n JOIN fund_within f ON f.part = n.fund_source
    JOIN placed w ON w.place = n.place AND w.fund_source = f.whole
    WHERE w.fund_source <> n.fund_source))
SELECT ${HEAD}, x.procurement_code,
  (SELECT max(c.name_printed) FROM line_codes c
    WHERE c.document_id = x.document_id AND c.line_no = x.line_no AND c.scheme = 'procurement') AS procurement_name,
  x.function_code, x.project_name, x.line_role, ${TAIL}
FROM chosen x`,
};

const INDICATOR_COLUMNS = [
  'document_id',
  'publisher',
  'region_code',
  'region_name',
  'report_kind',
  'fiscal_year',
  'target_no',
  'scope',
  'project_name',
  'project_code',
  'project_amount',
  'level1',
  'level2',
  'level3',
  'description',
  'target_text',
  'operator',
  'target_value',
  'target_unit',
  'basis',
  'table_no',
  'row_no',
  'page_no',
];
const DOCUMENT_COLUMNS = new Set(['publisher', 'region_code', 'region_name', 'report_kind']);

export const performanceIndicators: View = {
  name: 'performance_indicators',
  comment:
    'Performance indicators (绩效指标) of current documents with their publisher. project_amount repeats on every indicator of a project: never sum it here.',
  columns: describeColumns(INDICATOR_COLUMNS, {
    scope: 'project (项目支出绩效目标) or department (部门整体支出绩效目标).',
    fiscal_year: 'The year the target is for.',
    publisher: 'The body that set the target.',
    table_no: 'Table in which the indicator stands.',
    row_no: 'Row of the indicator, from 0.',
    page_no: 'Page of the indicator, from 1; null where the source has no pages.',
    project_name: 'The project.',
  }),
  sql: `SELECT ${INDICATOR_COLUMNS.map((name) => `${DOCUMENT_COLUMNS.has(name) ? 'd' : 't'}.${name}`).join(', ')}
FROM performance_targets t JOIN documents d ON d.document_id = t.document_id
WHERE t.${CURRENT_DOCUMENT}`,
};
