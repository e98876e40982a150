/** What a check is about, in both languages: subjects of checks name places and codes in short (`b.66 change of 2080506 on last year`). */
import { ENUMS } from '../../contract/enums.js';
import type { Said } from './types.js';

/** Chinese, English. */
type Both = readonly [zh: string, en: string];

/** Codes of a subject that get their names; the others stand in the rows that the check uses. */
const MOST_NAMED = 4;

const PLACE = String.raw`t\.\d+(?: [rc]\.\d+)?|b\.\d+`;
const IN_FRONT = new RegExp(`^(${PLACE}) (?=.)`);
const ANYWHERE = new RegExp(String.raw`(?<![\w.])(?:${PLACE})(?![\w.])`, 'g');
const CODE = /(?<![\w.,])[A-Z]?\d{3,}(?![\w.,])/g;
const COLUMN = /(?<![\w.])c\.(\d+)/g;
const MORE = / \+ … \((\d+) more\)$/;

/** Rules that call figures of one row by what their columns mean, and the column of the contract that has these values. */
const ACROSS: Readonly<Record<string, string>> = {
  'fund-parts': 'fund_source',
  'spending-parts': 'spending_type',
  'three-public-parts': 'three_public_item',
};

/** Wordings of subjects behind the place in front of them; groups of the pattern stand for `{1}`, `{2}`. */
const WORDINGS: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/^change of (.+) on last year$/, '{1} 比上年增减', '{1}: change on last year'],
  [/^share of (.+) in (.+)$/, '{1} 占 {2} 的比重', '{1}: share in {2}'],
  [/^(.+): change = this year − last year$/, '{1}：增减额 = 本年 − 上年', '{1}: change = this year − last year'],
  [/^(.+): change = this year − (.+)$/, '{1}：增减额 = 本年 − {2}', '{1}: change = this year − {2}'],
  [/^(.+) = 0, as the text declares$/, '{1} = 0（文字声明没有）', '{1} = 0, as the text declares'],
  [/^(.+) = (\d+) performance forms$/, '{1} = {2} 张绩效目标表', '{1} = {2} performance forms'],
  [
    /^(\w+): code and name agree in (\d+) of (\d+) rows, not in those of (.+)$/,
    '{1}：{3} 行中 {2} 行编码与名称相符，不符的是 {4}',
    '{1}: code and name agree in {2} of {3} rows, not in those of {4}',
  ],
  [
    /^(\w+): code and name agree in (\d+) of (\d+) rows$/,
    '{1}：{3} 行中 {2} 行编码与名称相符',
    '{1}: code and name agree in {2} of {3} rows',
  ],
];

/**
 * A subject in words: its place at the end, codes with their names. A subject that is worded otherwise stays as it is but for these.
 *
 * @param names codes of the check's figures and what they are called in the document
 */
export function tellSubject(rule: string, subject: string, names: ReadonlyMap<string, string>): Said {
  const place = IN_FRONT.exec(subject)?.[1] ?? null;
  const about = place === null ? subject : subject.slice(place.length + 1);
  // a place in front of one side only is that of the whole; where the other side has one too, each stays with its figure
  const isOnly = place !== null && (about.match(ANYWHERE) ?? []).length === 0;
  const body = isOnly || place === null ? about : subject;
  const [zh, en] = mapBoth(wordingOf(rule, body), (text, at) => withPlaces(withNames(text, names), at));
  if (!isOnly) return zh === en ? zh : [zh, en];
  return [`${zh}（${placeWords(place, 0)}）`, `${en} (${placeWords(place, 1)})`];
}

function mapBoth([zh, en]: Both, change: (text: string, at: 0 | 1) => string): Both {
  return [change(zh, 0), change(en, 1)];
}

function wordingOf(rule: string, about: string): Both {
  for (const [pattern, zh, en] of WORDINGS) {
    const match = pattern.exec(about);
    if (match) return mapBoth([zh, en], (text, at) => fillIn(text, match, at));
  }
  const values = valuesOf(ACROSS[rule]);
  const [zh, en] = mapBoth([about, about], (text, at) => tellMore(values ? withValues(text, values, at) : text, at));
  return [zh.replace(/: (?=[^:]*$)/, '：'), en];
}

function fillIn(text: string, match: RegExpExecArray, at: 0 | 1): string {
  const schemes = valuesOf('scheme');
  return text.replaceAll(/\{(\d)\}/g, (_, group: string) => {
    const found = match[Number(group)] ?? '';
    return tellMore(schemes?.get(found)?.[at] ?? found, at);
  });
}

function valuesOf(column: string | undefined): ReadonlyMap<string, Both> | null {
  const values = column === undefined ? undefined : ENUMS[column];
  return values ? new Map(values.map(({ value, zh, en }) => [value, [zh, en]])) : null;
}

/** `201: all = current_year + carryover` with its columns in words; what stands before the last colon is the row's name. */
function withValues(text: string, values: ReadonlyMap<string, Both>, at: 0 | 1): string {
  const colon = text.lastIndexOf(': ') + 2;
  const columns = text.slice(colon).replaceAll(/\w+/g, (word) => values.get(word)?.[at] ?? word);
  return text.slice(0, colon) + columns;
}

function tellMore(text: string, at: 0 | 1): string {
  return text.replace(MORE, at === 0 ? ' + …（另有 $1 项）' : ' + … ($1 more)');
}

function withNames(text: string, names: ReadonlyMap<string, string>): string {
  let named = 0;
  return text.replaceAll(CODE, (code: string, at: number) => {
    const name = names.get(code);
    if (name === undefined || text.startsWith(` ${name}`, at + code.length) || named === MOST_NAMED) return code;
    named += 1;
    return `${code} ${name}`;
  });
}

function withPlaces(text: string, at: 0 | 1): string {
  return text
    .replaceAll(ANYWHERE, (place) => placeWords(place, at))
    .replaceAll(COLUMN, (_, column: string) => (at === 0 ? `列${column}` : `column ${column}`));
}

/** `t.2 c.4` and `b.66` as the page calls places. */
function placeWords(place: string, at: 0 | 1): string {
  if (place.startsWith('b.')) return at === 0 ? `第${place.slice(2)}段` : `block ${place.slice(2)}`;
  const words: Readonly<Record<string, Both>> = { t: ['表', 'table '], r: ['行', 'row '], c: ['列', 'column '] };
  const parts = place.split(' ').map((part) => `${words[part.charAt(0)]?.[at] ?? ''}${part.slice(2)}`);
  return parts.join(at === 0 ? ' ' : ', ');
}

/** What a line with a code is called: the last step of its path, without the word for its level. */
export function nameOfLabel(label: string): string {
  const steps = label.split(/[（(][类款项][)）]/).map((step) => step.trim());
  return steps.findLast((step) => step !== '') ?? label;
}
