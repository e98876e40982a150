import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../../../extractors/types.js';
import type { FindRegion } from '../../../transforms/captions/index.js';
import { readDocumentFacts } from '../../../transforms/captions/index.js';
import { budgetTable, rawDocument } from '../../builders/budget-document.js';

const findRegion: FindRegion = (text) =>
  text.includes('山海关区')
    ? { code: '130303', name: '山海关区' }
    : text.includes('青岛市')
      ? { code: '370200', name: '青岛市' }
      : null;

function blocks(texts: readonly string[]): RawBlock[] {
  return texts.map((text, at) => ({
    blockNo: at + 1,
    order: at + 1,
    kind: 'paragraph',
    text,
    page: null,
    box: null,
    lineFirst: at + 1,
    lineLast: at + 1,
  }));
}

function prose(...texts: string[]) {
  return readDocumentFacts(rawDocument('prose', { blocks: blocks(texts) }), findRegion);
}

interface TableWords {
  readonly title?: string;
  readonly captions?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly form?: boolean;
}

function withTables(tables: readonly TableWords[], ...texts: string[]) {
  const raws = tables.map(({ title = null, captions = [], rows = [['项目', '金额']], form = false }, at) => {
    const { raw, grid } = budgetTable(at + 1, 'other', rows);
    const chosen = { grid: { ...grid, headerRowCount: form ? 0 : 1 }, why: 'as printed' };
    return { ...raw, title, captions, order: 100 + at, readings: [chosen] as const };
  });
  return readDocumentFacts(rawDocument('tables', { blocks: blocks(texts), tables: raws }), findRegion);
}

describe('title and labels', () => {
  const other = { captions: ['部门名称：甲县档案局'] };
  const codes = (tables: readonly TableWords[], title: string) =>
    withTables(tables, title).diagnostics.flatMap(({ code }) => (code.startsWith('publisher') ? [code] : []));

  it('that name different bodies are told, and the title is taken', () => {
    expect(codes([other], '甲县科技局2025年部门预算')).toEqual(['publisher-conflict']);
    expect(withTables([other], '甲县科技局2025年部门预算').facts.publisher).toBe('甲县科技局');
  });

  it.each([
    ['of one body, abbreviated', [{ captions: ['部门名称：甲县科学技术局'] }]],
    ['of the body and of a unit below it', [other, { captions: ['部门名称：甲县科技局'] }]],
    ['of a measure', [{ captions: ['单位：台'] }]],
  ])('%s do not differ', (_, tables) => {
    expect(codes(tables, '甲县科技局2025年部门预算')).toEqual([]);
  });
});

describe('title', () => {
  it('puts a cover together that prints one character a line', () => {
    const { facts, diagnostics } = prose(
      '青',
      '岛',
      '市',
      '财',
      '政',
      '局',
      '2024年度部门预算',
      '目 录',
      '第一部分 部门概况',
    );
    expect(facts).toMatchObject({ title: '青岛市财政局2024年度部门预算', publisher: '青岛市财政局', fiscalYear: 2024 });
    expect(diagnostics).toEqual([]);
  });

  it('joins a name broken over lines and leaves the dressing of a web page out', () => {
    const { facts } = prose(
      '首页 > 政务公开',
      '发布时间：2025-02-01',
      '中共青岛市委',
      '社会工作部 2024 年度',
      '部门决算',
      '目录',
    );
    expect(facts).toMatchObject({ title: '中共青岛市委社会工作部2024年度部门决算', reportKind: 'department_final' });
  });

  it.each([
    ['a part heading', ['第一部分', '单位概况', '2023年单位预算表']],
    ['a numbered heading', ['一、基本职能及主要工作', '二、部门预算单位构成']],
  ])('takes no %s', (_, texts) => {
    expect(prose(...texts).facts.title).toBeNull();
  });

  it('finds it behind the tables, also inside the heading of the first part', () => {
    const tables = [{ title: '部门预算收支总表' }];
    expect(withTables(tables, '第一部分 政协部门2024年部门预算信息公开情况说明').facts.title).toBe(
      '政协部门2024年部门预算信息公开情况说明',
    );
    expect(withTables(tables, '部门预算收支总表').facts.title).toBeNull();
  });

  it('takes the first form of a document of nothing but performance forms', () => {
    const title = '2023年部门整体支出绩效目标表';
    const rows = [['部门名称', '山海关区教育局']];
    const { facts } = withTables([{ title, form: true, rows }, { title: '2023年专项资金绩效目标汇总表' }]);
    expect(facts).toMatchObject({
      title,
      publisher: '山海关区教育局',
      reportKind: 'performance_targets',
      fiscalYear: 2023,
      regionCode: '130303',
    });
  });
});

