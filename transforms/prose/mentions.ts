/** Numbers with a unit in a sentence, and the words that stand for a change of nothing. */
import { MONEY_UNIT_PATTERN } from '../amounts/index.js';
import { FLAT } from './phrases.js';
import type { Span } from './sentences.js';

export interface MoneyMention extends Span {
  readonly kind: 'money';
  /** The numeral as folded, without unit. */
  readonly digits: string;
  /** Where the numeral ends and the unit begins. */
  readonly digitsEnd: number;
  /** null for a bare 为0, which needs none. */
  readonly unit: string | null;
  readonly approximate: boolean;
  /** Why no amount can be taken from it; null when one can. */
  readonly trouble: 'range' | 'separators' | 'numeral' | null;
}

export interface PercentMention extends Span {
  readonly kind: 'percent';
  readonly digits: string;
}

export interface FlatMention extends Span {
  readonly kind: 'flat';
}

export type Mention = MoneyMention | PercentMention | FlatMention;

const NUMERAL = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const MONEY = new RegExp(
  String.raw`(${NUMERAL})[余多]?(万(?=[余多]元))?[余多]?((?:人民币)?(?:${MONEY_UNIT_PATTERN.source}))(?!素|旦|月)`,
  'g',
);
/** Numerals in words (三万元), units made of two (5千万元, 5万圆), raised decimals (7⁵⁰万元), and a unit that stands before its number (（万元）：12.5). */
const IN_WORDS =
  /(?:\d[\d,.]*[\u00b2\u00b3\u00b9\u2070-\u2079]*[余多]?[十百千万亿]*|[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾][一二三四五六七八九十百千两〇零壹贰叁肆伍陆柒捌玖拾佰仟万亿点]*)[余多]?[万亿]?[余多]?[元圆](?![素旦月化论钱])|\((?:单位:)?[百千万亿]?元\)[:为是]*(?=\d)[\d,.]*\d/g;
const PERCENT = new RegExp(String.raw`([-−]?${NUMERAL})%`, 'g');
const BARE_ZERO = /(?:预算数?|决算数?|收入|支出|费|金额)为(0)(?=[,;。、)]|$)/g;
const APPROXIMATELY_BEFORE = /(?:约|近|大约)$/;
const APPROXIMATELY_AFTER = /^(?:左右|上下)/;
const RANGE_BEFORE = /\d(?:百万元|亿元|万元|千元|百元|元)?(?:[-~—–]|至|到)$/;
const RANGE_AFTER = /^(?:[-~—–]|至|到)\d/;
const SIGN_BEFORE = /(?:^|[为是加少长降增减:,;(])[-−]$/;

/** Money amounts, percentages and 持平 of a folded sentence, left to right; offsets count from `offset`. */
export function findMentions(sentence: string, offset: number): Mention[] {
  const money = [...sentence.matchAll(MONEY)].map((match) => readMoney(sentence, match));
  const zeros = [...sentence.matchAll(BARE_ZERO)].map((match) => bareZero(match.index + match[0].length - 1));
  const percents = [...sentence.matchAll(PERCENT)].map((match): PercentMention => {
    const [whole, digits = ''] = match;
    return { kind: 'percent', start: match.index, end: match.index + whole.length, digits: digits.replace('−', '-') };
  });
  const flats = [...sentence.matchAll(FLAT)].map((match): FlatMention => {
    return { kind: 'flat', start: match.index, end: match.index + match[0].length };
  });
  const worded = [...sentence.matchAll(IN_WORDS)]
    .filter(({ 0: whole, index }) => money.every(({ start, end }) => end <= index || start >= index + whole.length))
    .map(({ 0: whole, index }) => unreadable(index, index + whole.length));
  return [...money, ...worded, ...zeros, ...percents, ...flats]
    .sort((a, b) => a.start - b.start)
    .map((mention) => shift(mention, offset));
}

function readMoney(sentence: string, match: RegExpExecArray): MoneyMention {
  const [whole, digits = '', manyTenThousand = '', unit = ''] = match;
  const end = match.index + whole.length;
  const signed = SIGN_BEFORE.test(sentence.slice(0, match.index));
  const start = match.index - (signed ? 1 : 0);
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  return {
    kind: 'money',
    start,
    end,
    digits: (signed ? '-' : '') + digits,
    digitsEnd: match.index + digits.length,
    unit: manyTenThousand + unit.replace('人民币', ''),
    approximate: /[余多]/.test(whole) || APPROXIMATELY_BEFORE.test(before) || APPROXIMATELY_AFTER.test(after),
    trouble: findTrouble(before, digits, after),
  };
}

/** A number that begins inside another one, or is one end of a range, is no amount. */
function findTrouble(before: string, digits: string, after: string): MoneyMention['trouble'] {
  if (RANGE_BEFORE.test(before) || RANGE_AFTER.test(after)) return 'range';
  if (/[\d.][,，.]$|[.,]$/.test(before) && /[\d.]\D?$/.test(before)) return 'separators';
  if (/(?:^|[^\d.,])[1-9]\d{0,2} $/.test(before) && /^\d{3}(?:\D|$)/.test(digits)) return 'separators';
  return null;
}

/** Money that no rule reads: it is said that it gives no line. */
function unreadable(start: number, end: number): MoneyMention {
  const place = { start, end, digitsEnd: end };
  return { kind: 'money', ...place, digits: '', unit: null, approximate: false, trouble: 'numeral' };
}

function bareZero(start: number): MoneyMention {
  const place = { start, end: start + 1, digitsEnd: start + 1 };
  return { kind: 'money', ...place, digits: '0', unit: null, approximate: false, trouble: null };
}

function shift<M extends Mention>(mention: M, by: number): M {
  const moved = { ...mention, start: mention.start + by, end: mention.end + by };
  return moved.kind === 'money' ? { ...moved, digitsEnd: moved.digitsEnd + by } : moved;
}
