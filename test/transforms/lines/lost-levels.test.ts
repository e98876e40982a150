/** Levels that only sums tell. */
import { describe, expect, it } from 'vitest';
import { arrangeAndTell, arrangeLines } from '../../../transforms/lines/index.js';
import type { StatedAmount } from '../../../transforms/types.js';
import { processorTime } from '../../processor-time.js';
import { coded, table, TOTAL } from './stated.js';

type Given = readonly [label: string, ...cells: (string | null)[]];

/** A list and its total at the end; a label may say what more its row is. */
function list(rows: readonly Given[], total: readonly string[], more: Record<string, Partial<StatedAmount>> = {}) {
  return table(
    total.map(() => ({})),
    [...rows.map(([label, ...cells]) => ({ label, cells, ...more[label] })), { ...TOTAL, cells: total }],
  );
}

/** Of what each line of the first column is a part, by label. */
function parentsOf(amounts: readonly StatedAmount[]): readonly string[] {
  const lines = arrangeLines(amounts);
  const labels = new Map(lines.map(({ lineNo, label }) => [lineNo, label]));
  const ofFirst = lines.filter(
    ({ place, lineRole }) => place.kind === 'table' && place.col === 1 && lineRole !== 'total',
  );
  return ofFirst.map(({ label, parentLineNo }) => `${label} < ${labels.get(parentLineNo ?? 0) ?? ''}`);
}

const NESTED: readonly Given[] = [
  ['甲', '5.00'],
  ['乙', '3.00'],
  ['丙', '2.00'],
  ['丁', '4.00'],
];

describe('rows without numbers, codes or indents', () => {
  it('are parts of the row above them where the total is right only so', () => {
    expect(parentsOf(list(NESTED, ['9.00']))).toEqual(['甲 < 合计', '乙 < 甲', '丙 < 甲', '丁 < 合计']);
    const { diagnostics } = arrangeAndTell(list(NESTED, ['9.00']));
    expect(diagnostics.map(({ code, origin }) => [code, origin.row])).toEqual([['level-by-sums', 1]]);
  });

  it('are what the total says where it adds all of them up, or fits no levels', () => {
    const flat = NESTED.map(([label]) => `${label} < 合计`);
    expect(parentsOf(list(NESTED, ['14.00']))).toEqual(flat);
    expect(parentsOf(list(NESTED, ['9.01']))).toEqual(flat);
    expect(arrangeAndTell(list(NESTED, ['9.01'])).diagnostics).toEqual([]);
  });

  it('go on below each other', () => {
    const rows: readonly Given[] = [
      ['甲', '9.00'],
      ['甲之本部', '5.00'],
      ['乙', '3.00'],
      ['丙', '2.00'],
      ['丁', '4.00'],
    ];
    expect(parentsOf(list(rows, ['9.00']))).toEqual([
      '甲 < 合计',
      '甲之本部 < 甲',
      '乙 < 甲之本部',
      '丙 < 甲之本部',
      '丁 < 甲',
    ]);
  });

  it('must add up in every column', () => {
    const rows = (last: string): readonly Given[] => [
      ['甲', '5.00', '1.00'],
      ['乙', '3.00', null],
      ['丙', '2.00', last],
    ];
    expect(parentsOf(list(rows('1.00'), ['5.00', '1.00']))).toEqual(['甲 < 合计', '乙 < 甲', '丙 < 甲']);
    expect(parentsOf(list(rows('2.00'), ['5.00', '1.00']))).toEqual(['甲 < 合计', '乙 < 合计', '丙 < 合计']);
  });

  it('are no parts of a row that bears their name: it was printed twice', () => {
    const rows: readonly Given[] = [
      ['甲', '5.00'],
      ['甲', '5.00'],
      ['乙', '4.00'],
    ];
    expect(parentsOf(list(rows, ['9.00']))).toEqual(['甲 < 合计', '甲 < 合计', '乙 < 合计']);
  });

  it('are no parts where numbers or codes say otherwise', () => {
    const flat = NESTED.map(([label]) => `${label} < 合计`);
    const numbered = { 甲: { outlineDepth: 2 }, 乙: { outlineDepth: 2 } };
    expect(parentsOf(list(NESTED, ['9.00'], numbered))).toEqual(flat);
    const codes = { 甲: { codes: coded('function', '201').codes }, 乙: { codes: coded('function', '208').codes } };
    expect(parentsOf(list(NESTED, ['9.00'], codes))).toEqual(flat);
  });

  it('are spending of the kind of what they are parts of', () => {
    const kinds = { 甲: { spendingType: 'basic' }, 丁: { spendingType: 'project' } } as const;
    const lines = arrangeLines(list(NESTED, ['9.00'], kinds));
    expect(lines.map(({ spendingType }) => spendingType)).toEqual(['basic', 'basic', 'basic', 'project', 'total']);
  });

  it('take no time where there are many', () => {
    const many = Array.from({ length: 499 }, (_, at): Given => [String(at), `${String(500 - at)}.00`]);
    expect(processorTime(() => arrangeLines(list(many, ['1.00'])))).toBeLessThan(2000);
  });
});
