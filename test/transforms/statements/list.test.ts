import { describe, expect, it } from 'vitest';
import { declaredKinds } from '../../../transforms/statements/declared.js';
import type { StatementSources } from '../../../transforms/statements/list.js';
import { listStatements } from '../../../transforms/statements/list.js';
import type { TableKind } from '../../../transforms/types.js';
import { budgetTable, cellPlace, prosePlace, textBlock } from '../../builders/budget-document.js';

function inTable(tableKind: TableKind, tableNo: number, amount: bigint): StatementSources['lines'][number] {
  return { tableKind, amount, place: cellPlace(tableNo, 1, 1) };
}

function inProse(tableKind: TableKind, sentence: string, amount: bigint): StatementSources['lines'][number] {
  return { tableKind, amount, place: prosePlace(1, sentence) };
}

function table(tableNo: number, kind: TableKind, notes: readonly string[] = []): StatementSources['tables'][number] {
  const empty = budgetTable(tableNo, kind, [['项目', '金额']]);
  return { ...empty, raw: { ...empty.raw, notes } };
}

function stateOf(kind: TableKind, sources: Partial<StatementSources>, texts: readonly string[] = []) {
  const all = {
    facts: { reportKind: 'department_budget' },
    tables: [],
    lines: [],
    targets: [],
    blocks: texts.map((text, at) => textBlock(at + 1, text)),
    ...sources,
  } as const;
  const found = listStatements(all).filter(({ tableKind }) => tableKind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('state of a statement', () => {
  const kind = 'gov_fund_expenditure';
  const declaration = '本部门2024年没有使用政府性基金预算拨款安排的支出。';

  it('is filled by an amount, whatever a sentence declares', () => {
    const sources = { tables: [table(8, kind)], lines: [inTable(kind, 8, 0n), inTable(kind, 8, 5n)] };
    expect(stateOf(kind, sources, [declaration])).toEqual({
      tableKind: kind,
      state: 'filled',
      tableNo: 8,
      sourceText: null,
    });
  });

  it('is filled by a sentence where the grid is blank', () => {
    const sentence = '政府性基金预算支出5元。';
    const sources = { tables: [table(8, kind)], lines: [inProse(kind, sentence, 500n)] };
    expect(stateOf(kind, sources)).toEqual({ tableKind: kind, state: 'filled', tableNo: null, sourceText: sentence });
  });

  it('is zero before it is declared none', () => {
    const sources = { tables: [table(8, kind)], lines: [inTable(kind, 8, 0n)] };
    expect(stateOf(kind, sources, [declaration])).toEqual({
      tableKind: kind,
      state: 'zero',
      tableNo: 8,
      sourceText: declaration,
    });
  });

  it('is no blank form where amounts stand that could not be read', () => {
    const printed = budgetTable(8, kind, [
      ['项目', '金额'],
      ['合计', '12.60'],
      ['公务接待费', '2.60'],
    ]);
    expect(stateOf(kind, { tables: [printed] })).toMatchObject({ state: 'filled', tableNo: 8 });
    const coded = budgetTable(8, kind, [
      ['科目编码', '金额'],
      ['2010301', '0.00'],
      ['2010302', ''],
    ]);
    expect(stateOf(kind, { tables: [coded] })).toMatchObject({ state: 'blank_form' });
  });

  it('is declared none before it is a blank form, and a blank form before it is missing', () => {
    expect(stateOf(kind, { tables: [table(8, kind)] }, [declaration])).toEqual({
      tableKind: kind,
      state: 'declared_none',
      tableNo: 8,
      sourceText: declaration,
    });
    expect(stateOf(kind, { tables: [table(8, kind)] })).toMatchObject({ state: 'blank_form', tableNo: 8 });
    expect(stateOf(kind, {})).toEqual({ tableKind: kind, state: 'missing', tableNo: null, sourceText: null });
  });

  it('believes a note of the table itself, whatever it calls the statement', () => {
    const note = '注：无此项支出，空表列示。';
    expect(stateOf('procurement', { tables: [table(3, 'procurement', [note])] })).toMatchObject({
      state: 'declared_none',
      sourceText: note,
    });
    expect(stateOf('procurement', { tables: [table(3, 'procurement', ['注：数据含尾差。'])] })).toMatchObject({
      state: 'blank_form',
    });
  });

  it('does not believe what a form tells to write', () => {
    const form = '无政府性基金预算收支的，仍保留该表格式，并在本表下方作下述说明：';
    const sources = { tables: [table(8, kind)] };
    expect(stateOf(kind, sources, [form, 'XX局2024年度无政府性基金预算支出。'])).toMatchObject({ state: 'blank_form' });
    expect(stateOf(kind, sources, [form + declaration])).toMatchObject({
      state: 'declared_none',
      sourceText: declaration,
    });
  });

  it('reads 无 under a heading', () => {
    expect(
      stateOf('special_funds', { tables: [table(1, 'special_funds')] }, ['六、专项资金预算安排情况', '无。']),
    ).toMatchObject({
      state: 'declared_none',
      sourceText: '六、专项资金预算安排情况 无。',
    });
  });
});

describe('declaredKinds', () => {
  it.each([
    ['2023年,政协办未安排政府采购预算。', ['procurement']],
    [
      '我单位无政府性基金预算拨款和国有资本经营预算拨款安排的支出。',
      ['gov_fund_expenditure', 'state_capital_expenditure'],
    ],
    ['政府性基金预算:无。', ['gov_fund_expenditure']],
    ['国有资本经营预算支出未安排', ['state_capital_expenditure']],
    ['本年度没有财政拨款三公经费支出,故本表无数据。', ['three_public']],
  ])('%s', (sentence, kinds) => {
    expect(declaredKinds(sentence)).toEqual(kinds);
  });

  it.each([
    '政府采购预算6289.03万元,无增减变化。',
    '2023年部门预算未安排购置车辆。',
    '因无法按原计划实施的政府采购项目。',
    '三公经费与上年持平,没有变化。',
    '我部门无其他需要说明的事项。',
    '没有政府采购以外的支出10万元。',
  ])('%s declares nothing', (sentence) => {
    expect(declaredKinds(sentence)).toEqual([]);
  });
});

describe('the list', () => {
  it('holds what the report should have, then what else it has', () => {
    const sources = {
      tables: [table(1, 'organization'), table(2, 'project_expenditure')],
      lines: [],
      targets: [{ tableNo: 3 }],
      blocks: [],
    };
    const kinds = listStatements({ facts: { reportKind: 'department_budget' }, ...sources }).map(
      ({ tableKind }) => tableKind,
    );
    expect(kinds).toHaveLength(12);
    expect(kinds.slice(-2)).toEqual(['project_expenditure', 'performance_targets']);
    const only = listStatements({
      facts: { reportKind: 'performance_targets' },
      tables: [],
      lines: [],
      targets: [],
      blocks: [],
    });
    expect(only).toEqual([{ tableKind: 'performance_targets', state: 'missing', tableNo: null, sourceText: null }]);
  });
});
