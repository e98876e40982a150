/** One digit of an amount is another: a misread character, a slip of the hand. */
import type { Random } from '../../calibration/random.js';
import { editBlock, editTable, withTexts } from '../inject.js';
import { amountTables, type Subject } from '../subject.js';
import { samePlace, type Fault } from './fault.js';

/** Each digit of each amount in tables and sentences, replaced by one other digit. */
export function changeDigits(subject: Subject, random: Random): readonly Fault[] {
  return [...inTables(subject, random), ...inSentences(subject, random)];
}

/** All ways to replace one digit of a text, each digit by one other; no number is made to begin with a zero. */
export function changedTexts(text: string, random: Random): readonly string[] {
  return [...text.matchAll(/[0-9]/g)].flatMap(({ index, 0: digit }) => {
    const isFirst = !/[0-9]/.test(text.slice(0, index)) && /^[0-9]/.test(text.slice(index + 1));
    const others = '0123456789'.replace(digit, '').slice(isFirst && digit !== '0' ? 1 : 0);
    const other = random.pick(Array.from(others));
    return other === null ? [] : [`${text.slice(0, index)}${other}${text.slice(index + 1)}`];
  });
}

function inTables(subject: Subject, random: Random): Fault[] {
  return amountTables(subject).flatMap(({ tableNo, amounts }) =>
    amounts.flatMap(({ row, col, text }) =>
      changedTexts(text, random).map((changed) => ({
        what: `t${tableNo} r${row} c${col}: ${text} → ${changed}`,
        inject: () => editTable(subject.raw, tableNo, (grid) => withTexts(grid, new Map([[`${row} ${col}`, changed]]))),
        origin: samePlace,
        move: samePlace,
      })),
    ),
  );
}

function inSentences({ raw, document: { lines } }: Subject, random: Random): Fault[] {
  const texts = new Map(raw.blocks.map(({ blockNo, text }) => [blockNo, text]));
  const places = new Map(
    lines.flatMap(({ place }) => (place.kind === 'prose' ? [[`${place.blockNo} ${place.charStart}`, place]] : [])),
  );
  return [...places.values()].flatMap(({ blockNo, charStart, charEnd }) => {
    const printed = texts.get(blockNo)?.slice(charStart, charEnd) ?? '';
    return changedTexts(printed, random).map((changed) => ({
      what: `b${blockNo} @${charStart}: ${printed} → ${changed}`,
      inject: () => editBlock(raw, blockNo, charStart, charEnd, changed),
      origin: samePlace,
      move: samePlace,
    }));
  });
}
