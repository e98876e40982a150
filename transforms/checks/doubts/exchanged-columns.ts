/** Columns of which another statement prints each total in the place of the other. */
import type { Diagnostic } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';
import type { Finding } from '../finding.js';
import { placeName } from '../names.js';

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/** A figure of a table that another statement contradicts, with what it prints. */
interface Contradicted {
  readonly line: PlacedLine;
  readonly elsewhere: BudgetLine;
}

/**
 * A warning `columns-exchanged` at each amount of two columns where two figures of one row contradict another statement, and would not if each stood in the place of the other: the
 * columns may be exchanged, there or in the other statement, so those of both are in doubt.
 *
 * @param lines those of the document
 */
export function reportExchangedColumns(lines: readonly BudgetLine[], findings: readonly Finding[]): Diagnostic[] {
  const exchanged = new Map<string, Contradicted>();
  for (const row of contradictedRows(lines, findings))
    for (const one of row) {
      const isCounterpart = (other: Contradicted): boolean => wouldMend(one, other);
      if (row.some(isCounterpart)) exchanged.set(columnOf(one.line), one);
    }
  return lines.filter(isPlaced).flatMap((line) => {
    const found = exchanged.get(columnOf(line));
    return found ? [report(line, found)] : [];
  });
}

/** The contradicted figures of each row of a table. */
function contradictedRows(lines: readonly BudgetLine[], findings: readonly Finding[]): Iterable<Contradicted[]> {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const rows = new Map<string, Contradicted[]>();
  for (const { rule, status, lineNos } of findings) {
    const [a, b] = lineNos.map((lineNo) => byNumber.get(lineNo));
    if (rule !== 'equal-facts' || status !== 'fail' || !a || !b) continue;
    for (const [line, elsewhere] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!isPlaced(line)) continue;
      const key = `${line.place.tableNo} ${line.place.row}`;
      rows.set(key, [...(rows.get(key) ?? []), { line, elsewhere }]);
    }
  }
  return rows.values();
}

/** Whether each is what is printed elsewhere for the other, in one statement. */
function wouldMend(a: Contradicted, b: Contradicted): boolean {
  return (
    a.line.place.col !== b.line.place.col &&
    statedIn(a.elsewhere) === statedIn(b.elsewhere) &&
    a.line.amount === b.elsewhere.amount &&
    b.line.amount === a.elsewhere.amount
  );
}

function statedIn({ place }: BudgetLine): string {
  return place.kind === 'table' ? `table ${place.tableNo}` : 'prose';
}

function isPlaced(line: BudgetLine): line is PlacedLine {
  return line.place.kind === 'table';
}

function columnOf({ place }: PlacedLine): string {
  return `${place.tableNo} ${place.col}`;
}

function report({ place, amountText }: PlacedLine, { line, elsewhere }: Contradicted): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `${placeName(elsewhere)} prints ${elsewhere.amountText} for ${line.amountText}, and the other way round for another column; the two may stand in each other's place, so ${amountText} is suspect`;
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'columns-exchanged',
    message,
    origin: { tableNo, row, col, page },
  };
}
