import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query, runOnce, scratchFolder } from './archive-folder.js';

/** The output contract, spelled here a second time on purpose. */
const TABLES: Readonly<Record<string, string>> = {
  meta: 'key value',
  runs: 'run_id started_at finished_at pipeline_version arguments documents_seen documents_loaded documents_unchanged documents_quarantined',
  documents:
    'document_id file_name media_type charset byte_size page_count title publisher publisher_code region_code region_name fiscal_year report_kind scope status extracted_at pipeline_version run_id',
  document_pages: 'document_id page_no width height rotation has_text',
  document_sources:
    'source_uri document_id file_name first_seen_at last_seen_at superseded_at missing_since fetched_at metadata',
  raw_tables:
    'document_id table_no table_id title table_kind unit unit_factor page_first page_last sheet_name row_count column_count header_row_count method',
  raw_cells: 'document_id table_no table_id row_no col_no row_span col_span text page_no x0 y0 x1 y1',
  raw_blocks: 'document_id block_no kind text page_no line_first line_last x0 y0 x1 y1',
  budget_lines:
    'document_id line_no line_id table_no table_id row_no col_no page_no block_no char_start char_end source_text source_kind table_kind fiscal_year publisher budget_stage flow line_role total_kind parent_line_no is_leaf is_preferred budget_unit_name project_name project_code function_code dept_economic_code gov_economic_code revenue_code procurement_code three_public_item fund_source spending_type label amount amount_text unit yoy_amount yoy_percent code_printed mapping_method mapping_score checks_passed checks_failed confidence',
  line_codes: 'document_id line_no scheme code code_printed name_printed mapping_method mapping_score',
  statements: 'document_id table_kind state table_no source_text',
  performance_targets:
    'document_id target_no table_no row_no page_no fiscal_year scope project_name project_code project_amount level1 level2 level3 description target_text operator target_value target_unit basis',
  checks:
    'document_id check_no check_id rule subject expected actual difference tolerance value_unit status line_ids cell_refs',
  archive_checks: '',
  diagnostics:
    'run_id document_id source_uri stage severity code message location table_no page_no row_no col_no line_no',
  classification_codes: 'scheme edition code name parent_code level valid_from valid_to evidence confidence',
  code_crosswalk: 'from_scheme from_code to_scheme to_code relation is_primary source',
  enum_values: 'column_name value parent_value label_zh label_en',
};
const VIEWS =
  'expenditure_by_function basic_by_economic_class revenue_by_source three_public_items procurement_items government_fund_expenditure performance_indicators expenditure_by_cofog trusted_lines suspect_lines report_gaps';
/** Views beyond the contract. */
const MORE_VIEWS = 'expenditure_by_type expenditure_coverage line_code_names line_doubts';
const TYPES: Readonly<Record<string, string>> = {
  'budget_lines.amount': 'DECIMAL(20,2)',
  'budget_lines.yoy_amount': 'DECIMAL(20,2)',
  'budget_lines.yoy_percent': 'DECIMAL(9,4)',
  'budget_lines.fiscal_year': 'SMALLINT',
  'budget_lines.function_code': 'VARCHAR',
  'budget_lines.line_no': 'INTEGER',
  'performance_targets.target_value': 'DECIMAL(24,6)',
  'checks.difference': 'DECIMAL(24,6)',
  'checks.line_ids': 'VARCHAR[]',
  'raw_cells.x0': 'FLOAT',
  'runs.started_at': 'TIMESTAMP WITH TIME ZONE',
  'expenditure_by_function.amount': 'DECIMAL(20,2)',
  'expenditure_by_function.coverage_percent': 'DECIMAL(9,4)',
  'expenditure_by_type.whole_amount': 'DECIMAL(20,2)',
  'expenditure_by_type.share_percent': 'DECIMAL(9,4)',
  'expenditure_coverage.covered_amount': 'DECIMAL(20,2)',
  'expenditure_coverage.printed_total': 'DECIMAL(20,2)',
};

describe('the database of a new archive', () => {
  const folder = scratchFolder();
  let columns: readonly Record<string, unknown>[] = [];
  beforeAll(async () => {
    await runOnce(folder.path, {});
    columns = await query(
      folder.path,
      'SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal',
    );
  });
  afterAll(folder.remove);

  test('has every table and column of the contract', () => {
    const names = new Set(columns.map((column) => `${String(column['table_name'])}.${String(column['column_name'])}`));
    const wanted = Object.entries(TABLES).flatMap(([table, list]) =>
      list
        .split(' ')
        .filter(Boolean)
        .map((name) => `${table}.${name}`),
    );
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  test('has the types of the contract', () => {
    const types = columns.map((column) => [
      `${String(column['table_name'])}.${String(column['column_name'])}`,
      column['data_type'],
    ]);
    expect(Object.fromEntries(types)).toMatchObject(TYPES);
  });

  test('has the views of the contract and those it adds, and each can be read', async () => {
    const names = `${VIEWS} ${MORE_VIEWS}`.split(' ');
    const views = await query(folder.path, 'SELECT view_name FROM duckdb_views() WHERE NOT internal');
    expect(views.map((view) => view['view_name']).sort()).toEqual(names.toSorted());
    for (const view of names) expect(await query(folder.path, `SELECT * FROM ${view}`)).toEqual([]);
  });

  test('comments on every table, view and column', async () => {
    const bare = columns.filter((column) => typeof column['comment'] !== 'string' || column['comment'].length < 5);
    expect(bare).toEqual([]);
    const owners = await query(
      folder.path,
      `SELECT table_name AS name FROM duckdb_tables() WHERE comment IS NULL UNION ALL
       SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL`,
    );
    expect(owners).toEqual([]);
  });

  test('lists its enums once, with parents that are values themselves', async () => {
    const doubled = await query(
      folder.path,
      'SELECT column_name, value FROM enum_values GROUP BY ALL HAVING count(*) > 1',
    );
    expect(doubled).toEqual([]);
    const orphans = await query(
      folder.path,
      `SELECT e.* FROM enum_values e WHERE parent_value IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM enum_values p WHERE p.column_name = e.column_name AND p.value = e.parent_value)`,
    );
    expect(orphans).toEqual([]);
    expect(await query(folder.path, `SELECT value FROM enum_values WHERE column_name = 'table_kind'`)).toHaveLength(18);
  });
});