describe('performance forms', () => {
  it('do not make a narrative budget with a form at its end a document of forms', () => {
    const texts = ['第一部分', '单位概况', '2023年单位预算情况说明', '青岛市财政局2023年收入预算10万元。'];
    const { facts } = withTables([{ title: '项目支出绩效目标表' }], ...texts);
    expect(facts).toMatchObject({ title: null, reportKind: 'unit_budget' });
  });
});

describe('publisher', () => {
  it.each([
    ['部门名称：青岛市财政局', '青岛市财政局', null],
    ['编制部门：青岛市万里街道办事处      单位：元', '青岛市万里街道办事处', null],
    ['131政协部门 预算年度：2024 单位：万元', '政协部门', '131'],
    ['单位名称（公章）：青岛市第一中学', '青岛市第一中学', null],
    ['131政协部门', '政协部门', '131'],
    ['[103001]青岛市审计局（本级）', '青岛市审计局（本级）', '103001'],
  ])('reads the caption %s', (caption, publisher, code) => {
    expect(withTables([{ captions: [caption] }]).facts).toMatchObject({ publisher, publisherCode: code });
  });

  it.each(['单位：万元', '填报单位：（盖章）', '金额单位：元', '预算年度：2024', '2024年度'])(
    'finds no name in the caption %s',
    (caption) => {
      expect(withTables([{ captions: [caption] }]).facts).toMatchObject({ publisher: null, publisherCode: null });
    },
  );

  it.each([
    ...['下属', '所属', '项目', '采购', '联系', '监督', '承接', '建设', '主管', '二级预算'].map(
      (whose) => `${whose}单位：青岛市科技馆`,
    ),
    ...['牵头部门：青岛市财政局', '部门：办公室', '计价单位：平方米', '单位：公里', '单位：台（套）', '单位：人次'],
    ...['单位：港元', '（单位：仟元）', '项目单位：青岛市科技馆 单位：万元'],
  ])('%s names nobody who publishes', (line) => {
    expect(withTables([{ captions: [line] }], line).facts.publisher).toBeNull();
  });

  it.each([
    ['单位：万元　编制单位：青岛市科技馆', '青岛市科技馆'],
    ['表1 部门：青岛市科技馆（本级）', '青岛市科技馆（本级）'],
    ['公开01表单位：103001青岛市科技馆', '青岛市科技馆'],
    ['部门预算编制单位：青岛市科技馆', '青岛市科技馆'],
  ])('%s names %s', (line, name) => {
    expect(prose(line).facts.publisher).toBe(name);
  });

  it('takes the body of the title, not another of a label', () => {
    const captions = ['编制单位：青岛市科技馆', '131青岛市科技馆'];
    const form = { form: true, rows: [['单位名称', '青岛市科技馆']] };
    const { facts } = withTables([{ captions }, form], '青岛市财政局2024年部门预算');
    expect(facts).toMatchObject({ publisher: '青岛市财政局', publisherCode: null });
    const office = withTables([{ captions: ['编制部门：办公室'] }], '青岛市人民政府办公室2024年部门预算');
    expect(office.facts.publisher).toBe('青岛市人民政府办公室');
    const own = withTables([{ captions: ['部门：131青岛市财政局（本级）'] }], '财政局2024年部门预算');
    expect(own.facts).toMatchObject({ publisher: '青岛市财政局（本级）', publisherCode: '131' });
  });

  it('takes the code only from the line that prints this very name', () => {
    const captions = ['部门名称：青岛市财政局', '青岛市财政局', '103青岛市财政局'];
    expect(withTables([{ captions }, { captions }]).facts.publisherCode).toBe('103');
    expect(withTables([{ captions: ['编制单位：青岛市财政局'] }]).facts.publisherCode).toBeNull();
  });

  it('reads it from the introduction, else from the subject of most budget sentences', () => {
    expect(
      prose('按照综合预算的原则，青岛市政协办公厅（本级）（以下简称：市政协）收支均纳入部门预算管理。').facts.publisher,
    ).toBe('青岛市政协办公厅（本级）');
    expect(prose('一、概况', '政协办2023年收支总预算684万元，比上年增加。本部门2023年预算不变。').facts.publisher).toBe(
      '政协办',
    );
  });

  it('says so when none is named', () => {
    expect(prose('本部门2024年预算收入10万元。').diagnostics.map(({ code }) => code)).toContain('publisher-unknown');
  });
});

