/** Rows of the code tables as entries of the codebook, one function per kind of table. */
import type { Scheme } from '../types.js';
import { readOldNames } from './old-names.js';
import type { BudgetRow, CofogRow, EconomicRow, GfsmRow, ProcurementRow, RegionRow } from './rows.js';
import type { BudgetScope, CodeEntry } from './types.js';

const BUDGETS: readonly BudgetScope[] = ['general', 'gov_fund', 'state_capital', 'social_insurance'];

/** A code of 部门 or 政府预算支出经济分类. */
export function economicEntry(scheme: Scheme, row: EconomicRow): CodeEntry {
  return {
    ...bareEntry(scheme, row.code, row.name, row.parent_code, Number(row.level)),
    validFrom: readYear(row.valid_from),
    validTo: readYear(row.valid_to),
    oldNames: row.old_names === '' ? [] : readOldNames(row.old_names).filter(({ name }) => name !== row.name),
    evidence: row.evidence,
    confidence: row.confidence,
  };
}

/** A code of 支出功能分类 or 收入分类; `budget` is null where several budgets share the code. */
export function budgetEntry(scheme: Scheme, row: BudgetRow): CodeEntry {
  return { ...economicEntry(scheme, row), budget: BUDGETS.find((budget) => budget === row.budget) ?? null };
}

/** A code of 政府采购品目分类目录; the same code means other goods in the other edition. */
export function procurementEntry(row: ProcurementRow, level: number): CodeEntry {
  return {
    ...bareEntry('procurement', row.code, row.name, row.parent_code, level),
    edition: row.edition,
    evidence: row.evidence,
    confidence: row.confidence,
  };
}

/** A region of GB/T 2260; the years are those in which the code was seen with this name. */
export function regionEntry(row: RegionRow): CodeEntry {
  const level = row.code.endsWith('0000') ? 1 : row.code.endsWith('00') ? 2 : 3;
  return {
    ...bareEntry('region', row.code, row.name, row.parent_code, level),
    validFrom: readYear(row.first_seen_year),
    validTo: row.status === 'current' ? null : readYear(row.last_seen_year),
  };
}

/** A function of government (UN COFOG 1999), named in English. */
export function cofogEntry(row: CofogRow): CodeEntry {
  return bareEntry('cofog', row.code, row.name_en, row.parent_code, row.code.split('.').length);
}

/** An economic transaction of GFSM; `parentCode` is the longest code in `known` that `row.code` extends. */
export function gfsmEntry(row: GfsmRow, known: ReadonlySet<string>): CodeEntry {
  const ancestors = Array.from(row.code, (_, end) => row.code.slice(0, end)).filter((code) => known.has(code));
  return bareEntry('gfsm', row.code, row.name_en, ancestors.at(-1) ?? '', ancestors.length + 1);
}

function bareEntry(scheme: Scheme, code: string, name: string, parentCode: string, level: number): CodeEntry {
  return {
    scheme,
    edition: '',
    code,
    name,
    parentCode: parentCode === '' ? null : parentCode,
    level,
    budget: null,
    validFrom: null,
    validTo: null,
    oldNames: [],
    evidence: null,
    confidence: null,
  };
}

/** `2021??` is read as 2021: lookups treat years as a preference, never as a bar. */
function readYear(cell: string): number | null {
  return cell === '' ? null : Number(cell.slice(0, 4));
}
