/** Columns of which the sums across the rows say that their figures are perhaps those of others. */
import { groupBy } from '../../codebook/index.js';
import type { Diagnostic } from '../../../extractors/types.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import type { Finding } from '../finding.js';
import { findBlankParts, findBlankWholes, findRowGaps } from '../sums/row-gaps.js';
import { RULES_ACROSS } from '../rules/index.js';

/** Rows in which a sum fails: one may be a slip of the document, more are a slip of its columns. */
const FEWEST_FAILED_ROWS = 2;

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/**
 * A warning `whole-column-blank` at each amount of columns whose whole (合计, 小计) has a column of its own that no row fills, and of those that are the whole of that one.
 *
 * @param lines those of the document
 */
export function reportBlankWholes(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const placed = groupBy(lines.filter(isPlaced), ({ place }) => place.tableNo);
  return tables.flatMap((table) => {
    const own = placed.get(table.raw.tableNo) ?? [];
    const columns = findBlankWholes(own, table);
    return own.flatMap((line) => {
      const beside = columns.get(line.place.col);
      if (!beside) return [];
      const relation = beside.is === 'part' ? 'the whole of this one' : 'the sum of some parts of this one';
      const message = `column ${String(beside.blank)} is to hold ${relation} and no row fills it; the columns may have been shifted, so ${line.amountText} is suspect`;
      return [warn('whole-column-blank', line, message)];
    });
  });
}

/**
 * A warning `part-columns-blank` at each amount of a column of which the table has columns for all parts, and no row fills any of them.
 *
 * @param lines those of the document
 */
export function reportBlankParts(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const placed = groupBy(lines.filter(isPlaced), ({ place }) => place.tableNo);
  return tables.flatMap((table) => {
    const own = placed.get(table.raw.tableNo) ?? [];
    const wholes = findBlankParts(own, table);
    return own
      .filter(({ place }) => wholes.has(place.col))
      .map((line) => {
        const message = `no row fills the columns of the parts of this one; the columns may have been shifted, so ${line.amountText} is suspect`;
        return warn('part-columns-blank', line, message);
      });
  });
}

/**
 * A warning `row-incomplete` at each amount of a coded row that prints a whole and none of the parts that its table has columns for, or parts and
 * not the whole, where another row prints both: the figures of the row may stand in other columns than their own.
 *
 * @param lines those of the document
 */
export function reportRowGaps(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const placed = groupBy(lines.filter(isPlaced), ({ place }) => place.tableNo);
  return tables.flatMap((table) => {
    const own = placed.get(table.raw.tableNo) ?? [];
    return findRowGaps(own, table).flatMap((gap) =>
      gap.lines.filter(isPlaced).map((line) => {
        const lacking = gap.missing === 'parts' ? 'none of the parts of' : 'no whole of';
        const message = `the row prints ${lacking} ${line.amountText}, which its table has columns for; it may stand in another column than its own and is suspect`;
        return warn('row-incomplete', line, message);
      }),
    );
  });
}

/**
 * A warning `columns-in-doubt` at each amount of columns whose sums fail in several rows, and in more than those in which two figures make up a third:
 * in rows with a single figure they can't fail, and a row that is the only part of another says what that one says.
 */
export function reportFailingColumns(lines: readonly BudgetLine[], findings: readonly Finding[]): Diagnostic[] {
  const byNumber = new Map(lines.filter(isPlaced).map((line) => [line.lineNo, line]));
  const tallies = new Map<string, { failed: number; held: number; readonly columns: Set<string> }>();
  for (const { rule, status, lineNos } of findings) {
    const [whole, ...parts] = lineNos.flatMap((lineNo) => byNumber.get(lineNo) ?? []);
    if (!RULES_ACROSS.has(rule) || status === 'not_applicable' || !whole) continue;
    const tally = tallies.get(columnOf(whole)) ?? { failed: 0, held: 0, columns: new Set() };
    tallies.set(columnOf(whole), tally);
    if (status === 'fail') {
      tally.failed += 1;
      for (const line of [whole, ...parts]) tally.columns.add(columnOf(line));
    } else if (parts.filter(({ amount }) => amount !== 0n).length > 1 && !repeatsParent(whole, byNumber))
      tally.held += 1;
  }
  const doubtful = new Set(
    [...tallies.values()]
      .filter(({ failed, held }) => failed >= FEWEST_FAILED_ROWS && failed > held)
      .flatMap(({ columns }) => [...columns]),
  );
  return [...byNumber.values()].filter((line) => doubtful.has(columnOf(line))).map(reportInDoubt);
}

function repeatsParent({ parentLineNo, amount }: BudgetLine, byNumber: ReadonlyMap<number, BudgetLine>): boolean {
  return byNumber.get(parentLineNo ?? 0)?.amount === amount;
}

function reportInDoubt(line: PlacedLine): Diagnostic {
  const message = `the sums of the column fail in other rows, so ${line.amountText} is suspect here too`;
  return warn('columns-in-doubt', line, message);
}

function isPlaced(line: BudgetLine): line is PlacedLine {
  return line.place.kind === 'table';
}

function columnOf({ place }: PlacedLine): string {
  return `${String(place.tableNo)} ${String(place.col)}`;
}

function warn(code: string, { place }: PlacedLine, message: string): Diagnostic {
  const { tableNo, row, col, page } = place;
  return { stage: 'transform', severity: 'warning', code, message, origin: { tableNo, row, col, page } };
}
