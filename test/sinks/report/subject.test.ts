/** What checks are about, in words. */
import { expect, it } from 'vitest';
import { nameOfLabel, tellSubject } from '../../../sinks/report/page/subject.js';

const NAMES = new Map([
  ['2080506', '机关事业单位职业年金缴费支出'],
  ['201', '一般公共服务支出'],
  ['221', '住房保障支出'],
]);

it.each<readonly [rule: string, subject: string, zh: string, en: string]>([
  [
    'growth',
    'b.66 change of 2080506 on last year',
    '2080506 机关事业单位职业年金缴费支出 比上年增减（第66段）',
    '2080506 机关事业单位职业年金缴费支出: change on last year (block 66)',
  ],
  [
    'share',
    'b.83 share of 221 in 一般公共预算财政拨款支出',
    '221 住房保障支出 占 一般公共预算财政拨款支出 的比重（第83段）',
    '221 住房保障支出: share in 一般公共预算财政拨款支出 (block 83)',
  ],
  [
    'change',
    't.1 c.5 211: change = this year − last year',
    '211：增减额 = 本年 − 上年（表1 列5）',
    '211: change = this year − last year (table 1, column 5)',
  ],
  [
    'told-change',
    'b.5 201: change = this year − t.2 c.3',
    '第5段 201 一般公共服务支出：增减额 = 本年 − 表2 列3',
    'block 5 201 一般公共服务支出: change = this year − table 2, column 3',
  ],
  [
    'fund-parts',
    't.2 r.3 201: all = fiscal_appropriation + carryover',
    '201 一般公共服务支出：合计 = 财政拨款 + 上年结转结余（表2 行3）',
    '201 一般公共服务支出: all sources = fiscal appropriation + carried over from last year (table 2, row 3)',
  ],
  [
    'header-sum',
    't.2 r.2 合计: c.3 = c.4 + c.5',
    '合计：列3 = 列4 + 列5（表2 行2）',
    '合计: column 3 = column 4 + column 5 (table 2, row 2)',
  ],
  ['equal-facts', '合计: t.2 c.4 = t.1 c.1', '合计：表2 列4 = 表1 列1', '合计: table 2, column 4 = table 1, column 1'],
  [
    'code-tree',
    't.2 c.4 201 = 20106 + 20199 + … (3 more)',
    '201 一般公共服务支出 = 20106 + 20199 + …（另有 3 项）（表2 列4）',
    '201 一般公共服务支出 = 20106 + 20199 + … (3 more) (table 2, column 4)',
  ],
  [
    'code-name',
    't.3 function: code and name agree in 8 of 15 rows, not in those of 20 + 22',
    '支出功能分类：15 行中 8 行编码与名称相符，不符的是 20 + 22（表3）',
    'functional classification: code and name agree in 8 of 15 rows, not in those of 20 + 22 (table 3)',
  ],
  [
    'project-targets',
    't.3 c.5 项目支出 = 3 performance forms',
    '项目支出 = 3 张绩效目标表（表3 列5）',
    '项目支出 = 3 performance forms (table 3, column 5)',
  ],
])('%s: %s', (rule, subject, zh, en) => {
  expect(tellSubject(rule, subject, NAMES)).toEqual([zh, en]);
});

it('leaves a subject that has no place as it is', () => {
  expect(tellSubject('of-later', '<b>甲</b>', NAMES)).toBe('<b>甲</b>');
});

it('names no more than four codes', () => {
  const names = new Map(['301', '302', '303', '304', '305'].map((code) => [code, `n${code}`]));
  expect(tellSubject('economic-crosswalk', '301 = 302 + 303 + 304 + 305', names)).toBe(
    '301 n301 = 302 n302 + 303 n303 + 304 n304 + 305',
  );
});

it('calls a line by the last step of its path', () => {
  expect(nameOfLabel('社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）')).toBe(
    '职业年金缴费支出',
  );
  expect(nameOfLabel('住房保障支出')).toBe('住房保障支出');
});