describe('fiscal year', () => {
  it('never takes a year of comparison', () => {
    const { facts } = prose('2023年预算收入10万元，比2022年预算增加1万元。', '与2022年预算持平，较2022年预算数减少。');
    expect(facts.fiscalYear).toBe(2023);
  });

  it('takes the budget of a report on two years', () => {
    const { facts } = prose('青岛市2023年预算执行情况和2024年预算草案的报告');
    expect(facts).toMatchObject({ fiscalYear: 2024, reportKind: 'government_budget' });
  });

  it('reads captions, not dates, and Chinese digits', () => {
    expect(withTables([{ captions: ['预算年度：2024', '截止时间：2023-12-31'] }]).facts.fiscalYear).toBe(2024);
    expect(prose('青岛市财政局二〇二四年部门预算').facts.fiscalYear).toBe(2024);
  });

  it('reports a title and tables that disagree', () => {
    const { facts, diagnostics } = withTables([{ title: '2023年收支总表' }], '青岛市财政局2024年部门预算');
    expect(facts.fiscalYear).toBe(2024);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fiscal-year-conflict']);
  });
});

describe('kind and scope', () => {
  it.each([
    ['青岛市财政局2025年度单位预算', 'unit_budget', 'own'],
    ['青岛市财政局2024年度单位决算', 'unit_final', 'own'],
    ['青岛市财政局2024年部门决算公开', 'department_final', 'unknown'],
    ['青岛市第一中学2024年预算公开', 'unit_budget', 'own'],
    ['青岛市财政局2024年部门（单位）预算', 'department_budget', 'unknown'],
    ['青岛市2023年决算和2024年预算草案', 'government_budget', 'unknown'],
    ['青岛市2024年财政决算', 'government_final', 'unknown'],
  ])('%s is %s', (title, reportKind, scope) => {
    expect(prose(title).facts).toMatchObject({ reportKind, scope });
  });

  it('counts headings where there is no title; the name of a classification is none', () => {
    const texts = ['一、单位概况', '二、2023年单位预算情况说明', '三、按部门预算支出经济分类'];
    expect(prose(...texts).facts.reportKind).toBe('unit_budget');
  });

  it.each([
    ['政协部门机关及所属事业单位的收支包含在部门预算中。', 'consolidated'],
    ['部门预算是包括街道本部以及下属5家预算单位的综合收支计划。', 'consolidated'],
    ['纳入2024年部门预算编制范围的二级预算单位共1个，包括：本级。', 'own'],
    ['财政拨款收入：指部门预算中包括所属单位取得的拨款。', 'unknown'],
  ])('%s', (sentence, scope) => {
    expect(prose('青岛市财政局2024年部门预算', sentence).facts.scope).toBe(scope);
  });

  it('knows nothing of a text that is no budget', () => {
    const { facts, diagnostics } = prose('今天天气很好。');
    expect(facts).toMatchObject({
      reportKind: 'other',
      title: null,
      publisher: null,
      fiscalYear: null,
      regionCode: null,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'fiscal-year-unknown',
      'publisher-unknown',
      'report-kind-unknown',
      'region-unknown',
    ]);
  });
});

describe('region', () => {
  it('asks the publisher first, cells of tables only then', () => {
    const rows = [['单位名称'], ['山海关区委员会本级']];
    expect(withTables([{ captions: ['部门名称：青岛市财政局'], rows }]).facts.regionCode).toBe('370200');
    expect(withTables([{ captions: ['131政协部门'], rows }]).facts).toMatchObject({
      regionCode: '130303',
      regionName: '山海关区',
    });
  });
});

it('misses nothing in a document that says nothing', () => {
  expect(readDocumentFacts(rawDocument('silent'), findRegion)).toMatchObject({
    facts: { publisher: null, fiscalYear: null, reportKind: 'other' },
    diagnostics: [],
  });
});
