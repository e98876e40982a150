import { describe, expect, it } from 'vitest';
import { brief, clean, read } from './documents.js';

describe('amounts that are no lines', () => {
  it.each([
    ['reasons', '收支预算减少的主要原因是：专项资金减少1244万元、办公楼维修项目50万元。'],
    ['a threshold', '单位价值50万元以上通用设备0台（套），单价100万元（含）以上设备0台。'],
    ['a target', '信息化运维费用≤101.66万元'],
    ['an asset', '截至2023年底，本部门固定资产总额34.77万元。'],
    ['an amount per head', '人均公用经费1.5万元。'],
    ['nothing at all', '2024年没有政府性基金预算拨款安排的收入，也没有使用政府性基金预算拨款安排的支出。'],
    ['nothing planned', '2024年未安排政府采购预算。'],
  ])('%s', (_, text) => {
    expect(clean([text])).toEqual([]);
  });

  it('definitions', () => {
    expect(clean(['十一、名词解释', '收入预算：指单位预计取得的收入，如10万元。'])).toEqual([]);
  });

  it('stops at the end of the reasons', () => {
    const amounts = clean(['公务接待费70万元，比2023年增长5%，主要原因是接待增加10万元；因公出国（境）费30万元。']);
    expect(amounts.map(({ threePublicItem }) => threePublicItem)).toEqual(['reception', 'overseas']);
  });
});

describe('amounts that nobody understands', () => {
  it.each([
    ['a name unknown', '2024年支出预算100万元，其中：神秘事务20万元。', 1],
    ['two things at once', '基本支出和项目支出共300万元。', 0],
    ['a range', '收入预算10-20万元。', 0],
    ['a broken separator', '支出预算1,23,456万元。', 0],
    ['a number in two pieces', '支出预算5 509.68万元。', 0],
    ['several codes of one name', '行政运行支出100万元。', 0],
    ['two items of 三公', '因公出国（境）费和公务接待费共5万元。', 0],
    ['a sum of no flow', '2024年部门预算1.2亿元。', 0],
    ['a name unknown before the words for the figure', '神秘事业发展，预算安排20万元。', 0],
    ['a sum of what stands before', '2024年公务接待费3万元，合计5万元的经费。', 1],
    ['a source that goes by several names', '支出预算100万元，其中：本级财政100万元。', 1],
  ])('%s: a warning, no line', (_, text, lines) => {
    const { amounts, diagnostics } = read([text]);
    expect(amounts).toHaveLength(lines);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['prose-amount-unread', 'warning']]);
  });

  it('are only noted in a section on duties', () => {
    const { amounts, diagnostics } = read(['一、主要职责', '全年完成一般公共预算收入12.3亿元。']);
    expect(amounts).toEqual([]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['info']);
  });

  it('are not taken for what was spoken of before', () => {
    const { amounts, diagnostics } = read(['支出预算100万元。神秘事业年初预算20万元，支出决算30万元。']);
    expect(amounts.map(brief)).toEqual(['支出预算|expenditure_summary|expenditure|all|1000000.00']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['prose-amount-unread', 'prose-amount-unread']);
  });

  it('say of contracts that they repeat what was bought', () => {
    const { amounts, diagnostics } = read(['授予中小企业合同金额80万元，其中：授予小微企业合同金额60万元。']);
    expect(amounts).toEqual([]);
    expect(diagnostics.map(({ severity, message }) => [severity, message.includes('who won it')])).toEqual([
      ['info', true],
      ['info', true],
    ]);
  });

  it('do not pass their share on', () => {
    const { amounts } = read(['政府采购服务支出30万元。授予中小企业合同金额80万元，占政府采购支出总额的80%。']);
    expect(amounts.map(brief)).toEqual(['政府采购服务支出|procurement|expenditure|all|300000.00']);
    expect(amounts[0]?.sharePercent).toBeNull();
  });
});
