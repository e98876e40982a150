import { describe, expect, it } from 'vitest';
import { judgeTable } from '../../../../transforms/checks/index.js';
import { coded, headed, table, TOTAL } from '../../lines/stated.js';

describe('judgeTable', () => {
  const rows = [
    { ...TOTAL, cells: ['5.00', '3.00', '2.00'] },
    { ...coded('function', '201'), cells: ['5.00', '3.00', '2.00'] },
  ];
  const grid = headed(1, 4, []);

  it('counts the identities that hold under the right columns and fail under the wrong ones', () => {
    const right = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;
    expect(judgeTable(table(right, rows), { grid, blankColumns: [] })).toEqual({ held: 5, failed: 0, misread: 0 });
    const wrong = [{ spendingType: 'basic' }, { spendingType: 'total' }, { spendingType: 'project' }] as const;
    expect(judgeTable(table(wrong, rows), { grid, blankColumns: [] })).toEqual({ held: 3, failed: 2, misread: 0 });
  });

  it('counts no identity between zeros', () => {
    const zeros = rows.map((row) => ({ ...row, cells: ['0.00', '0.00', '0.00'] }));
    const columns = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;
    expect(judgeTable(table(columns, zeros), { grid, blankColumns: [] })).toEqual({ held: 0, failed: 0, misread: 0 });
  });
});
