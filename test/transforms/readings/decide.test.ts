import { describe, expect, it } from 'vitest';
import type { RawTable, Reading } from '../../../extractors/types.js';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { assignUnits, decideTable } from '../../../transforms/readings/index.js';
import { budgetTable, documentFacts } from '../../builders/budget-document.js';

const codebook = loadCodebook();
const UNIT = { unit: '万元', inferred: false };

function reading(header: readonly string[], body: readonly (readonly string[])[], why: string): Reading {
  return { grid: budgetTable(1, 'other', [header, ...body]).grid, why };
}

function table(readings: RawTable['readings'], fields: Partial<RawTable> = {}): RawTable {
  return { ...budgetTable(1, 'other', []).raw, title: '支出总表', readings, ...fields };
}

function decide(...readings: RawTable['readings']) {
  const decided = decideTable(table(readings), UNIT, documentFacts(), codebook);
  return {
    header: decided.table.grid.cells.slice(0, 4).map(({ text }) => text),
    codes: decided.diagnostics.map(({ code }) => code),
  };
}

const BODY = [['合计', '5.00', '3.00', '2.00']];
const right = ['科目', '合计', '基本支出', '项目支出'];
const wrong = ['科目', '项目支出', '合计', '基本支出'];

describe('of several readings', () => {
  it('the first under which the accounts hold is taken, and said to be another than the likeliest', () => {
    expect(decide(reading(wrong, BODY, 'a'), reading(right, BODY, 'b'))).toEqual({
      header: right,
      codes: ['reading-chosen'],
    });
  });

  it('is told with both headers', () => {
    const { diagnostics } = decideTable(
      table([reading(wrong, BODY, 'a'), reading(right, BODY, 'b')]),
      UNIT,
      documentFacts(),
      codebook,
    );
    expect(diagnostics[0]?.message).toContain(
      'c.1 stands under "合计", not "项目支出"; c.2 stands under "基本支出", not "合计"',
    );
  });

  it('the likeliest is taken without a word where the accounts hold under it', () => {
    expect(decide(reading(right, BODY, 'a'), reading(wrong, BODY, 'b'))).toEqual({ header: right, codes: [] });
  });

  it('the likeliest is taken with a warning where the accounts hold under none', () => {
    const body = [['合计', '9.00', '3.00', '2.00']];
    expect(decide(reading(wrong, body, 'a'), reading(right, body, 'b'))).toEqual({
      header: wrong,
      codes: ['reading-undecided'],
    });
  });

  it('that only alignment tells apart, amounts that mean something else under one for which as much speaks are marked', () => {
    const other = ['科目', '合计', '项目支出', '基本支出'];
    const marked = (...readings: RawTable['readings']) =>
      decideTable(table(readings, { method: 'aligned' }), UNIT, documentFacts(), codebook).amounts.map(
        ({ ambiguous }) => ambiguous,
      );
    expect(marked(reading(right, BODY, 'a'), reading(other, BODY, 'b'))).toEqual([false, true, true]);
    expect(marked(reading(right, BODY, 'a'), reading(wrong, BODY, 'b'))).toEqual([false, false, false]);
  });

  it('the only one is taken without a word', () => {
    expect(decide(reading(wrong, BODY, 'a'))).toEqual({ header: wrong, codes: [] });
  });
});

describe('a table taken for a statement', () => {
  const isGuess = (fields: Partial<RawTable>, unit = UNIT): boolean =>
    decideTable(table([reading(right, BODY, 'a')], fields), unit, documentFacts(), codebook).table.isGuess;

  it('is a guess where only its words make it that, or its unit is inferred', () => {
    expect([isGuess({}), isGuess({ title: '附表9' }), isGuess({}, { ...UNIT, inferred: true })]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('the unit of a table', () => {
  const grids: RawTable['readings'] = [reading(right, BODY, 'a')];
  const units = (...captions: readonly (readonly string[])[]) => {
    const { units: assigned, diagnostics } = assignUnits(
      captions.map((lines, at) => table(grids, { tableNo: at + 1, captions: lines })),
      [],
    );
    return { units: assigned, codes: diagnostics.map(({ code }) => code) };
  };

  it('is its own', () => {
    expect(units(['单位：元'])).toEqual({ units: [{ unit: '元', inferred: false }], codes: [] });
  });

  it("is inferred from the document's other tables where they agree", () => {
    expect(units(['单位：元'], ['部门：某局'])).toEqual({
      units: [
        { unit: '元', inferred: false },
        { unit: '元', inferred: true },
      ],
      codes: ['unit-inferred'],
    });
  });

  describe('without a name or captions behind another', () => {
    const other: RawTable['readings'] = [reading(['科目', '支出合计', '基本支出', '项目支出'], BODY, 'a')];
    const named = table(grids, { captions: ['单位：元'], pageFirst: 1, pageLast: 1, order: 4 });
    const inferredOf = (readings: RawTable['readings'], page: number, order: number): boolean | undefined =>
      assignUnits([named, table(readings, { tableNo: 2, title: null, pageFirst: page, pageLast: page, order })], [])
        .units[1]?.inferred;

    it("is that table's where it stands right below it, or under the same headings", () => {
      expect([inferredOf(other, 1, 5), inferredOf(grids, 2, 6)]).toEqual([false, false]);
    });

    it('is doubtful where it heads other things, on another page or below other words', () => {
      expect([inferredOf(other, 2, 5), inferredOf(other, 1, 6)]).toEqual([true, true]);
    });
  });

  it('is doubtful where it names two: two tables may have been read as one', () => {
    expect(units(['单位：万元', '单位：元'])).toEqual({
      units: [{ unit: '万元', inferred: true }],
      codes: ['units-contradict'],
    });
  });

  it.each([
    { title: '支出总表（万元）', captions: ['单位：元'] },
    { captions: ['单位：元（万元）'] },
    { captions: ['单位：元'], notes: ['注：本表单位为万元。'] },
  ])('is doubtful where $title $captions $notes contradict each other', (fields) => {
    const found = assignUnits([table(grids, fields)], []);
    expect(found.units).toEqual([{ unit: '元', inferred: true }]);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['units-contradict']);
  });

  it('is none where they do not, and each amount is told to lack it', () => {
    const found = units(['单位：元'], ['单位：万元'], ['部门：某局']);
    expect(found).toEqual({
      units: [expect.anything(), expect.anything(), { unit: null, inferred: false }],
      codes: [],
    });
    const decided = decideTable(table(grids), { unit: null, inferred: false }, documentFacts(), codebook);
    expect(decided.amounts).toEqual([]);
    expect(decided.diagnostics.map(({ code, message }) => [code, /for 3 amounts/.test(message)])).toEqual([
      ['unit-missing', true],
    ]);
  });
});
