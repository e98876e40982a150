/** The facts: budget lines and their classifications. */
import { MONEY, optional, PERCENT, required } from '../columns.js';
import { documentTable } from '../table.js';
import { documentId } from './documents.js';

const lineNo = required('INTEGER', 'Running number of the amount in reading order, from 1 (see budget_lines).');

export const budgetLines = documentTable(
  'budget_lines',
  'The facts: one row per stated amount, from tables and from prose. A printed zero is a line, a blank cell is none. Never sum a whole column of this table: totals, parts and repetitions are all in it; the views take each fact once.',
  ['document_id', 'line_no'],
  {
    document_id: documentId,
    line_no: lineNo,
    line_id: required('VARCHAR', '<document_id>:<line_no>, to join by one column.'),
    table_no: optional('INTEGER', 'Table in which the amount stands (see raw_tables); null for prose.'),
    table_id: optional('VARCHAR', '<document_id>:<table_no>; null for prose.'),
    row_no: optional('INTEGER', 'Row of the amount in its table, from 0.'),
    col_no: optional('INTEGER', 'Column of the amount in its table, from 0.'),
    page_no: optional('INTEGER', 'Page on which the amount stands, from 1; null where the source has no pages.'),
    block_no: optional('INTEGER', 'Block in which the amount stands (see raw_blocks); null for table amounts.'),
    char_start: optional('INTEGER', "Offset of the amount in the block's text, in UTF-16 units from 0."),
    char_end: optional('INTEGER', "End of the amount in the block's text, exclusive."),
    source_text: optional('VARCHAR', 'The sentence that states the amount, as printed; null for table amounts.'),
    source_kind: required('VARCHAR', 'table or prose.'),
    table_kind: required(
      'VARCHAR',
      'The statement it belongs to; prose carries the statement that its sentence is about.',
    ),
    fiscal_year: optional(
      'SMALLINT',
      "The year the amount is for: in a column of last year's figures, the year before the document's.",
    ),
    publisher: optional('VARCHAR', 'The body whose money it is.'),
    budget_stage: required(
      'VARCHAR',
      'budget 预算数, adjusted_budget 调整预算数, final 决算数, prior_year 上年数 (printed beside this year).',
    ),
    flow: required('VARCHAR', 'revenue (收入) or expenditure (支出).'),
    line_role: required(
      'VARCHAR',
      'What the row is: detail, total 合计, carryover 结转, surplus_distribution 结余分配, memo 其中.',
    ),
    total_kind: optional(
      'VARCHAR',
      'Of totals: current 本年合计, grand 总计 (with carryover), subtotal (of a unit or group).',
    ),
    parent_line_no: optional('INTEGER', 'The line of the same table and column of which this one is a part.'),
    is_leaf: required(
      'BOOLEAN',
      'No other line of the same table and column breaks it down; the leaves of a column add up to its total.',
    ),
    is_preferred: required(
      'BOOLEAN',
      'false where another statement or sentence of the document states the same fact and is preferred.',
    ),
    budget_unit_name: optional('VARCHAR', 'The subordinate unit (预算单位) that the row names.'),
    project_name: optional('VARCHAR', 'The project (项目) that the row names.'),
    project_code: optional('VARCHAR', 'The code of the project as printed.'),
    function_code: optional(
      'VARCHAR',
      'Functional classification of expenditure (支出功能分类): 3, 5 or 7 digits for 类, 款, 项.',
    ),
    dept_economic_code: optional(
      'VARCHAR',
      "Departments' economic classification (部门预算支出经济分类): 3 or 5 digits.",
    ),
    gov_economic_code: optional(
      'VARCHAR',
      "Government's economic classification (政府预算支出经济分类): 3 or 5 digits.",
    ),
    revenue_code: optional('VARCHAR', 'Revenue classification (收入分类).'),
    procurement_code: optional('VARCHAR', 'Procurement catalogue code (政府采购品目), e.g. A02010105.'),
    three_public_item: optional(
      'VARCHAR',
      'Item of the “三公” expenses (overseas travel, official vehicles, receptions), meetings, training.',
    ),
    fund_source: required(
      'VARCHAR',
      'Whose money: all (合计) or a part of it. Columns of parts stand beside the column of all: never sum over both.',
    ),
    spending_type: optional(
      'VARCHAR',
      'total, basic 基本支出, personnel 人员经费, public 公用经费, project 项目支出, ...; null on revenue.',
    ),
    label: required('VARCHAR', "The row's own words, as printed."),
    amount: required(MONEY, 'The amount in yuan (元), exact, whatever unit the page uses.'),
    amount_text: required('VARCHAR', 'The amount as printed.'),
    unit: optional('VARCHAR', 'The money unit as printed; null where the document names none.'),
    yoy_amount: optional(
      MONEY,
      'Change on the year before in yuan where it is stated; a decrease is negative, 持平 is 0.',
    ),
    yoy_percent: optional(PERCENT, 'Change on the year before in percent where it is stated; a decrease is negative.'),
    code_printed: optional('VARCHAR', "The row's most specific code as the document prints it."),
    mapping_method: optional(
      'VARCHAR',
      'How the least certain code was found: code, name, ..., none (nothing fits); null where the row has nothing to classify.',
    ),
    mapping_score: optional('DOUBLE', 'Certainty of the least certain code, 0 to 1 (see line_codes).'),
    is_ambiguous: required(
      'BOOLEAN',
      'true when the amount could be read in another way, e.g. its unit is inferred or its column is not understood; the line is suspect then.',
    ),
    checks_passed: required('INTEGER', 'Number of checks on this amount that hold (rounding included).'),
    checks_failed: required('INTEGER', 'Number of checks on this amount that fail.'),
    confidence: required(
      'VARCHAR',
      'proven: an arithmetic check holds and none fails; consistent: nothing contradicts or proves it; suspect: look before use.',
    ),
  },
);

export const lineCodes = documentTable(
  'line_codes',
  'Classifications of lines: one row per line and scheme, with what is printed and how the code was found.',
  ['document_id', 'line_no', 'scheme'],
  {
    document_id: documentId,
    line_no: lineNo,
    scheme: required('VARCHAR', 'Classification: function, dept_economic, gov_economic, revenue, procurement.'),
    edition: required(
      'VARCHAR',
      'Edition of the procurement catalogue that the code is of (2013, 2022): the same code means other goods in the other one; empty elsewhere.',
    ),
    code: optional('VARCHAR', 'The code found; null when nothing in the code tables fits.'),
    code_printed: optional('VARCHAR', 'The code as printed; null where none is.'),
    name_printed: optional('VARCHAR', 'The name as printed; null where none is.'),
    mapping_method: required('VARCHAR', 'How the code was found: code, name, name_path, alias, similar, none.'),
    mapping_score: required(
      'DOUBLE',
      'Certainty of the code, 0 to 1: of the codes scored about s a share s is right. How this was measured: docs/mapping-score.md.',
    ),
  },
);
