import { readOldNames } from './old-names.js';
import type { PlacedRow } from './read-table.js';
import type { CodeRow } from './rows.js';
import type { CodeTable } from './tables.js';
import type { BudgetScope, CodeEntry } from './types.js';

const BUDGETS: readonly BudgetScope[] = ['general', 'gov_fund', 'state_capital', 'social_insurance'];

/** An entry of the codebook and the row of a table that it comes from: `path/function.csv:12`. */
export interface PlacedEntry {
  readonly entry: CodeEntry;
  readonly place: string;
}

/** A row of a code table as an entry; `budget` is null where several budgets share the code. */
export function toEntry({ row, place }: PlacedRow<CodeRow>, { scheme }: CodeTable): PlacedEntry {
  const entry: CodeEntry = {
    scheme,
    edition: row.edition ?? '',
    code: row.code,
    name: row.name,
    parentCode: row.parent_code === '' ? null : row.parent_code,
    level: Number(row.level),
    budget: BUDGETS.find((budget) => budget === row.budget) ?? null,
    validFrom: readYear(row.valid_from),
    validTo: readYear(row.valid_to),
    oldNames: readOldNames(row.old_names),
    evidence: row.evidence,
    confidence: row.confidence,
    doubtfulYears: [row.valid_from, row.valid_to, row.old_names].flatMap(readDoubtfulYears),
    otherName: row.other_name === '' ? null : row.other_name,
    note: row.note === '' ? null : row.note,
  };
  return { entry, place };
}

/** `2021??` is read as 2021: lookups treat years as a preference, never as a bar. */
function readYear(cell: string): number | null {
  return cell === '' ? null : Number(cell.slice(0, 4));
}

/** `2021?`, `扶贫(-2021??)`: the years with a mark of doubt. */
function readDoubtfulYears(cell: string): readonly number[] {
  return [...cell.matchAll(/(\d{4})\?/g)].map(([, year]) => Number(year));
}
