/** Found codes for machines. */
import Papa from 'papaparse';
import type { Codebook, FoundCode, OldName } from '../../../transforms/index.js';
import { pathWords, yearWord } from './words.js';

/**
 * Entries under the column names of `classification_codes`, how they were found and what stands above them; `in_force` is null where no year was
 * asked for. Nothing found: `[]`, or the header alone.
 */
export function renderRows(
  found: readonly FoundCode[],
  format: 'json' | 'csv',
  codebook: Codebook,
  year: number | null,
): string {
  const rows = found.map((entry) => toRow(entry, codebook, year));
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const records = rows.map((row) => COLUMNS.map((column) => row[column]));
  return `${Papa.unparse([[...COLUMNS], ...records], { newline: '\n' })}\n`;
}

const COLUMNS = [
  'scheme',
  'edition',
  'code',
  'name',
  'parent_code',
  'level',
  'path',
  'valid_from',
  'valid_to',
  'doubtful_years',
  'evidence',
  'confidence',
  'budget',
  'match',
  'old_names',
  'other_name',
  'note',
  'in_force',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

function toRow(entry: FoundCode, codebook: Codebook, year: number | null): Row {
  const { scheme, edition, code, name, level, evidence, confidence, budget, match, note } = entry;
  return {
    scheme,
    edition,
    code,
    name,
    parent_code: entry.parentCode,
    level,
    path: pathWords(entry, codebook, year),
    valid_from: entry.validFrom,
    valid_to: entry.validTo,
    doubtful_years: entry.doubtfulYears.join('|'),
    evidence,
    confidence,
    budget,
    match,
    old_names: entry.oldNames.map((old) => oldNameCell(old, entry.doubtfulYears)).join('|'),
    other_name: entry.otherName,
    note,
    in_force: entry.inForce,
  };
}

/** As in the code tables: `name(2014-2018)`, `name(-2013?)`, `alias`. */
function oldNameCell({ name, from, to }: OldName, doubtful: readonly number[]): string {
  if (from === null && to === null) return name;
  const [first, last] = [yearWord(from, doubtful), yearWord(to, doubtful)];
  return from === to ? `${name}(${first})` : `${name}(${first}-${last})`;
}
