/** “三公” items against the economic codes of basic expenditure. */
import { describe, expect, it } from 'vitest';
import { checkThreePublic } from '../../../../transforms/checks/pairs/three-public.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { StatedAmount } from '../../../../transforms/types.js';
import { coded, said, table } from '../../lines/stated.js';

const BASIC = { tableKind: 'general_public_basic_dept_economic', spendingType: 'basic' } as const;
const ITEM = { tableKind: 'three_public', spendingType: 'total' } as const;

const codes = (code: string, amount: string, column: Partial<StatedAmount> = {}): StatedAmount[] =>
  table([{ ...BASIC, ...column }], [{ ...coded('dept_economic', code), cells: [amount] }], 1);

const items = (
  threePublicItem: StatedAmount['threePublicItem'],
  amount: string,
  column: Partial<StatedAmount> = {},
): StatedAmount[] => table([{ ...ITEM, ...column }], [{ threePublicItem, label: '项', cells: [amount] }], 2);

function outcomes(...amounts: readonly (readonly StatedAmount[])[]): string[] {
  const lines = arrangeLines(amounts.flat());
  return checkThreePublic(lines, ({ fundSource }) => fundSource, new RoundingUnits(lines)).map(({ status }) => status);
}

describe('a class of basic expenditure', () => {
  it.each([
    ['30217', 'reception'],
    ['30231', 'vehicle_operation'],
  ] as const)('%s is no more than its item', (code, item) => {
    expect(outcomes(codes(code, '3.00'), items(item, '3.00'))).toEqual(['pass']);
    expect(outcomes(codes(code, '3.00'), items(item, '3.01'))).toEqual(['pass_within_rounding']);
    expect(outcomes(codes(code, '3.00'), items(item, '5.00'))).toEqual(['not_applicable']);
    expect(outcomes(codes(code, '3.00'), items(item, '2.00'))).toEqual(['fail']);
  });

  it('30212 may be more: visits of researchers are not counted in 三公', () => {
    expect(outcomes(codes('30212', '3.00'), items('overseas', '3.00'))).toEqual(['pass']);
    expect(outcomes(codes('30212', '3.00'), items('overseas', '2.00'))).toEqual(['not_applicable']);
  });

  it('is compared with the item of its own fund, else of one that holds it, a table before a sentence', () => {
    const all = { fundSource: 'fiscal_appropriation' } as const;
    expect(outcomes(codes('30217', '3.00'), items('reception', '9.00', all), items('reception', '3.00'))).toEqual([
      'pass',
    ]);
    expect(outcomes(codes('30217', '3.00'), items('reception', '2.00', all))).toEqual(['fail']);
    expect(outcomes(codes('30217', '3.00', all), items('reception', '2.00'))).toEqual([]);
    const sentence = items('reception', '2.00').map((amount) => ({ ...amount, ...said(7, 0, 9) }));
    expect(outcomes(sentence, codes('30217', '3.00'), items('reception', '3.00', all))).toEqual(['pass']);
  });

  it('may stand in the column of what is spent on running', () => {
    expect(outcomes(codes('30217', '3.00', { spendingType: 'public' }), items('reception', '2.00'))).toEqual(['fail']);
  });

  it('is left alone where the money is another', () => {
    const other = [{ fiscalYear: 2023 }, { budgetStage: 'prior_year' }, { budgetUnitName: '某站' }] as const;
    for (const column of other)
      expect(outcomes(codes('30217', '3.00'), items('reception', '2.00', column))).toEqual([]);
    const project = { spendingType: 'project' } as const;
    expect(outcomes(codes('30217', '3.00', project), items('reception', '2.00'))).toEqual([]);
  });
});
