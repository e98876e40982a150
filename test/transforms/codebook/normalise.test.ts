import { describe, expect, it } from 'vitest';
import { loadCodebook, nameKeys } from '../../../transforms/codebook/index.js';

const codebook = loadCodebook();

/** The code that the codebook takes a name for below its parent; null for none or several. */
function codeOf(scheme: 'function' | 'dept_economic', name: string, parentCode: string | null): string | null {
  const [first, second] = codebook.lookup({ scheme, year: 2024, name, parentCode });
  return first === undefined || first.score === second?.score ? null : first.entry.code;
}

describe('a name is the same', () => {
  it.each([
    ['brackets in half width', '维修(护)费', '维修（护）费'],
    ['brackets left out', '维修护费', '维修（护）费'],
    ['full-width letters and digits', 'ＡＢ１２', 'AB12'],
    ['spaces between characters', '行 政 运 行', '行政运行'],
    ['full-width spaces before it', '　　行政运行', '行政运行'],
    ['no-break and zero-width spaces', '\u00a0行政\u200b运行', '行政运行'],
    ['a line break inside', '机关事业单位基本养老\n保险缴费支出', '机关事业单位基本养老保险缴费支出'],
    ['a carriage return inside', '行政\r\n运行', '行政运行'],
    ['marks of 类', '一般公共服务（类）', '一般公共服务'],
    ['marks of 款 in half width', '政协事务(款)', '政协事务'],
    ['marks of 项 with 级', '行政运行（项级科目）', '行政运行'],
    ['numbering by 一、', '一、一般公共服务支出', '一般公共服务支出'],
    ['numbering by （一）', '（一）政协事务', '政协事务'],
    ['numbering by 1.', '1.行政运行', '行政运行'],
    ['numbering by 1、', '1、行政运行', '行政运行'],
    ['numbering by (1)', '(1)行政运行', '行政运行'],
    ['numbering by ①', '①行政运行', '行政运行'],
    ['其中：', '其中：行政运行', '行政运行'],
    ['其中: and a number', '其中: 1.行政运行', '行政运行'],
    ['its code before it', '2010201行政运行', '行政运行'],
    ['its code in brackets before it', '[2010201] 行政运行', '行政运行'],
    ['Traditional characters', '臺灣事務', '台湾事务'],
    ['Traditional characters throughout', '機關事業單位基本養老保險繳費支出', '机关事业单位基本养老保险缴费支出'],
    [
      'a remark behind it',
      '机关事业单位基本养老保险缴费支出（含职业年金2.00万元）',
      '机关事业单位基本养老保险缴费支出',
    ],
    ['quotation marks', '“一带一路”建设', '一带一路建设'],
  ])('with %s', (_, printed, official) => {
    expect(nameKeys(printed).exact).toBe(nameKeys(official).exact);
  });

  it.each([
    ['支出 added', '政协事务支出', '政协事务'],
    ['支出 left out', '社会保障和就业', '社会保障和就业支出'],
    ['和 for 与', '文化旅游体育和传媒支出', '文化旅游体育与传媒支出'],
    ['的 left out', '对个人和家庭补助', '对个人和家庭的补助'],
    ['费用 for 费', '办公费用', '办公费'],
  ])('loosely, with %s', (_, printed, official) => {
    expect(nameKeys(printed).exact).not.toBe(nameKeys(official).exact);
    expect(nameKeys(printed).loose).toBe(nameKeys(official).loose);
  });
});

it.each([
  ['其他支出', '其他'],
  ['办公费', '办公'],
  ['退休费', '离休费'],
  ['行政单位医疗', '事业单位医疗'],
])('%s is not %s', (one, other) => {
  expect(nameKeys(one).loose).not.toBe(nameKeys(other).loose);
});

it('reads the level that a mark names', () => {
  expect(
    ['政协事务（类）', '政协事务（款）', '政协事务（项）', '政协事务'].map((name) => nameKeys(name).level),
  ).toEqual([1, 2, 3, null]);
});

describe('a name cut off by the end of its cell', () => {
  it.each([
    ['function', '机关事业单位基本养老保险缴费支', '20805', '2080505'],
    ['function', '机关事业单位基本养老保', '20805', '2080505'],
    ['function', '一般行政管理', '20102', '2010202'],
    ['dept_economic', '其他社会保障缴', '301', '30112'],
    ['dept_economic', '职工基本医疗保险缴', '301', '30110'],
  ] as const)('%s: %s below %s is %s', (scheme, name, parent, code) => {
    expect(codeOf(scheme, name, parent)).toBe(code);
  });

  it('is nobody where two names begin so', () => {
    expect(codeOf('function', '机关事业单位', '20805')).toBeNull();
  });
});
