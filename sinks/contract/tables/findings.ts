/** What else a document gives: statements, targets, checks, diagnostics. */
import { MILLIONTHS, MONEY, optional, required } from '../columns.js';
import { ARCHIVE_RULES } from '../archive-rules.js';
import type { Table } from '../table.js';
import { documentTable } from '../table.js';
import { documentId } from './documents.js';

export const statements = documentTable(
  'statements',
  'One row per statement that a report of this kind is expected to have, and whether it is there.',
  ['document_id', 'table_kind'],
  {
    document_id: documentId,
    table_kind: required('VARCHAR', 'The expected statement.'),
    state: required(
      'VARCHAR',
      'filled, zero (only zeros), blank_form (a form without amounts), declared_none (没有使用…安排的支出), missing.',
    ),
    table_no: optional('INTEGER', 'The table that holds it; null where none does.'),
    source_text: optional('VARCHAR', 'The sentence that states or declares it; null where a table does.'),
  },
);

export const performanceTargets = documentTable(
  'performance_targets',
  'Performance indicators (绩效指标) of projects and departments: one row per indicator.',
  ['document_id', 'target_no'],
  {
    document_id: documentId,
    target_no: required('INTEGER', 'Running number in reading order, from 1.'),
    table_no: optional('INTEGER', 'Table in which the indicator stands.'),
    row_no: optional('INTEGER', 'Row of the indicator, from 0.'),
    page_no: optional('INTEGER', 'Page of the indicator, from 1; null where the source has no pages.'),
    fiscal_year: optional('SMALLINT', 'The year the target is for.'),
    scope: required('VARCHAR', 'project (项目支出绩效目标) or department (部门整体支出绩效目标).'),
    project_name: optional('VARCHAR', 'The project.'),
    project_code: optional('VARCHAR', 'The code of the project as printed.'),
    project_amount: optional(MONEY, 'The money of the project in yuan.'),
    level1: optional('VARCHAR', 'First-level indicator (一级指标), e.g. 产出指标.'),
    level2: optional('VARCHAR', 'Second-level indicator (二级指标), e.g. 数量指标.'),
    level3: optional('VARCHAR', 'Third-level indicator (三级指标): what is measured.'),
    description: optional('VARCHAR', 'Explanation of the indicator as printed.'),
    target_text: optional('VARCHAR', 'The target as printed; null for a blank target.'),
    operator: optional('VARCHAR', '>=, <=, =, >, < or text (no comparison); null for a blank target.'),
    target_value: optional(MILLIONTHS, 'The number of the target in target_unit; null where the target is text.'),
    target_unit: optional('VARCHAR', 'Unit of the number as printed (%, 次, 元/人·天).'),
    basis: optional('VARCHAR', 'Why the target was set so (指标值确定依据), as printed.'),
  },
);

export const checks = documentTable(
  'checks',
  'Arithmetic checks on the figures of one document: what the parts give against what is printed.',
  ['document_id', 'check_no'],
  {
    document_id: documentId,
    check_no: required('INTEGER', 'Running number, from 1.'),
    check_id: required('VARCHAR', 'The rule and the place it was applied to; the same for the same document.'),
    rule: required('VARCHAR', 'The rule, e.g. a parent code equals the sum of its children.'),
    subject: required('VARCHAR', 'What is compared with what, for people.'),
    expected: optional(MILLIONTHS, 'What the parts give.'),
    actual: optional(MILLIONTHS, 'What is printed.'),
    difference: optional(MILLIONTHS, 'actual - expected.'),
    tolerance: required(
      MILLIONTHS,
      'What rounding can explain: half a unit for each rounded addend and for the total.',
    ),
    value_unit: required('VARCHAR', 'Unit of the four figures: yuan, percent or count.'),
    status: required('VARCHAR', 'pass, pass_within_rounding, fail or not_applicable.'),
    line_ids: required('VARCHAR[]', 'line_id of every line that the check binds.'),
    cell_refs: required('VARCHAR[]', 'Cells used that are no lines, as t.<table_no> r.<row_no> c.<col_no>.'),
    correction_line_id: optional(
      'VARCHAR',
      'Where the check fails: the line of which alone another figure would make this and every other check on it hold; null where there is none, or more than one.',
    ),
    correction_amount: optional(MONEY, 'That figure in yuan. It is a hint for the reader; nothing is changed by it.'),
  },
);

const archiveCheckColumns = {
  left_document_id: required('VARCHAR', 'The document whose figure is judged.'),
  right_document_id: required('VARCHAR', 'The document it is compared with.'),
  rule: required(
    'VARCHAR',
    Object.entries(ARCHIVE_RULES)
      .map(([id, { en, zh }]) => `${id}: ${en} (${zh})`)
      .join(' '),
  ),
  subject: required('VARCHAR', 'What is compared with what, for people.'),
  expected: optional(MILLIONTHS, 'The figure of the right document.'),
  actual: optional(MILLIONTHS, 'The figure of the left document.'),
  difference: optional(MILLIONTHS, 'actual - expected.'),
  tolerance: required(MILLIONTHS, 'What rounding can explain.'),
  value_unit: required('VARCHAR', 'Unit of the four figures: yuan, percent or count.'),
  status: required('VARCHAR', 'pass, pass_within_rounding, fail or not_applicable.'),
};

export const archiveChecks: Table<typeof archiveCheckColumns> = {
  name: 'archive_checks',
  comment: 'Checks between documents. They never change budget_lines.',
  key: ['left_document_id', 'right_document_id', 'rule', 'subject'],
  parquet: { kind: 'by_document_year', documentColumn: 'left_document_id' },
  columns: archiveCheckColumns,
};

export const diagnostics = documentTable(
  'diagnostics',
  'Everything the program found odd in a document or source, with place and consequence.',
  ['document_id', 'source_uri', 'diagnostic_no'],
  {
    run_id: required('VARCHAR', 'The run that found it.'),
    document_id: optional('VARCHAR', 'The document; null for a source whose bytes could not be read.'),
    source_uri: required('VARCHAR', 'The source that was being read.'),
    diagnostic_no: required('INTEGER', 'Running number within the document or source, from 1.'),
    stage: required('VARCHAR', 'extract, transform or load.'),
    severity: required('VARCHAR', 'info, warning or error.'),
    code: required('VARCHAR', 'What kind of finding it is, e.g. amount-unparsable.'),
    message: required('VARCHAR', 'What was found and what follows from it.'),
    location: optional(
      'VARCHAR',
      'The place as p.12 t.2 r.7 c.3 (rows and columns from 0), b.4 (block) or l.31 (line of text).',
    ),
    table_no: optional('INTEGER', 'Table.'),
    page_no: optional('INTEGER', 'Page, from 1.'),
    row_no: optional('INTEGER', 'Row, from 0.'),
    col_no: optional('INTEGER', 'Column, from 0.'),
    line_no: optional('INTEGER', 'The budget line that stands at this place (see budget_lines).'),
  },
);
