import { describe, expect, it } from 'vitest';
import { classifyFunds } from '../../../../transforms/checks/pairs/fund-classes.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { StatedAmount } from '../../../../transforms/types.js';
import { table } from '../../lines/stated.js';

type Column = Partial<StatedAmount>;

describe('items of 三公', () => {
  const item = { tableKind: 'three_public', threePublicItem: 'reception', spendingType: 'total' } as const;
  const classes = (...tables: readonly (readonly Column[])[]) => {
    const cells = (columns: readonly Column[]): string[] => columns.map(() => '1.00');
    const amounts = tables.flatMap((columns, at) =>
      table(columns, [{ label: '公务接待费', cells: cells(columns) }], at + 1),
    );
    const lines = arrangeLines(amounts);
    return lines.map(classifyFunds(lines));
  };
  const appropriation = { ...item, fundSource: 'fiscal_appropriation' } as const;
  const general = { ...item, fundSource: 'general_public' } as const;

  it('are of one fund, whatever it is called', () => {
    expect(classes([general], [appropriation])).toEqual(['fiscal_appropriation', 'fiscal_appropriation']);
  });

  it('are of two where a table has a column for each, or another budget pays for some', () => {
    expect(classes([general, appropriation])).toEqual(['general_public', 'fiscal_appropriation']);
    expect(classes([general], [appropriation], [{ ...item, fundSource: 'gov_fund' }])).toEqual([
      'general_public',
      'fiscal_appropriation',
      'gov_fund',
    ]);
  });
});
