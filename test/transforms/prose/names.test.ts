import { describe, expect, it } from 'vitest';
import { clean, coded, FINAL, read } from './documents.js';

describe('names of classes', () => {
  it.each([
    ['社会保障和就业支出（208）民政管理事务（02）行政运行（01）：2024年预算数为6万元。', '2080201'],
    ['行政事业单位养老支出（20805）机关事业单位基本养老保险缴费支出（2080505）6万元。', '2080505'],
    ['“公共安全支出”预算6万元。', '204'],
  ])('reads the code of %s', (text, code) => {
    expect(clean([text]).map(({ codes, amount }) => [codes[0]?.code, amount])).toEqual([[code, 60_000_00n]]);
  });

  it('finds bare names below the one printed before', () => {
    const text =
      '一般公共服务支出25万元：政府办公厅（室）及相关机构事务20万元，其中行政运行18万元，一般行政管理事务2万元；财政事务5万元，其中行政运行5万元。';
    expect(clean([text]).map(({ codes }) => codes[0]?.code)).toEqual([
      '201',
      '20103',
      '2010301',
      '2010302',
      '20106',
      '2010601',
    ]);
  });

  it('finds bare names below headings, until another heading', () => {
    const below = ['1.公共安全支出（类）', '（1）司法（款）', '行政运行8万元；', '普法宣传1万元。'];
    expect(clean(below).map(coded)).toEqual([
      '行政运行 80000.00 function:2040601',
      '普法宣传 10000.00 function:2040605',
    ]);
    const { amounts } = read([...below, '二、其他说明', '行政运行8万元。']);
    expect(amounts).toHaveLength(2);
  });

  it('does not take a field of work for the short name of the publisher', () => {
    const facts = { ...FINAL, publisher: '某某市某某区司法局' };
    expect(clean(['公共安全支出28万元，其中：司法28万元。'], facts).map(coded)).toEqual([
      '公共安全支出 280000.00 function:204',
      '司法 280000.00 function:20406',
    ]);
  });

  it.each([
    ['a heading', ['1.住房保障支出（类）住房改革支出（款）住房公积金（项）']],
    ['the end of a paragraph', ['支出决算如下。其中：1.住房保障支出（类）住房改革支出（款）住房公积金（项）']],
  ])('is about the path that %s names', (_, above) => {
    const section = '五、一般公共预算财政拨款支出决算情况说明';
    const amounts = clean([section, ...above, '主要用于：公积金。全年预算为18万元，支出决算为17万元。'], FINAL);
    expect(amounts.map(({ label, codes, budgetStage }) => [label, codes[0]?.code, budgetStage])).toEqual([
      ['住房保障支出（类）住房改革支出（款）住房公积金（项）', '2210201', 'adjusted_budget'],
      ['住房保障支出（类）住房改革支出（款）住房公积金（项）', '2210201', 'final'],
    ]);
  });

  it('codes economic parts of a class with that class too', () => {
    const amounts = clean(['教育支出（类）普通教育（款）高中教育（项）预算58万元，其中：工资福利支出45万元。']);
    expect(amounts.map(coded)).toEqual([
      '教育支出（类）普通教育（款）高中教育（项）预算 580000.00 function:2050204',
      '工资福利支出 450000.00 function:2050204,dept_economic:301',
    ]);
  });
});
