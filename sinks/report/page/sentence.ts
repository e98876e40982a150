/** A sentence with the figures of a check: what is shown of it, and where they stand in it. */
import { LENGTH } from './limits.js';
import type { Mark, SentenceFigure } from './types.js';

/** A figure as printed: an amount's text, or a percentage's. */
export interface StatedFigure {
  readonly text: string;
  readonly mark: Mark;
}

/** Characters before the first figure that are kept where the sentence is long. */
const BEFORE_FIGURE = 120;
/** A percentage as sentences print it. */
const PERCENTAGE = /(?<![\d.])(\d[\d,，]*(?:\.\d+)?)\s*(?:%|％|个百分点)/g;

/**
 * The percentage of a sentence that a check judges: one of the value of `actual`, the nearest behind the check's last amount in the sentence.
 *
 * @param actual decimal numeral; words, not a sign, tell a decrease
 * @returns null where the sentence prints none
 */
export function findPercentage(sentence: string, actual: string, amounts: readonly string[]): StatedFigure | null {
  const matches = [...sentence.matchAll(PERCENTAGE)].filter(([, digits = '']) => isSame(digits, actual));
  const end = Math.max(0, ...amounts.map((amount) => placeOf(sentence, amount, []) + amount.length));
  const [text] = matches.find(({ index }) => index >= end) ?? matches[0] ?? [];
  return text === undefined ? null : { text, mark: 'whole' };
}

/** Whether a printed number is `numeral` but for its sign and the zeros at its end. */
export function isSame(printed: string, numeral: string): boolean {
  return canonical(printed) === canonical(numeral);
}

function canonical(number: string): string {
  const [whole = '', places = ''] = number.replaceAll(/[^\d.]/g, '').split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${places.replace(/0+$/, '')}`;
}

/** The sentence, or what stands around its first figure where it is long. */
export function cutSentence(
  sentence: string,
  figures: readonly StatedFigure[],
): { readonly text: string; readonly figures: readonly SentenceFigure[] } {
  const placed = placeFigures(sentence, figures);
  const from = sentence.length <= LENGTH.sentence ? 0 : startOf(placed);
  const to = from + LENGTH.sentence;
  const front = from > 0 ? '…' : '';
  return {
    text: `${front}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`,
    figures: placed
      .filter(({ at, text }) => at >= from && at + text.length <= to)
      .map((figure) => ({ ...figure, at: figure.at - from + front.length })),
  };
}

/** Where the part that is shown begins: in front of the first figure, later where the one that is judged would else be cut off. */
function startOf(placed: readonly SentenceFigure[]): number {
  const first = placed[0]?.at ?? 0;
  const judged = placed.find(({ mark }) => mark === 'whole');
  const latest = judged ? judged.at + judged.text.length - LENGTH.sentence : 0;
  return Math.max(0, first - BEFORE_FIGURE, latest);
}

/** Each figure where it first stands and no other does; those that are not found are left out. */
function placeFigures(sentence: string, figures: readonly StatedFigure[]): readonly SentenceFigure[] {
  const placed: SentenceFigure[] = [];
  for (const { text, mark } of figures) {
    const at = placeOf(sentence, text, placed);
    if (at >= 0) placed.push({ text, at, mark });
  }
  return placed.sort((a, b) => a.at - b.at);
}

/** Where a figure stands as a number of its own, not as a part of another; -1 where it does not. */
function placeOf(sentence: string, text: string, taken: readonly SentenceFigure[]): number {
  if (text === '') return -1;
  for (let at = sentence.indexOf(text); at >= 0; at = sentence.indexOf(text, at + 1)) {
    const end = at + text.length;
    const isWhole = !/[\d.]$/.test(sentence.slice(0, at)) && !/^(?:\d|\.\d)/.test(sentence.slice(end));
    if (isWhole && !taken.some((other) => at < other.at + other.text.length && other.at < end)) return at;
  }
  return -1;
}
