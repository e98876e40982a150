/** SQL that the views share: which documents count, which columns a line shows. */

/** Documents that still stand somewhere: a source that holds this content now and is not gone. */
export const CURRENT_DOCUMENT = `document_id IN (
  SELECT document_id FROM document_sources WHERE superseded_at IS NULL AND missing_since IS NULL)`;

/**
 * Budget lines of current documents with what the document is; last year's figures left out. `slot` is the document, year and stage
 * within which statements of the same money compete.
 */
export const CURRENT_LINES = `SELECT l.*, d.region_code, d.region_name, d.report_kind, d.scope,
    concat_ws(' ', l.document_id, coalesce(l.fiscal_year::VARCHAR, '-'), l.budget_stage) AS slot
  FROM budget_lines l JOIN documents d ON d.document_id = l.document_id
  WHERE l.budget_stage <> 'prior_year' AND l.${CURRENT_DOCUMENT}`;

/** Who and when, at the head of every view of lines. */
export const SUBJECT_COLUMNS = [
  'document_id',
  'publisher',
  'region_code',
  'region_name',
  'fiscal_year',
  'report_kind',
  'scope',
  'budget_stage',
  'budget_unit_name',
] as const;

/** How much, how sure and where it stands, at the end of every view of lines. */
export const FACT_COLUMNS = [
  'fund_source',
  'spending_type',
  'label',
  'amount',
  'confidence',
  'source_kind',
  'table_kind',
  'table_no',
  'row_no',
  'col_no',
  'page_no',
  'block_no',
  'source_text',
  'amount_text',
  'unit',
  'line_no',
  'line_id',
] as const;

/** The columns of a view of lines: subject, its own, fact. */
export function lineColumns(own: readonly string[]): readonly string[] {
  return [...SUBJECT_COLUMNS, ...own, ...FACT_COLUMNS];
}

/** A select list of plain columns of `alias`. */
export function columnsOf(alias: string, names: readonly string[]): string {
  return names.map((name) => `${alias}.${name}`).join(', ');
}

/** Name of a code as an expression; the entry valid in the line's year wins over an older or younger one. */
export function codeName(scheme: string, code: string, year: string): string {
  return codeFact('name', scheme, code, year);
}

/** The budget that alone uses a code, as an expression; null where several do. */
export function codeBudget(scheme: string, code: string, year: string): string {
  return codeFact('budget', scheme, code, year);
}

function codeFact(column: 'name' | 'budget', scheme: string, code: string, year: string): string {
  return `(SELECT max_by(c.${column}, {'valid': ${year} BETWEEN coalesce(c.valid_from, 0) AND coalesce(c.valid_to, 9999),
    'since': coalesce(c.valid_from, 0), 'entry': -c.entry_no})
    FROM classification_codes c WHERE c.scheme = ${scheme} AND c.code = ${code})`;
}
