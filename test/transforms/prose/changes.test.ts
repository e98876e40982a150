import { describe, expect, it } from 'vitest';
import { change, clean, FINAL, read } from './documents.js';

describe('changes on the year before', () => {
  it.each([
    ['2024年支出预算100万元，比上年增加12.3万元，增长1.01%。', '支出预算: 123000.00 1.0100'],
    ['2024年支出预算100万元，较上年 减少 12.10 万元，降低 3.2%。', '支出预算: -121000.00 -3.2000'],
    ['2024年支出预算100万元，与2023年相比，支出增加5万元。', '支出预算: 50000.00 -'],
    ['2024年支出预算100万元。较2023年预算减少11.19万元，下降12.17%。', '支出预算: -111900.00 -12.1700'],
    ['2024年支出预算100万元，同比减少1万元，下降1%。', '支出预算: -10000.00 -1.0000'],
    ['2024年支出预算100万元，与上年持平。', '支出预算: 0.00 0.0000'],
    ['2024年支出预算100万元，与上一年相比，无增减变动。', '支出预算: 0.00 0.0000'],
    ['2024年支出预算100万元，比上年增长-5.2%。', '支出预算: - -5.2000'],
    ['因公出国（境）经费30万元，比2023年增长50 %。', '因公出国（境）经费: - 50.0000'],
  ])('%s', (text, expected) => {
    expect(clean([text]).map(change)).toEqual([expected]);
  });

  it('各增加 goes to both flows', () => {
    const text = '2024年财政拨款收支预算6507.34万元，与2023年相比，财政拨款收入、支出总计各增加233.86万元，增长3.73%。';
    expect(clean([text]).map(change)).toEqual([
      '财政拨款收支预算: 2338600.00 3.7300',
      '财政拨款收支预算: 2338600.00 3.7300',
    ]);
  });

  it('behind the parts of a whole and without a subject is of the whole', () => {
    const text = '机关运行经费预算300万元，其中：办公费50万元、差旅费100万元；比上年减少20万元，下降6.25%。';
    expect(clean([text]).map(change)).toEqual(['机关运行经费预算: -200000.00 -6.2500', '办公费: - -', '差旅费: - -']);
  });

  it('finds the item that it names', () => {
    const text =
      '公务用车购置费0万元，公务用车运行维护费8万元。公务用车购置费与2023年持平；公务用车运行维护费比2023年减少1万元。';
    expect(clean([text]).map(change)).toEqual(['公务用车购置费: 0.00 0.0000', '公务用车运行维护费: -10000.00 -']);
  });

  it.each([
    ['named', '与2023年相比，收、支总计各增加20万元，增长4%'],
    ['not named', '比上年各增加20万元，增长4%'],
  ])('of revenue and expenditure, both %s, goes to either', (_, words) => {
    const amounts = clean([`2024年收入总计100万元，支出总计100万元，${words}。`]);
    expect(amounts.map(change)).toEqual(['收入总计: 200000.00 4.0000', '支出总计: 200000.00 4.0000']);
  });

  it('of revenue and expenditure passes by their parts', () => {
    const text =
      '收入总计100万元，其中：财政拨款收入100万元；支出总计100万元，其中：项目支出60万元。收入、支出各增加20万元，增长4%。';
    expect(clean([text]).map(change)).toEqual([
      '收入总计: 200000.00 4.0000',
      '财政拨款收入: - -',
      '支出总计: 200000.00 4.0000',
      '项目支出: - -',
    ]);
  });

  it('of something else leaves the level alone, and so does what follows it', () => {
    const text = '2024年收入总计100万元，支出总计100万元，与2023年相比，三公经费增加20万元，增长4%。';
    const { amounts, diagnostics } = read([text]);
    expect(amounts.map(change)).toEqual(['收入总计: - -', '支出总计: - -']);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['prose-change-unplaced', 'info']]);
  });

  it('behind a bracket of parts is of the whole', () => {
    const text =
      '公务用车购置及运行费40万元（公务用车购置费0万元，公务用车运行费40万元），比上年减少5万元，下降11.11%。';
    expect(clean([text]).map(change)).toEqual([
      '公务用车购置及运行费: -50000.00 -11.1100',
      '公务用车购置费: - -',
      '公务用车运行费: - -',
    ]);
  });

  it('of 支出 is not of the money that is left over', () => {
    const text = '总收入200万元，总支出100万元，年末结转和结余100万元。与上年相比，总支出增加10万元。';
    expect(clean([text]).map(change)).toEqual(['总收入: - -', '总支出: 100000.00 -', '年末结转和结余: - -']);
  });

  it('against the plan of the same year is none', () => {
    const text = '机关运行经费支出120.5万元，比年初预算数减少3万元，下降2.4%。';
    expect(clean([text], FINAL).map(change)).toEqual(['机关运行经费支出: - -']);
  });

  it.each(['比2019年增加3万元，增长2.4%', '与2022年预算数相比，减少3万元，下降2.4%'])(
    'on an older year is none: %s',
    (words) => {
      expect(clean([`2024年收入总计100万元，${words}。`]).map(change)).toEqual(['收入总计: - -']);
    },
  );

  it('with both directions printed is left out with a warning', () => {
    const { amounts, diagnostics } = read(['公务接待费1.2万元，比2023年预算数增加（减少）0.5万元。']);
    expect(amounts.map(change)).toEqual(['公务接待费: - -']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['prose-change-undecided']);
  });
});
