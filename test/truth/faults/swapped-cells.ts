/** Two amounts stand in each other's place. */
import type { Cell } from '../../../extractors/types.js';
import type { Random } from '../../calibration/random.js';
import { editBlock, editTable, withTexts } from '../inject.js';
import type { Place } from '../places.js';
import { amountTables, type Subject } from '../subject.js';
import { samePlace, type Fault } from './fault.js';

/** Each amount with the next in its row, the next in its column, and one anywhere in its table; each in a sentence with the next. */
export function swapCells(subject: Subject, random: Random): readonly Fault[] {
  const inTables = amountTables(subject).flatMap(({ tableNo, amounts }) =>
    amounts.flatMap((cell) =>
      partnersOf(cell, amounts, random).map((other) => swapInTable(subject, tableNo, cell, other)),
    ),
  );
  return [...inTables, ...swapInSentences(subject)];
}

function partnersOf(cell: Cell, amounts: readonly Cell[], random: Random): readonly Cell[] {
  const beside = amounts.find(({ row, col }) => row === cell.row && col > cell.col);
  const below = amounts.find(({ row, col }) => col === cell.col && row > cell.row);
  const anywhere = random.pick(amounts.filter((other) => other !== cell));
  return [...new Set([beside, below, anywhere])].flatMap((other) => other ?? []);
}

function swapInTable({ raw }: Subject, tableNo: number, a: Cell, b: Cell): Fault {
  const texts = new Map([
    [`${a.row} ${a.col}`, b.text],
    [`${b.row} ${b.col}`, a.text],
  ]);
  return {
    what: `t${tableNo} r${a.row} c${a.col} ${a.text} ⇄ r${b.row} c${b.col} ${b.text}`,
    inject: () => editTable(raw, tableNo, (grid) => withTexts(grid, texts)),
    origin: samePlace,
    move: samePlace,
  };
}

function swapInSentences({ raw, document: { lines } }: Subject): Fault[] {
  const places = lines.flatMap(({ place }) => (place.kind === 'prose' ? [place] : []));
  return raw.blocks.flatMap(({ blockNo, text }) => {
    const own = places.filter((place) => place.blockNo === blockNo).sort((a, b) => a.charStart - b.charStart);
    return own.slice(1).flatMap((second, at) => {
      const first = own[at];
      if (!first || first.charEnd > second.charStart) return [];
      const [a, b] = [text.slice(first.charStart, first.charEnd), text.slice(second.charStart, second.charEnd)];
      const swapped = `${b}${text.slice(first.charEnd, second.charStart)}${a}`;
      return [
        {
          what: `b${blockNo} @${first.charStart} ${a} ⇄ @${second.charStart} ${b}`,
          inject: () => editBlock(raw, blockNo, first.charStart, second.charEnd, swapped),
          origin: movedBetween(blockNo, first.charStart, second.charStart, b.length - a.length),
          move: samePlace,
        },
      ];
    });
  });
}

/** What follows the first amount, up to the second, has moved by the difference of their lengths. */
function movedBetween(blockNo: number, first: number, second: number, by: number): (place: Place) => Place {
  return (place) =>
    place.kind === 'prose' && place.blockNo === blockNo && place.at > first && place.at <= second + by
      ? { ...place, at: place.at - by }
      : place;
}
