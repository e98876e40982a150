/** Correspondences between classifications, with exactly one primary row per source code and target scheme. */
import type { Scheme } from '../types.js';
import { groupBy } from './group-by.js';
import type { EconomicCrosswalkRow, FunctionToCofogRow } from './rows.js';
import type { CodeEntry, CrosswalkEntry } from './types.js';

type Pair = Omit<CrosswalkEntry, 'isPrimary'>;

/**
 * 政府 ↔ 部门 economic classification, in both directions. The first row of a code is its primary one: the table lists
 * 机关 (501-504) before 对事业单位补助 (505, 506), and a sum over primary rows assumes an administrative body.
 */
export function economicCrosswalk(rows: readonly EconomicCrosswalkRow[]): readonly CrosswalkEntry[] {
  const toDept = countBy(rows, (row) => row.gov_code);
  const toGov = countBy(rows, (row) => row.dept_code);
  const pairs = (from: Scheme, to: Scheme): readonly Pair[] =>
    rows.map((row) => {
      const [fromCode, toCode] =
        from === 'gov_economic' ? [row.gov_code, row.dept_code] : [row.dept_code, row.gov_code];
      const [targets, sources] =
        from === 'gov_economic'
          ? [toDept.get(row.gov_code), toGov.get(row.dept_code)]
          : [toGov.get(row.dept_code), toDept.get(row.gov_code)];
      const relation = relationOf((targets ?? 0) > 1, (sources ?? 0) > 1);
      return {
        fromScheme: from,
        fromCode,
        toScheme: to,
        toCode,
        relation,
        source: `economic_crosswalk.csv (${row.evidence})`,
      };
    });
  return markPrimary([...pairs('gov_economic', 'dept_economic'), ...pairs('dept_economic', 'gov_economic')]);
}

/** What `from` is to `to`: broader when it falls into several, narrower when others share its target. */
function relationOf(severalTargets: boolean, severalSources: boolean): CrosswalkEntry['relation'] {
  if (severalTargets) return severalSources ? 'partial' : 'broader';
  return severalSources ? 'narrower' : 'exact';
}

/**
 * 功能分类 → COFOG for every function code: the table gives 类 and 款, a code without rows of its own takes those of its
 * nearest ancestor. The first row of a code is its primary one. Codes without a mapped ancestor have no row.
 */
export function cofogCrosswalk(
  rows: readonly FunctionToCofogRow[],
  functions: readonly CodeEntry[],
): readonly CrosswalkEntry[] {
  const given = groupBy(rows, (row) => row.function_code);
  const parents = new Map(functions.map((entry) => [entry.code, entry.parentCode]));
  const nearest = (code: string | null): string | null =>
    code === null || given.has(code) ? code : nearest(parents.get(code) ?? null);
  return markPrimary(functions.flatMap((entry) => cofogPairs(entry.code, nearest(entry.code), given)));
}

function cofogPairs(
  code: string,
  mapped: string | null,
  given: ReadonlyMap<string, readonly FunctionToCofogRow[]>,
): readonly Pair[] {
  const inherited = code === mapped ? '' : `, as for ${mapped ?? ''}`;
  return (mapped === null ? [] : (given.get(mapped) ?? [])).map((row) => ({
    fromScheme: 'function',
    fromCode: code,
    toScheme: 'cofog',
    toCode: row.cofog_code,
    // A code below the mapped one is a part of it, so at best a part of the target too.
    relation: inherited !== '' && row.relation !== 'partial' ? 'narrower' : row.relation,
    source: `function_to_cofog.csv${inherited}`,
  }));
}

function markPrimary(pairs: readonly Pair[]): readonly CrosswalkEntry[] {
  const seen = new Set<string>();
  return pairs.map((pair) => {
    const key = `${pair.fromScheme} ${pair.fromCode} ${pair.toScheme}`;
    const isPrimary = !seen.has(key);
    seen.add(key);
    return { ...pair, isPrimary };
  });
}

function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map([...groupBy(rows, key)].map(([code, group]) => [code, group.length]));
}
