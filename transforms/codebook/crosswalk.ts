/** Correspondences between classifications, with exactly one primary pair per source code and target scheme. */
import type { Scheme } from '../types.js';
import { groupBy } from './group-by.js';
import type { PairTable } from './pairs.js';
import type { EconomicCrosswalkRow, FunctionToCofogRow } from './rows.js';
import type { CodeEntry, CrosswalkEntry } from './types.js';

type CodesOf = (scheme: Scheme) => ReadonlySet<string>;

/** The pairs of economic_crosswalk.csv, which translates in both directions. */
export function economicPairs(codesOf: CodesOf): PairTable<EconomicCrosswalkRow> {
  const govOf = (row: EconomicCrosswalkRow): string => row.gov_code;
  const deptOf = (row: EconomicCrosswalkRow): string => row.dept_code;
  return {
    fromOf: govOf,
    toOf: deptOf,
    known: { from: codesOf('gov_economic'), to: codesOf('dept_economic') },
    ranks: [
      {
        codeOf: govOf,
        isPrimary: (row) => row.primary_of_gov === 'yes',
        demote: (row) => ({ ...row, primary_of_gov: 'no' }),
      },
      {
        codeOf: deptOf,
        isPrimary: (row) => row.primary_of_dept === 'yes',
        demote: (row) => ({ ...row, primary_of_dept: 'no' }),
      },
    ],
  };
}

/** The pairs of function_to_cofog.csv. */
export function cofogPairs(codesOf: CodesOf): PairTable<FunctionToCofogRow> {
  const fromOf = (row: FunctionToCofogRow): string => row.function_code;
  const isPrimary = (row: FunctionToCofogRow): boolean => row.is_primary === 'yes';
  return {
    fromOf,
    toOf: (row) => row.cofog_code,
    known: { from: codesOf('function'), to: codesOf('cofog') },
    ranks: [{ codeOf: fromOf, isPrimary, demote: (row) => ({ ...row, is_primary: 'no' }) }],
  };
}

/** The pairs of the economic classifications in both directions; the table states what the government code is to the department code. */
export function economicCrosswalk(rows: readonly EconomicCrosswalkRow[]): readonly CrosswalkEntry[] {
  const source = (row: EconomicCrosswalkRow): string => `economic_crosswalk.csv (${row.evidence})`;
  return [
    ...rows.map((row) => ({
      fromScheme: 'gov_economic' as const,
      fromCode: row.gov_code,
      toScheme: 'dept_economic' as const,
      toCode: row.dept_code,
      relation: row.relation,
      isPrimary: row.primary_of_gov === 'yes',
      source: source(row),
    })),
    ...rows.map((row) => ({
      fromScheme: 'dept_economic' as const,
      fromCode: row.dept_code,
      toScheme: 'gov_economic' as const,
      toCode: row.gov_code,
      relation: CONVERSE[row.relation],
      isPrimary: row.primary_of_dept === 'yes',
      source: source(row),
    })),
  ];
}

const CONVERSE = { exact: 'exact', broader: 'narrower', narrower: 'broader', partial: 'partial' } as const;

/**
 * 功能分类 → COFOG for every function code: the table gives 类 and 款, a code without rows of its own takes those of its
 * nearest ancestor, codes of an overlay too. Codes without a mapped ancestor have no row.
 */
export function cofogCrosswalk(
  rows: readonly FunctionToCofogRow[],
  functions: readonly CodeEntry[],
): readonly CrosswalkEntry[] {
  const given = groupBy(rows, (row) => row.function_code);
  const parents = new Map(functions.map((entry) => [entry.code, entry.parentCode]));
  const nearest = (code: string | null): string | null =>
    code === null || given.has(code) ? code : nearest(parents.get(code) ?? null);
  return [...parents.keys()].flatMap((code) => cofogOf(code, nearest(code), given));
}

function cofogOf(
  code: string,
  mapped: string | null,
  given: ReadonlyMap<string, readonly FunctionToCofogRow[]>,
): readonly CrosswalkEntry[] {
  const inherited = code === mapped ? '' : `, as for ${mapped ?? ''}`;
  return (mapped === null ? [] : (given.get(mapped) ?? [])).map((row) => ({
    fromScheme: 'function',
    fromCode: code,
    toScheme: 'cofog',
    toCode: row.cofog_code,
    // A code below the mapped one is a part of it, so at best a part of the target too.
    relation: inherited !== '' && row.relation !== 'partial' ? 'narrower' : row.relation,
    isPrimary: row.is_primary === 'yes',
    source: `function_to_cofog.csv${inherited}`,
  }));
}
