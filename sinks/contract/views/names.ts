/** What the codes of lines are called. */
import { classificationCodes, lineCodes as lineCodesTable } from '../tables/index.js';
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { CURRENT_DOCUMENT } from './current.js';

/** The years of an old name as `classification_codes` writes them: `法制建设(2019-2020)`; an alias has none. */
const YEARS = String.raw`\((\d{4})?-(\d{4})?\)$`;
/** The year at a place of `YEARS`; `open` where it is left out. */
const yearAt = (place: number, open: number): string =>
  `coalesce(try_cast(regexp_extract(old_name, '${YEARS}', ${String(place)}) AS INTEGER), ${String(open)})`;

const lineCodes = lineCodesTable.columns;
const codes = classificationCodes.columns;

export const lineCodeNames: View = {
  name: 'line_code_names',
  comment:
    'line_codes with what each code is called: exactly one row for each row of line_codes of current documents, so that a join multiplies nothing. Of several entries of a code that of the line’s edition and year is taken, else the youngest.',
  columns: describeColumns(
    [
      'document_id',
      'line_no',
      'line_id',
      'scheme',
      'code',
      'code_name',
      'present_name',
      'edition',
      'parent_code',
      'evidence',
      'confidence_of_code',
      'code_printed',
      'name_printed',
      'mapping_method',
      'mapping_score',
    ],
    {
      scheme: lineCodes.scheme.comment,
      code: lineCodes.code.comment,
      code_name: 'Official name of the code in the fiscal year of the line; null without a code.',
      present_name: 'Its present official name.',
      edition: codes.edition.comment,
      parent_code: codes.parent_code.comment,
      evidence: codes.evidence.comment,
      confidence_of_code: 'How far code and name may be trusted: high, medium or low.',
      code_printed: lineCodes.code_printed.comment,
      name_printed: lineCodes.name_printed.comment,
      mapping_method: lineCodes.mapping_method.comment,
      mapping_score: lineCodes.mapping_score.comment,
    },
  ),
  sql: `WITH coded AS (
  SELECT c.*, l.line_id, l.fiscal_year FROM line_codes c
  JOIN budget_lines l ON l.document_id = c.document_id AND l.line_no = c.line_no WHERE c.${CURRENT_DOCUMENT}),
entry AS (
  SELECT a.asked_edition, a.fiscal_year, e.* FROM (SELECT DISTINCT scheme, code, edition AS asked_edition, fiscal_year FROM coded) a
  JOIN classification_codes e ON e.scheme = a.scheme AND e.code = a.code
  QUALIFY row_number() OVER (PARTITION BY a.scheme, a.code, a.asked_edition, a.fiscal_year ORDER BY
    coalesce(e.edition = a.asked_edition, false) DESC,
    coalesce(a.fiscal_year BETWEEN coalesce(e.valid_from, 0) AND coalesce(e.valid_to, 9999), false) DESC,
    coalesce(e.valid_from, 0) DESC, e.edition DESC, e.entry_no) = 1),
former AS (
  SELECT scheme, code, asked_edition, fiscal_year, min_by(regexp_replace(old_name, '${YEARS}', ''), place) AS name
  FROM (SELECT scheme, code, asked_edition, fiscal_year, unnest(string_split(old_names, '|')) AS old_name,
    generate_subscripts(string_split(old_names, '|'), 1) AS place FROM entry)
  WHERE regexp_matches(old_name, '${YEARS}') AND fiscal_year BETWEEN ${yearAt(1, 0)} AND ${yearAt(2, 9999)}
  GROUP BY scheme, code, asked_edition, fiscal_year)
SELECT x.document_id, x.line_no, x.line_id, x.scheme, x.code, coalesce(f.name, e.name) AS code_name, e.name AS present_name,
  e.edition, e.parent_code, e.evidence, e.confidence AS confidence_of_code, x.code_printed, x.name_printed, x.mapping_method, x.mapping_score
FROM coded x
LEFT JOIN entry e ON e.scheme = x.scheme AND e.code = x.code
  AND e.asked_edition IS NOT DISTINCT FROM x.edition AND e.fiscal_year IS NOT DISTINCT FROM x.fiscal_year
LEFT JOIN former f ON f.scheme = x.scheme AND f.code = x.code
  AND f.asked_edition IS NOT DISTINCT FROM x.edition AND f.fiscal_year IS NOT DISTINCT FROM x.fiscal_year`,
};
