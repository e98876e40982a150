/** An archive of as many documents as are wanted, made in the database: each with failing checks, suspect lines, and names that want to be markup. */
import { openArchive } from '../../../sinks/index.js';
import { tamper } from '../archive-folder.js';

/** Names and texts as the worst documents have them. */
export const HOSTILE = `</script><img src=x onerror="document.title='run'">'"&\u2028\u202e\u0007`;

export interface Crowd {
  readonly documents: number;
  /** Lines of each document; of these two in twenty are suspect, one of them in a failing check. */
  readonly lines: number;
  /** Characters of names and subjects. */
  readonly nameLength: number;
}

/** Fills a new archive; one document in a hundred is quarantined, one source can't be read. */
export async function fillArchive(outDir: string, { documents, lines, nameLength }: Crowd): Promise<void> {
  await (await openArchive(outDir, { pipelineVersion: '1' })).close();
  const name = (text: string): string => `rpad(${text} || ${quote(HOSTILE)}, ${nameLength}, '局')`;
  // one of them is large enough to have its thousands parted, one is of percentages
  const isPercentage = 'd = 39 AND n = 20';
  const difference = `if(n % 20 > 0, 0, if(d = 38 AND n = 0, 1000038, if(${isPercentage}, 1234.5, d % 1000 + 1)))`;
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    documents: {
      document_id: `md5(d::VARCHAR) || md5(d::VARCHAR)`,
      file_name: name(`'f' || d`),
      byte_size: '1',
      publisher: name(`'p' || d % 5000`),
      fiscal_year: '2024',
      report_kind: `'department_budget'`,
      scope: `'own'`,
      status: `if(d % 100 = 99, 'quarantined', 'loaded')`,
      extracted_at: 'now()',
      pipeline_version: `'1'`,
      run_id: `'r'`,
    },
    document_sources: {
      source_uri: `'file:///in/' || d || '.txt'`,
      document_id: 'document_id',
      file_name: 'file_name',
      first_seen_at: 'now()',
      last_seen_at: 'now()',
    },
    raw_tables: {
      document_id: 'document_id',
      table_no: '1',
      table_id: `document_id || ':1'`,
      title: name(`'表'`),
      table_kind: `'expenditure_summary'`,
      unit: `'万元'`,
      row_count: String(lines + 1),
      column_count: '2',
      header_row_count: '1',
      method: `'tsv'`,
    },
    raw_cells: {
      document_id: 'document_id',
      table_no: '1',
      table_id: `document_id || ':1'`,
      row_no: 'n // 2',
      col_no: 'n % 2',
      row_span: '1',
      col_span: '1',
      text: `if(n % 2 = 0, ${name(`'科目'`)}, (n * 10)::VARCHAR || '.00')`,
    },
    budget_lines: {
      document_id: 'document_id',
      line_no: 'n + 1',
      line_id: `document_id || ':' || (n + 1)`,
      table_no: '1',
      table_id: `document_id || ':1'`,
      row_no: 'n + 1',
      col_no: '1',
      source_kind: `'table'`,
      table_kind: `if(n % 20 IN (0, 1, 3), 'revenue_summary', 'expenditure_summary')`,
      budget_stage: `'budget'`,
      flow: `'expenditure'`,
      line_role: `'detail'`,
      is_leaf: 'true',
      is_preferred: 'true',
      fund_source: `'all'`,
      label: name(`'l' || n`),
      amount: 'n * 10',
      amount_text: `(n * 10)::VARCHAR`,
      unit: `'万元'`,
      is_ambiguous: 'n % 20 = 1',
      checks_passed: '1',
      checks_failed: '0',
      confidence: `if(n % 20 < 2, 'suspect', if(n % 3 = 0, 'consistent', 'proven'))`,
    },
    checks: {
      document_id: 'document_id',
      check_no: 'n + 1',
      check_id: `'code-tree:' || n`,
      rule: `if(n % 3 = 0, 'code-tree', 'column-total')`,
      subject: name(`'s' || n`),
      expected: `n + if(${isPercentage}, 0.123456, 0)`,
      actual: `n + ${difference}`,
      difference: `${difference} - if(${isPercentage}, 0.123456, 0)`,
      tolerance: '0.01',
      value_unit: `if(${isPercentage}, 'percent', 'yuan')`,
      status: `if(n % 20 = 0, 'fail', 'pass')`,
      line_ids: `[document_id || ':' || (n + 1), document_id || ':' || (n + 3)]`,
      cell_refs: '[]',
    },
    archive_checks: {
      left_document_id: 'document_id',
      right_document_id: '(SELECT min(document_id) FROM documents)',
      rule: `'last-year'`,
      subject: name(`'a' || d`),
      expected: '10',
      actual: '11',
      difference: '1',
      tolerance: '0',
      value_unit: `'yuan'`,
      status: `'fail'`,
    },
    statements: {
      document_id: 'document_id',
      table_kind: `'revenue_expenditure_summary'`,
      state: `if(d % 2 = 0, 'filled', 'missing')`,
    },
    diagnostics: {
      run_id: `'r'`,
      document_id: 'document_id',
      source_uri: `'file:///in/' || d || '.txt'`,
      diagnostic_no: '1',
      stage: `'extract'`,
      severity: `'error'`,
      code: `'not-text'`,
      message: name(`'m'`),
    },
  };
  const loaded = `(SELECT *, row_number() OVER () AS d FROM documents) x`;
  const rows: Readonly<Record<string, string>> = {
    documents: `range(${documents}) t(d)`,
    raw_cells: `${loaded}, range(${2 * (lines + 1)}) t(n)`,
    budget_lines: `${loaded}, range(${lines}) t(n)`,
    checks: `${loaded}, range(${lines - 1}) t(n)`,
    diagnostics: `${loaded} WHERE x.status = 'quarantined'`,
  };
  for (const [table, columns] of Object.entries(values)) {
    const [names, expressions] = [Object.keys(columns).join(', '), Object.values(columns).join(', ')];
    await tamper(outDir, `INSERT INTO ${table} (${names}) SELECT ${expressions} FROM ${rows[table] ?? loaded}`);
  }
  const now = 'now(), now()';
  const unreadable = `VALUES ('file:///in/locked.pdf', 'locked.pdf', ${now})`;
  await tamper(
    outDir,
    `INSERT INTO document_sources (source_uri, file_name, first_seen_at, last_seen_at) ${unreadable}`,
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
