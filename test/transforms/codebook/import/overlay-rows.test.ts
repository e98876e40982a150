import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layRows, type OverlayRow } from '../../../../transforms/codebook/import/index.js';

function row(name: string, valid_from: string, valid_to: string, old_names = ''): OverlayRow {
  return { code: '20101', name, valid_from, valid_to, old_names };
}

describe('a row laid over others of its code', () => {
  it('ends the name before it', () => {
    expect(layRows([row('甲', '2020', '')], [row('乙', '2026', '')])).toEqual([
      row('甲', '2020', '2025'),
      row('乙', '2026', ''),
    ]);
  });

  it('keeps as an alias the name whose years it takes', () => {
    expect(layRows([row('甲', '2020?', '', '丙(2019)')], [row('乙', '', '')])).toEqual([
      row('乙', '', '', '甲|丙(2019)'),
    ]);
  });

  it('joins the names of the same name', () => {
    expect(layRows([row('甲', '', '', '乙')], [row('甲', '', '', '丙')])).toEqual([row('甲', '', '', '丙|乙')]);
  });

  it('leaves other codes and years alone', () => {
    const others = [row('甲', '2010', '2015'), { ...row('丁', '', ''), code: '20102' }];
    expect(layRows(others, [row('乙', '2020', '')])).toEqual([others[0], row('乙', '2020', ''), others[1]]);
  });

  it('changes nothing when it comes again', () => {
    const once = layRows([row('甲', '2020', '')], [row('乙', '2026', '', '丙')]);
    expect(layRows(once, [row('乙', '2026', '', '丙')])).toEqual(once);
  });

  it('never stands for the same year as another', () => {
    const year = fc.integer({ min: 2000, max: 2030 });
    const period = fc.tuple(fc.option(year), fc.option(fc.nat(9))).map(([from, length]): readonly [string, string] => {
      const to = from !== null && length !== null ? from + length : null;
      return [String(from ?? ''), String(to ?? '')];
    });
    const rows = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), period), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (stated) => {
        const laid = layRows(
          [],
          stated.map(([name, [from, to]]) => row(name, from, to)),
        );
        for (let at = 1999; at <= 2041; at += 1)
          expect(laid.filter((one) => covers(one, at)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function covers({ valid_from, valid_to }: OverlayRow, year: number): boolean {
  return Number(valid_from || year) <= year && year <= Number(valid_to || year);
}
