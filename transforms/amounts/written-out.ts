/** Amounts written out in capital numerals (壹拾贰万元整), by 会计基础工作规范 (财政部, 1996) 第五十二条. */
import type { Fen } from '../types.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** Places above the last digit of a section, by their words. */
const PLACES = ['', '拾', '佰', '仟'];
/** As other documents write the same numerals. */
const VARIANTS: Readonly<Record<string, string>> = {
  〇: '零',
  貳: '贰',
  弍: '贰',
  叄: '叁',
  參: '叁',
  陸: '陆',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  正: '整',
};

const DIGIT = `[${DIGITS.slice(1)}]`;
const SECTION = `(?:零*${DIGIT}[仟佰拾]?)+零*`;
const WHOLE = new RegExp(
  `^(?:人民币:?)?(?:(?:(?<yi>${SECTION})亿)?(?:(?<wan>${SECTION})万)?(?<one>${SECTION}|零)?元)?(?:零?(?<jiao>${DIGIT})角)?(?:零?(?<fen>${DIGIT})分)?整?$`,
);
const FEN_PER_YUAN = 100n;
/** Words of figures, capital or not, with the unit of money or the place behind them: 十二万元, 壹佰. */
const FIGURE = /[一二三四五六七八九十百千两〇零壹贰叁肆伍陆柒捌玖拾佰仟][万亿元圆角]|[壹贰叁肆伍陆柒捌玖][拾佰仟]/;

/** Whether a text holds a figure in words: 十二万元, 壹拾贰万元整. */
export function holdsWrittenFigure(text: string): boolean {
  return FIGURE.test(text.replace(/\s+/g, ''));
}

/**
 * Fen of an amount written out in full, with the word for yuan, jiao or fen; null for anything else, also where a digit may be of two places
 * (壹万贰元 leaves out a 零, or the word for a place).
 */
export function readWrittenOut(text: string): Fen | null {
  const spelled = text.replace(/\s|[〇貳弍叄參陸萬億圆圓正]/g, (character) => VARIANTS[character] ?? '');
  // 拾 at the beginning is 壹拾
  const parts = WHOLE.exec(spelled.replace(/(?<=^|亿|万|民币:?|零)拾/g, '壹拾'))?.groups;
  if (!parts || !/[元角分]/.test(spelled) || !new RegExp(`[${DIGITS}]`).test(spelled)) return null;
  const sections = [parts['yi'], parts['wan'], parts['one']];
  const yuan = sections.every((section, at) => areSure(section, sections.slice(0, at))) ? sections.map(valueOf) : null;
  if (!yuan) return null;
  const whole = yuan.reduce<bigint | null>(
    (sum, value) => (sum === null || value === null ? null : sum * 10_000n + value),
    0n,
  );
  return whole === null ? null : whole * FEN_PER_YUAN + digitOf(parts['jiao']) * 10n + digitOf(parts['fen']);
}

/** Whether the last digit of a section is that of its last place: 零 or 拾 stands before it, or nothing at all. */
function areSure(section: string | undefined, above: readonly (string | undefined)[]): boolean {
  const isFirst = above.every((other) => other === undefined);
  if (section === undefined || !new RegExp(`${DIGIT}零*$`).test(section)) return true;
  return new RegExp(`[零拾]${DIGIT}零*$`).test(section) || (isFirst && new RegExp(`^${DIGIT}零*$`).test(section));
}

/** What four digits with their places are worth; null where the places do not go down. */
function valueOf(section = ''): bigint | null {
  let value = 0n;
  let above = PLACES.length;
  for (const [, digit, word = ''] of section.matchAll(new RegExp(`(${DIGIT})([仟佰拾]?)`, 'g'))) {
    const place = PLACES.indexOf(word);
    if (place >= above) return null;
    above = place;
    value += digitOf(digit) * 10n ** BigInt(place);
  }
  return value;
}

function digitOf(word = '零'): bigint {
  return BigInt(DIGITS.indexOf(word));
}
