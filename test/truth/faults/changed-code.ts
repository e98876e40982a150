/** One digit of a printed code is another. */
import type { BudgetLine } from '../../../transforms/index.js';
import type { Random } from '../../calibration/random.js';
import { editTable, withTexts } from '../inject.js';
import { amountTables, type Subject } from '../subject.js';
import { changedTexts } from './changed-digit.js';
import { samePlace, type Fault } from './fault.js';

/** Cells of fewer digits are as often running numbers as parts of a code. */
const FEWEST_DIGITS = 2;

/** Each digit of each cell that prints the code of a row with amounts, replaced by one other digit. */
export function changeCodes(subject: Subject, random: Random): readonly Fault[] {
  return amountTables(subject).flatMap(({ tableNo, grid, amounts, rows }) =>
    rows.flatMap((row) => {
      const codes = printedCodes(subject.document.lines, tableNo, row);
      const cells = grid.cells.filter((cell) => cell.row === row && !amounts.includes(cell));
      return cells
        .filter(({ text }) => isOfCode(text, codes))
        .flatMap(({ col, text }) =>
          changedTexts(text, random).map((changed) => ({
            what: `t${tableNo} r${row} c${col}: ${text} → ${changed}`,
            inject: () =>
              editTable(subject.raw, tableNo, (whole) => withTexts(whole, new Map([[`${row} ${col}`, changed]]))),
            origin: samePlace,
            move: samePlace,
          })),
        );
    }),
  );
}

function printedCodes(lines: readonly BudgetLine[], tableNo: number, row: number): readonly string[] {
  return lines
    .filter(({ place }) => place.kind === 'table' && place.tableNo === tableNo && place.row === row)
    .flatMap(({ codes }) => codes.flatMap(({ codePrinted }) => codePrinted?.replace(/\D/g, '') ?? []));
}

function isOfCode(text: string, codes: readonly string[]): boolean {
  const digits = text.replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS && codes.some((code) => code.includes(digits));
}
