/** A statement that a note or sentence calls empty, against its table. */
import type { RawBlock } from '../../../extractors/types.js';
import { findDeclarations } from '../../statements/index.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import { fenToMicro } from '../../amounts/index.js';
import { judge, UNBOUND } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';

/**
 * One finding for each kind of statement that is declared empty (没有使用政府性基金预算拨款安排的支出) and has a table with amounts: its totals, or
 * its rows where it has none, must be zero. Last year's figures are not what is declared.
 */
export function checkDeclaredNone(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  blocks: readonly RawBlock[],
): Finding[] {
  const kinds = new Set(findDeclarations(tables, blocks).map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const own = lines.filter(
      ({ place, tableKind, budgetStage }) =>
        place.kind === 'table' && tableKind === kind && budgetStage !== 'prior_year',
    );
    const totals = own.filter(({ lineRole }) => lineRole === 'total');
    const stated = totals.length > 0 ? totals : own;
    const largest = stated.reduce<BudgetLine | undefined>(larger, undefined);
    return largest ? [contradict(largest, stated)] : [];
  });
}

function larger(a: BudgetLine | undefined, b: BudgetLine): BudgetLine {
  return a !== undefined && a.amount >= b.amount ? a : b;
}

function contradict(largest: BudgetLine, stated: readonly BudgetLine[]): Finding {
  const actual = fenToMicro(largest.amount);
  return {
    rule: 'declared-none',
    checkId: `declared-none:${placeId(largest)}`,
    subject: `${placeName(largest)} ${nameOf(largest)} = 0, as the text declares`,
    expected: 0n,
    actual,
    tolerance: 0n,
    unit: 'yuan',
    status: judge(0n, actual, 0n),
    lineNos: stated.map(({ lineNo }) => lineNo),
    cellRefs: [],
    binding: UNBOUND,
  };
}
