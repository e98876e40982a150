/** From the characters of an amount to exact fen. */
import type { Fen, MicroYuan } from '../types.js';
import { MICRO_PER_FEN, parseDecimal, scaleRounded } from './money.js';
import { readWrittenOut } from './written-out.js';

/** What a cell that should hold an amount turned out to hold. */
export type AmountReading =
  | {
      readonly kind: 'amount';
      readonly amount: Fen;
      /** The last printed place: 0.01 of a 万元 is 100 yuan. */
      readonly precision: MicroYuan;
      /** false when the figure is finer than a fen and was rounded half up. */
      readonly exact: boolean;
      /** Whether a mark beside the digits (a footnote's) was left out. */
      readonly marked: boolean;
      /** Whether there is white space between the digits: they may be those of two figures. */
      readonly spaced: boolean;
      /** Whether zeros stand before its digits (034.00): no figure is printed so, it may be the end of a longer one. */
      readonly padded: boolean;
      /** The unit that the amount itself is written in, whatever that of its table is; absent for figures. */
      readonly unit?: '元';
    }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'unparsable';
      /** true for a numeral that is more than any amount of money: what runs together, or no amount at all. Absent for text. */
      readonly beyondMoney?: true;
    };

/** In fen: the first amount that a column of money (DECIMAL(20,2)) can't hold, a thousand times what the world makes in a year. */
const BEYOND_MONEY = 10n ** 20n;

/** What forms print for "nothing": dashes of every width, and 无. Blank, not zero: the form states no amount. */
const DASHES = /^(?:[-‐‑‒–—―－─━一]+|[/／\\]|无|——|\*+|×+)$/;
/** Raised, lowered and circled figures; folded to plain digits they would become a part of a number beside them (12.5① is not 12.51). */
const SMALL_FIGURES = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u24ff\u2776-\u2793]/;
/** Marks of footnotes behind a number, and before it. */
const MARKS_BEHIND = new RegExp(`(?:${SMALL_FIGURES.source}|[*＊※]|[（(]注\\d*[）)])+$`);
const MARKS_BEFORE = new RegExp(`^${SMALL_FIGURES.source}+`);
/** An integer with two small raised figures: decimals as some print them, or the mark of a note above nine. */
const RAISED_DECIMALS = /(?:^|[^\d.])[\d,]+[\u00b2\u00b3\u00b9\u2070-\u2079]{2}$/;
const NEGATIVE_MARKS = /^(?:[-−－﹣]|△|▲|负)/;
const POWER_OF_TEN = new Map([
  [1, 0],
  [100, 2],
  [1_000, 3],
  [10_000, 4],
  [1_000_000, 6],
  [100_000_000, 8],
]);

/** What is written out goes down to the fen. */
const EXACT = { kind: 'amount', precision: MICRO_PER_FEN, exact: true, spaced: false, padded: false } as const;

/**
 * Reads a printed amount.
 *
 * Amounts written out in capital numerals are in yuan. Full-width digits, thousands separators, a currency sign, negative marks (-, △, brackets) and an own unit after the number are
 * understood; anything else, and what is more than any amount of money, is `unparsable` (the caller reports it with its place and keeps the cell raw).
 *
 * @param text the cell or phrase as printed
 * @param yuanPerUnit what one of the printed unit is worth, a power of ten
 * @throws RangeError when `yuanPerUnit` is none of the known unit values (a bug, not a data problem)
 */
export function parseAmount(text: string, yuanPerUnit: number): AmountReading {
  const power = POWER_OF_TEN.get(yuanPerUnit);
  if (power === undefined) throw new RangeError(`no money unit is worth ${String(yuanPerUnit)} yuan`);
  if (RAISED_DECIMALS.test(text.trim())) return { kind: 'unparsable' };
  const unmarked = withoutFootnotes(text);
  if (SMALL_FIGURES.test(unmarked)) return { kind: 'unparsable' };
  const plain = unmarked.normalize('NFKC').trim();
  if (plain === '' || DASHES.test(plain.replace(/\s+/g, ''))) return { kind: 'blank' };
  const written = readWrittenOut(plain);
  if (written !== null) return { ...EXACT, amount: written, marked: unmarked !== text.trim(), unit: '元' };
  const numeral = toNumeral(plain);
  const decimal = numeral && parseDecimal(numeral.digits);
  if (!numeral || !decimal) return { kind: 'unparsable' };
  const fen = scaleRounded(decimal, power + 2);
  if (fen.value >= BEYOND_MONEY || fen.value <= -BEYOND_MONEY) return { kind: 'unparsable', beyondMoney: true };
  const precision = scaleRounded({ digits: 1n, places: decimal.places }, power + 6);
  return {
    kind: 'amount',
    amount: fen.value,
    precision: precision.value > 0n ? precision.value : 1n,
    exact: fen.exact,
    marked: unmarked !== text.trim(),
    spaced: numeral.spaced,
    padded: /^-?0\d/.test(numeral.digits),
  };
}

/** Whether a cell holds nothing but number signs: what a spreadsheet prints for an amount that its column is too narrow for. */
export function isUnprinted(text: string): boolean {
  return /^#+$/.test(text.normalize('NFKC').replace(/\s+/g, ''));
}

/** The text without the marks of footnotes at either end: folded to plain digits they would become a part of the number. */
export function withoutFootnotes(text: string): string {
  return text.trim().replace(MARKS_BEHIND, '').replace(MARKS_BEFORE, '');
}

/** Sign, separators and brackets taken off; null when what is left is no numeral. */
function toNumeral(plain: string): { digits: string; spaced: boolean } | null {
  const packed = plain.replace(/\s+/g, '').replace(/^[¥￥]/, '');
  const bracketed = /^\((.+)\)$/.exec(packed);
  const unsigned = (bracketed?.[1] ?? packed).replace(NEGATIVE_MARKS, '');
  const negative = bracketed !== null || NEGATIVE_MARKS.test(packed);
  if (bracketed && NEGATIVE_MARKS.test(bracketed[1] ?? '')) return null;
  const digits = readDigits(unsigned.replace(/^\+/, ''));
  if (digits === null) return null;
  const spaced = /\d\s+[\d.,]|[.,]\s+\d/.test(plain);
  return { digits: (negative ? '-' : '') + digits, spaced };
}

/** Digits with well-placed thousands separators (3 digits a group, or 4 as some typists print), or plain digits. */
function readDigits(text: string): string | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^\.\d+$/.test(text)) return `0${text}`;
  return null;
}
