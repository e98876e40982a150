import { describe, expect, it } from 'vitest';
import { formatFen } from '../../../transforms/amounts/index.js';
import type { DocumentFacts } from '../../../transforms/types.js';
import { clean, FINAL, read } from './documents.js';

const HEADING = '一、三公经费情况说明';
const GOVERNMENT: DocumentFacts = { ...FINAL, reportKind: 'government_budget' };

function codes(paragraphs: readonly string[]): readonly (readonly string[])[] {
  return read(paragraphs).diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('money in forms that are not read', () => {
  it.each([
    '基本支出5千万元。',
    '支出预算一百二十万元。',
    '支出预算三万元。',
    '支出预算叁万元整。',
    '支出预算5万圆。',
    '支出预算7⁵⁰万元。',
    '支出预算1,007⁵⁰元。',
    '“三公”经费预算（万元）：12.5。',
    '2024年公务接待费和公务用车购置及运行费预算共5万元。',
  ])('is not passed by: %s', (text) => {
    expect(read([text]).amounts).toEqual([]);
    expect(codes([text])).toEqual([['prose-amount-unread', 'warning']]);
  });

  it.each([
    ['2024年公务接待费减少2万元。', 'prose-change-unplaced'],
    ['公务接待费压减5.00万元。', 'prose-change-unplaced'],
    ['培训费节约1.5万元。', 'prose-change-unplaced'],
    ['公务用车运行费不超过5万元。', 'prose-amount-unread'],
  ])('a change or a bound and no level is noted: %s', (text, code) => {
    expect(read([HEADING, text]).amounts).toEqual([]);
    expect(codes([HEADING, text])).toEqual([[code, 'info']]);
  });

  it('of a part told by who spends it is noted beside the whole', () => {
    const text = '支出预算10万元，其中本级8万元，下属单位2万元。';
    expect(read([text]).amounts.map(({ amount }) => formatFen(amount))).toEqual(['100000.00']);
    expect(codes([text]).map(([, severity]) => severity)).toEqual(['info', 'info']);
  });
});

describe('a part of an item', () => {
  it.each([
    '公务接待费中外事接待费0元。',
    '国内公务接待费2.6万元，外宾接待费0.4万元。',
    '公务接待费支出用于外事接待1.1万元。',
  ])('told by who is received is not the item: %s', (text) => {
    expect(read([HEADING, text]).amounts).toEqual([]);
    expect(new Set(codes([HEADING, text]).map((told) => told.join(' ')))).toEqual(
      new Set(['prose-amount-unread info']),
    );
  });

  it('leaves the item as it is', () => {
    const text = '公务接待费3万元，其中外事接待费1万元、国内公务接待费2万元。';
    expect(read([HEADING, text]).amounts.map(({ label }) => label)).toEqual(['公务接待费']);
  });

  it.each([
    '项目支出中的会议费3.00万元。',
    '机关运行经费中公务接待费0.3万元。',
    '政府采购支出中公务用车购置费20万元。',
    '基本支出安排的公务接待费1.5万元。',
    '项目支出中政府采购预算5万元。',
  ])('told by what pays for it is not the item: %s', (text) => {
    expect(read([HEADING, text]).amounts).toEqual([]);
    expect(codes([HEADING, text])).toEqual([['prose-amount-unread', 'warning']]);
  });

  it('told by its fund, or within the sum of the items, is one', () => {
    const text = '“三公”经费中公务接待费1万元。其中：财政拨款安排的公务接待费1万元。';
    const items = read([HEADING, text]).amounts.map(({ threePublicItem }) => threePublicItem);
    expect(items).toEqual(['reception', 'reception']);
  });
});

describe('money of the whole region', () => {
  it.each([
    '全县2024年教育支出5亿元。',
    '2024年我县教育支出5亿元。',
    '2024年全县一般公共预算收入30亿元。',
    '全省“三公”经费预算8亿元，其中公务接待费1亿元。',
  ])('is not the publisher’s: %s', (text) => {
    expect(read([text]).amounts).toEqual([]);
    expect(codes([text]).every(([, severity]) => severity === 'info')).toBe(true);
    expect(codes([text]).length).toBeGreaterThan(0);
  });

  it('ends where the words turn to the publisher', () => {
    const { amounts } = read(['全县教育支出5亿元，我局支出预算1亿元。']);
    expect(amounts.map(({ amount }) => formatFen(amount))).toEqual(['100000000.00']);
  });

  it('is the publisher’s in the report of a government', () => {
    expect(read(['2024年全县一般公共预算收入30亿元。'], GOVERNMENT).amounts).toHaveLength(1);
  });
});

describe('numbers and their marks', () => {
  it.each([
    '“三公”经费预算12.5①万元。',
    '“三公”经费预算12.5²万元。',
    '“三公”经费预算12.5¹²万元。',
    '“三公”经费预算12.5万元②。',
  ])('a footnote is no digit: %s', (text) => {
    const [line] = clean([HEADING, text]);
    expect([line?.amountText, formatFen(line?.amount ?? 0n)]).toEqual(['12.5', '125000.00']);
  });

  it('a circled number before a name is its numbering', () => {
    const amounts = clean([HEADING, '①公务接待费3万元；②公务用车运行费2万元。']);
    expect(amounts.map(({ label }) => label)).toEqual(['公务接待费', '公务用车运行费']);
  });

  it.each(['支出预算2万多元。', '支出预算20多万元。'])('多 makes it approximate: %s', (text) => {
    expect(clean([text]).map(({ approximate }) => approximate)).toEqual([true]);
  });
});

it('a change before its level names what the level is of', () => {
  const [line, ...others] = clean([HEADING, '2024年因公出国（境）费预算同比下降100%，为0元。']);
  expect([line?.threePublicItem, line?.amount, others]).toEqual(['overseas', 0n, []]);
});

it('当年支出 in a breakdown is of this year’s money', () => {
  const { amounts } = read(['2024年支出预算100万元，其中结转支出20万元，当年支出80万元。']);
  expect(amounts.map(({ fundSource, amount }) => `${fundSource} ${formatFen(amount)}`)).toEqual([
    'all 1000000.00',
    'current_year 800000.00',
  ]);
});
