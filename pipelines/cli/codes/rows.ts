/** Found codes for machines. */
import Papa from 'papaparse';
import type { FoundCode, OldName } from '../../../transforms/index.js';

/** Entries under the column names of `classification_codes`, and how they were found; `in_force` is null where no year was asked for. */
export function renderRows(found: readonly FoundCode[], format: 'json' | 'csv'): string {
  const rows = found.map(toRow);
  return format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

function toRow(entry: FoundCode) {
  const { scheme, edition, code, name, level, evidence, confidence, budget, match } = entry;
  return {
    scheme,
    edition,
    code,
    name,
    parent_code: entry.parentCode,
    level,
    valid_from: entry.validFrom,
    valid_to: entry.validTo,
    evidence,
    confidence,
    budget,
    match,
    old_names: entry.oldNames.map(oldNameCell).join('|'),
    in_force: entry.inForce,
  };
}

/** As in the code tables: `name(2014-2018)`, `name(-2013)`, `alias`. */
function oldNameCell({ name, from, to }: OldName): string {
  if (from === null && to === null) return name;
  return from === to ? `${name}(${from ?? ''})` : `${name}(${from ?? ''}-${to ?? ''})`;
}
