import { describe, expect, it } from 'vitest';
import type { StatedAmount } from '../../../transforms/types.js';
import { brief, clean, FINAL, read } from './documents.js';

function project({ label, projectName, tableKind, fundSource, lineRole }: StatedAmount): string {
  return [label, projectName, tableKind, fundSource, lineRole].join('|');
}

describe('projects', () => {
  it('gets the amount that stands alone below the headings of a project', () => {
    const amounts = clean([
      '（一）重点项目情况说明',
      '项目：政务信息化运维项目',
      '1.项目概述',
      '保障系统运维。',
      '6.年度预算安排',
      '2024年年初财政预算安排101.66万元。',
    ]);
    expect(amounts.map(project)).toEqual([
      '政务信息化运维项目|政务信息化运维项目|project_expenditure|fiscal_appropriation|detail',
    ]);
  });

  it('ends with the next project and with the section', () => {
    const { amounts, diagnostics } = read([
      '三、重点项目',
      '项目名称：道路硬化',
      '项目概况：硬化道路3公里，总投资500万元。',
      '预算安排情况：2024年安排资金300万元，其中：上级补助200万元。',
      '项目名称：组织运转',
      '2024年预算安排150万元。',
      '四、收入预算情况',
      '2024年收入预算900万元。',
    ]);
    expect(amounts.map(project)).toEqual([
      '道路硬化|道路硬化|project_expenditure|all|detail',
      '上级补助|道路硬化|project_expenditure|superior_subsidy|memo',
      '组织运转|组织运转|project_expenditure|all|detail',
      '收入预算||revenue_summary|all|total',
    ]);
    expect(diagnostics.map(({ code, message }) => [code, message.slice(0, 5)])).toEqual([
      ['prose-amount-unread', '500万元'],
    ]);
  });

  it.each([
    ['涉及预算项目支出2个，预算资金997.66万元。', '项目支出'],
    ['通用项目和专用项目均实行绩效目标管理，涉及一般公共预算当年拨款110万元。', '一般公共预算当年拨款'],
    ['拟对本单位政务信息化运维项目开展绩效评价，涉及预算资金101.66万元。', '政务信息化运维项目'],
    ['组织对2024年度项目支出全面开展绩效自评，共涉及项目8个，涉及资金1000万元。', '项目支出'],
  ])('is labelled by what is counted in %s', (text, label) => {
    expect(clean(['五、绩效情况说明', text]).map((amount) => [amount.label, amount.spendingType])).toEqual([
      [label, 'project'],
    ]);
  });

  it('tells the expenditure of the whole department from its projects in texts on 绩效', () => {
    const text = '纳入2024年部门整体支出绩效目标的金额为46万元，其中，基本支出25万元，项目支出21万元。';
    const amounts = clean(['五、绩效情况说明', text]);
    expect(amounts.map(({ spendingType, tableKind }) => [spendingType, tableKind])).toEqual([
      ['total', 'expenditure_summary'],
      ['basic', 'expenditure_summary'],
      ['project', 'expenditure_summary'],
    ]);
    expect(amounts[0]?.label).toBe('部门整体支出');
  });
});

describe('parts that repeat', () => {
  it('counts organisation forms of procurement beside its total', () => {
    const text = '政府采购预算260万元，其中：货物60万元；集中采购200万元，分散采购60万元；面向中小企业采购预算90万元。';
    expect(clean([text]).map(({ label, lineRole, fundSource }) => [label, lineRole, fundSource])).toEqual([
      ['政府采购预算', 'total', 'all'],
      ['货物', 'total', 'all'],
      ['集中采购', 'memo', 'all'],
      ['分散采购', 'memo', 'all'],
      ['面向中小企业采购预算', 'total', 'sme_reserved'],
    ]);
  });

  it('gives every item its amount where they have the same', () => {
    const amounts = clean(['因公出国（境）费用、公务用车购置费均为0万元。']);
    expect(amounts.map(({ label, threePublicItem }) => [label, threePublicItem])).toEqual([
      ['因公出国（境）费用', 'overseas'],
      ['公务用车购置费', 'vehicle_purchase'],
    ]);
  });

  it('reads brackets and what follows a colon as parts of the level before', () => {
    const [basic, wages] = clean(['基本支出110万元（工资福利支出95万元）。']);
    expect([basic?.spendingType, wages?.spendingType]).toEqual(['basic', 'basic']);
    const goods = clean(['一般公共预算拨款政府采购120万元：政府采购货物预算20万元。']);
    expect(goods.map(({ fundSource }) => fundSource)).toEqual(['general_public', 'general_public']);
  });
});

describe('flows', () => {
  it.each([
    ['一、收支预算总体情况', 2],
    ['二、收入预算情况', 1],
    ['三、一般公共预算支出情况', 1],
  ])('takes the flow of a sum without one from the heading %s', (heading, lines) => {
    expect(clean([heading, '2024年部门预算1.2亿元。'])).toHaveLength(lines);
  });

  it('takes what is carried over from the year before as revenue, what is left at the end as expenditure', () => {
    const amounts = clean(['一、收支情况', '上年结转45万元，年末结转和结余10万元。'], FINAL);
    expect(amounts.map(({ flow, fundSource, spendingType }) => [flow, fundSource, spendingType])).toEqual([
      ['revenue', 'carryover', null],
      ['expenditure', 'all', 'carryover'],
    ]);
  });

  it('gives a section no second amount without a name', () => {
    const { amounts, diagnostics } = read(['三、支出预算情况', '2024年支出预算100万元。', '2024年预算安排20万元。']);
    expect(amounts.map(brief)).toEqual(['支出预算|expenditure_summary|expenditure|all|1000000.00']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['prose-amount-unread']);
  });
});
