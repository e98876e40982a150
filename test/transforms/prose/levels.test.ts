import { describe, expect, it } from 'vitest';
import { brief, clean, coded, FINAL, read } from './documents.js';

describe('levels', () => {
  it('reads one amount of revenue and expenditure as two lines at one place', () => {
    const amounts = clean(['按照收支平衡原则，我局2024年收支总预算均为6,507.34万元。']);
    expect(amounts.map(brief)).toEqual([
      '收支总预算|revenue_expenditure_summary|revenue|all|65073400.00',
      '收支总预算|revenue_expenditure_summary|expenditure|all|65073400.00',
    ]);
    expect(amounts[0]?.place).toEqual(amounts[1]?.place);
  });

  it('keeps the parts of 收入 and of 支出 in their own statements', () => {
    const text =
      '2024年收入总计6507.34万元，其中：一般公共预算拨款6000万元，事业收入300.34万元，上年结转207万元；支出总计6507.34万元，其中：教育支出6000万元、社会保障和就业支出507.34万元。';
    expect(clean([text]).map(brief)).toEqual([
      '收入总计|revenue_summary|revenue|all|65073400.00',
      '一般公共预算拨款|revenue_summary|revenue|general_public|60000000.00',
      '事业收入|revenue_summary|revenue|institutional|3003400.00',
      '上年结转|revenue_summary|revenue|carryover|2070000.00',
      '支出总计|expenditure_summary|expenditure|all|65073400.00',
      '教育支出|expenditure_summary|expenditure|all|60000000.00',
      '社会保障和就业支出|expenditure_summary|expenditure|all|5073400.00',
    ]);
  });

  it('takes nothing from the name of the report, whatever else it names', () => {
    const [amount] = clean(['某某县教育局2024年部门预算及“三公”经费预算公开', '项目支出3610万元。']);
    expect(amount).toMatchObject({ threePublicItem: null, spendingType: 'project' });
    expect(amount?.tableKind).not.toBe('three_public');
  });

  it('takes statement and fund source from the heading', () => {
    const amounts = clean([
      '五、一般公共预算当年拨款情况说明',
      '一般公共服务支出530.88万元，占77.53%；教育支出93万元，占13.59%。',
    ]);
    expect(amounts.map(brief)).toEqual([
      '一般公共服务支出|general_public_expenditure|expenditure|general_public|5308800.00',
      '教育支出|general_public_expenditure|expenditure|general_public|930000.00',
    ]);
    expect(amounts.map(({ sharePercent }) => sharePercent)).toEqual([775_300n, 135_900n]);
  });

  it.each([
    ['教育支出（类）普通教育（款）小学教育（项）：2024年预算安排123万元。', '2050202'],
    ['教育支出-普通教育-小学教育2024年预算数为123万元。', '2050202'],
    ['教育支出-普通教育-小学教育（2050202）123万元。', '2050202'],
    ['2050202小学教育 123 万元', '2050202'],
    ['一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）123万元。', '2010301'],
    ['（2050202）小学教育支出123万元', '2050202'],
    ['住房保障（类）住房改革支出（款）住房公积金（项）支出\u00a0123万元，比上年增长1%。', '2210201'],
  ])('reads the code of %s', (text, code) => {
    expect(clean([text]).map(({ codes, amount }) => [codes[0]?.code, amount])).toEqual([[code, 1_230_000_00n]]);
  });

  it('reads the figures of final accounts behind a path that stands in the sentence before', () => {
    const text =
      '1.卫生健康支出（类）公立医院（款）综合医院（项）。主要用于：医院运行。年初预算为800万元，全年预算为810万元，支出决算为795万元，完成年初预算的99.4%。';
    const amounts = clean([text], FINAL);
    expect(amounts.map(({ budgetStage, amount }) => [budgetStage, amount])).toEqual([
      ['budget', 8_000_000_00n],
      ['adjusted_budget', 8_100_000_00n],
      ['final', 7_950_000_00n],
    ]);
    expect(new Set(amounts.map(({ codes }) => codes[0]?.code))).toEqual(new Set(['2100201']));
  });

  it("makes a figure of the year before last year's line", () => {
    const [current, prior] = clean(['2024年收入预算1,000万元，比上年预算数900万元增加100万元。']);
    expect([current?.budgetStage, current?.fiscalYear, current?.yoyAmount]).toEqual(['budget', 2024, 1_000_000_00n]);
    expect([prior?.budgetStage, prior?.fiscalYear, prior?.amount]).toEqual(['prior_year', 2023, 9_000_000_00n]);
  });

  it('reads names inside basic expenditure as economic classes', () => {
    const amounts = clean([
      '2024年一般公共预算基本支出120万元，其中：工资福利支出100万元，商品和服务支出20万元，包括办公费5万元。',
    ]);
    expect(amounts.map(coded)).toEqual([
      '一般公共预算基本支出 1200000.00 ',
      '工资福利支出 1000000.00 dept_economic:301',
      '商品和服务支出 200000.00 dept_economic:302',
      '办公费 50000.00 dept_economic:30201',
    ]);
  });

  it('codes a part as its whole is coded', () => {
    const amounts = clean([
      '教育支出（类）普通教育（款）小学教育（项）150万元，主要用于人员经费120万元、公用经费30万元。',
    ]);
    expect(amounts.map(({ codes, spendingType }) => [codes[0]?.code, spendingType])).toEqual([
      ['2050202', 'total'],
      ['2050202', 'personnel'],
      ['2050202', 'public'],
    ]);
  });

  it('switches units and tells 三公 items apart', () => {
    const text =
      '2024年，我部门“三公”经费预算安排4.63万元。其中：因公出国（境）费0元；公务用车购置及运行费4.5万元，其中公务用车购置费0元，公务用车运行费45000元；公务接待费0.13万元。';
    const amounts = clean([text]);
    expect(
      amounts.map(({ threePublicItem, lineRole, amount, unit }) => [threePublicItem, lineRole, amount, unit]),
    ).toEqual([
      ['total', 'total', 46_300_00n, '万元'],
      ['overseas', 'detail', 0n, '元'],
      ['vehicle', 'detail', 45_000_00n, '万元'],
      ['vehicle_purchase', 'memo', 0n, '元'],
      ['vehicle_operation', 'memo', 45_000_00n, '元'],
      ['reception', 'detail', 1_300_00n, '万元'],
    ]);
    expect(amounts[0]?.label).toBe('“三公”经费');
  });

  it('gives a subordinate unit its own subtotal', () => {
    const amounts = clean(['第一小学收入预算500万元，支出预算480万元。']);
    expect(amounts.map(({ budgetUnitName, totalKind }) => [budgetUnitName, totalKind])).toEqual([
      ['第一小学', 'subtotal'],
      ['第一小学', 'subtotal'],
    ]);
  });

  it('names the projects of 项目支出', () => {
    const amounts = clean(['2024年项目支出300万元，主要为校舍维修200万元、车辆保险费用100万元。']);
    expect(amounts.map(({ projectName, spendingType }) => [projectName, spendingType])).toEqual([
      [null, 'project'],
      ['校舍维修', 'project'],
      ['车辆保险费用', 'project'],
    ]);
  });

  it('keeps an unknown path as a line without code', () => {
    const { amounts, diagnostics } = read(['天文支出（类）观星事务（款）望远镜擦拭（项）12万元。']);
    expect(amounts.map(({ codes }) => codes.map(({ code, method }) => [code, method]))).toEqual([[[null, 'none']]]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['name-unmapped']);
  });

  it('is approximate where the words say so', () => {
    expect(
      clean(['2024年支出预算约1.2亿元。']).map(({ approximate, amount, precision }) => [
        approximate,
        amount,
        precision,
      ]),
    ).toEqual([[true, 120_000_000_00n, 10_000_000_000_000n]]);
  });
});
