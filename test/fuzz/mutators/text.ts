/** Damage to text as a person or a converter would do it: numbers, words, lines, columns, signs that nobody sees. */
import type { Random } from '../../calibration/random.js';
import { inflateNumbers } from './bytes.js';
import { choose, stretch, type NonEmpty } from './choose.js';

export type TextMutation = (text: string, random: Random, other: string) => string;

/** Figures as no accountant writes them. */
const FIGURES: NonEmpty<string> = [
  '９８７６．５４',
  '1,23,4.5.6',
  '-0',
  '--5',
  '(12.50)',
  '△3.00',
  '1e9',
  'NaN',
  '∞',
  '一千二百三十四点五',
  '壹佰万元整',
  '零',
  '12.5%',
  '⑫',
  '१२३',
  '٣٫٥',
  '1 234 567',
  '0.000000000001',
  '9'.repeat(40),
  `${'9'.repeat(25)}.${'9'.repeat(25)}`,
  '1'.repeat(3_000),
  '12.34 56.78 9.10',
];

/** Signs without ink, signs that turn the line round, halves of signs, and what separates in some format or other. */
const SIGNS: NonEmpty<string> = [
  '\0',
  '\x07',
  '\x0b',
  '\x0c',
  '\x1b[31m',
  '\x7f',
  '\x85',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u{1f4b0}',
  '\u{2f800}',
  'e\u0301'.repeat(50),
  '"',
  '|',
  '\\',
  '\r',
  '\t\t',
  '<br>',
];

/** Words that the program acts on, in places where nobody expects them. */
const WORDS: NonEmpty<string> = [
  '单位：万元',
  '单位：亿元',
  '金额单位：元',
  '合计',
  '总计',
  '其中：',
  '一、',
  '（一）',
  '（',
  '）',
  '表一',
  '收支总表',
  '一般公共预算支出表',
  '“三公”经费预算表',
  '项目支出绩效目标表',
  '科目编码',
  '功能科目名称',
  '栏次',
  '续表',
  '注：',
  '本表无数据',
  '比上年增加',
  '下降100%',
  '占',
  '2024年',
  '9999年',
  '20101',
  '302',
  '。',
  '：',
  '、',
];

const MOST_CHARACTERS = 150_000;

/** By name. */
export const TEXT_MUTATIONS = {
  'figures-replaced': (text, random) => inflateNumbers(text, random, FIGURES),
  'figures-of-a-column': (text, random) => {
    const figure = choose(random, FIGURES);
    return text.replace(/\d[\d,]*\.\d+/g, (number) => (random.happens(0.5) ? figure : number));
  },
  'signs-inserted': (text, random) => insertAt(text, random, choose(random, SIGNS), random.between(1, 60)),
  'words-inserted': (text, random) => insertAt(text, random, choose(random, WORDS), random.between(1, 60)),
  'sign-repeated': (text, random) => {
    const repeated = choose(random, random.happens(0.5) ? SIGNS : WORDS).repeat(random.between(100, 5_000));
    return insertAt(text, random, repeated, 1);
  },
  'thousands-of-tabs': (text, random) => insertAt(text, random, '\t'.repeat(random.between(500, 6_000)), 1),
  'opened-not-closed': (text, random) => {
    const opened = choose(random, ['（', '(', '“', '其中：', '【', '"', '一、（一）1.']);
    return insertAt(text, random, opened.repeat(random.between(500, 6_000)), 1);
  },
  'lines-exchanged': (text, random) => onLines(text, (lines) => exchange(lines, random, random.between(1, 10))),
  'lines-removed': (text, random) => onLines(text, (lines) => lines.filter(() => !random.happens(0.15))),
  'lines-repeated': (text, random) =>
    onLines(text, (lines) => {
      const { start, end } = stretch(random, lines.length);
      const block = lines.slice(start, end);
      const copies = Array.from({ length: random.between(1, 60) }, () => block);
      return [...lines.slice(0, end), ...copies.flat(), ...lines.slice(end)];
    }),
  'lines-joined': (text, random) =>
    text.replace(/\r?\n/g, (end) => (random.happens(0.3) ? choose(random, ['', ' ', '\t', '、']) : end)),
  'lines-parted': (text, random) => text.replace(/[，。、\t ]/g, (sign) => (random.happens(0.1) ? `${sign}\n` : sign)),
  'line-ends': (text, random) => {
    const end = choose(random, ['\r', '\r\n', '\u2028', '\x0b', '\x0c', '\n\n\n', '\n\r']);
    return text.replace(/\r?\n/g, () => (random.happens(0.9) ? end : '\n'));
  },
  'columns-shifted': (text, random) =>
    onLines(text, (lines) => lines.map((line) => (random.happens(0.2) ? shift(line, random) : line))),
  'columns-repeated': (text, random) => {
    const times = random.between(1, 30);
    return text.replace(/\t[^\t\n]*$/gm, (cell) => cell + cell.repeat(times));
  },
  'other-separator': (text, random) => text.replaceAll('\t', choose(random, [',', ' | ', ';', '  ', ' ', '\n', '","'])),
  'words-removed': (text, random) =>
    text.replace(/[\p{Script=Han}]{2,}/gu, (word) => (random.happens(0.15) ? '' : word)),
  'words-doubled': (text, random) =>
    text.replace(/[\p{Script=Han}]{2,}/gu, (word) => (random.happens(0.1) ? word.repeat(random.between(2, 20)) : word)),
  'numbers-negated': (text, random) =>
    text.replace(/(?<![\d.])\d+\.\d+/g, (figure) => (random.happens(0.3) ? `-${figure}` : figure)),
  splice: (text, random, other) => {
    const { start, end } = stretch(random, other.length);
    return insertAt(text, random, other.slice(start, end), 1);
  },
} as const satisfies Readonly<Record<string, TextMutation>>;

/** A text no longer than any document that the limits of the fuzz run are meant for. */
export function cutText(text: string): string {
  return text.slice(0, MOST_CHARACTERS);
}

function insertAt(text: string, random: Random, inserted: string, times: number): string {
  let changed = text;
  for (let left = times; left > 0; left -= 1) {
    const at = random.between(0, changed.length);
    changed = changed.slice(0, at) + inserted + changed.slice(at);
  }
  return changed;
}

function onLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

function exchange(lines: readonly string[], random: Random, times: number): readonly string[] {
  const changed = [...lines];
  for (let left = times; left > 0; left -= 1) {
    const [one, two] = [random.between(0, lines.length - 1), random.between(0, lines.length - 1)];
    [changed[one], changed[two]] = [changed[two] ?? '', changed[one] ?? ''];
  }
  return changed;
}

function shift(line: string, random: Random): string {
  const cells = line.split('\t');
  const at = random.between(0, cells.length - 1);
  return (random.happens(0.5) ? cells.toSpliced(at, 1) : cells.toSpliced(at, 0, '')).join('\t');
}
