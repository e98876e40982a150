/** The values of one row stand one column beside where they belong. */
import { editTable, withTexts } from '../inject.js';
import { amountTables, textAt, type AmountTable, type Subject } from '../subject.js';
import { runsOf } from './columns.js';
import { samePlace, type Fault } from './fault.js';

/** Each row with amounts, its values in each run of neighbouring columns of amounts moved one to the right, and one to the left; the last falls off. */
export function shiftRows(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap((table) =>
    table.rows.flatMap((row) =>
      runsOf(table.columns).flatMap((run) => {
        const texts = run.map((col) => textAt(table.grid, row, col));
        if (texts.every((text) => text.trim() === '')) return [];
        return [
          shift(subject, table, row, run, ['', ...texts.slice(0, -1)]),
          shift(subject, table, row, run, [...texts.slice(1), '']),
        ];
      }),
    ),
  );
}

function shift(
  { raw }: Subject,
  { tableNo, grid }: AmountTable,
  row: number,
  run: readonly number[],
  moved: readonly string[],
): Fault {
  const texts = new Map(run.map((col, at) => [`${row} ${col}`, moved[at] ?? '']));
  const before = run.map((col) => textAt(grid, row, col)).join(' | ');
  return {
    what: `t${tableNo} r${row} from c${run[0] ?? 0}: ${before} → ${moved.join(' | ')}`,
    inject: () => editTable(raw, tableNo, (whole) => withTexts(whole, texts)),
    origin: samePlace,
    move: samePlace,
  };
}
