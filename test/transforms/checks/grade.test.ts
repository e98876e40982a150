import { describe, expect, it } from 'vitest';
import { gradeLines } from '../../../transforms/checks/index.js';
import { arrangeLines } from '../../../transforms/lines/index.js';
import type { Check, StatedAmount } from '../../../transforms/types.js';
import { stated } from '../lines/stated.js';

function check(status: Check['status'], figures: bigint): Check {
  return {
    checkNo: 1,
    checkId: 'column-total:1',
    rule: 'column-total',
    subject: '',
    expected: figures,
    actual: figures,
    tolerance: 0n,
    unit: 'yuan',
    status,
    lineNos: [1],
    cellRefs: [],
    correction: null,
  };
}

function gradeOf(checks: readonly Check[], fields: Partial<StatedAmount> = {}): string | undefined {
  return gradeLines(arrangeLines([stated('1', fields)]), checks, [])[0]?.confidence;
}

describe('gradeLines', () => {
  it('is consistent without checks, proven by one that holds', () => {
    expect(gradeOf([])).toBe('consistent');
    expect(gradeOf([check('pass', 5n)])).toBe('proven');
    expect(gradeOf([check('pass_within_rounding', 5n)])).toBe('proven');
  });

  it('proves nothing by zeros or by a check that does not apply', () => {
    expect(gradeOf([check('pass', 0n)])).toBe('consistent');
    expect(gradeOf([check('not_applicable', 5n)])).toBe('consistent');
  });

  it('is suspect in any failing check, counted by outcome', () => {
    const [line] = gradeLines(arrangeLines([stated('1')]), [check('pass', 5n), check('fail', 5n)], []);
    expect(line).toMatchObject({ confidence: 'suspect', checksPassed: 1, checksFailed: 1 });
  });

  it('is suspect when ambiguous, doubtfully coded, or warned of on its very cell', () => {
    const doubtful = {
      scheme: 'function',
      code: '201',
      treeCode: '201',
      codePrinted: null,
      namePrinted: '某',
      method: 'similar',
      score: 0.5,
      edition: '',
      within: null,
      rivals: [],
    } as const;
    const unmapped = { ...doubtful, code: null, method: 'none', score: 0 } as const;
    expect(gradeOf([], { ambiguous: true })).toBe('suspect');
    expect(gradeOf([], { codes: [doubtful] })).toBe('suspect');
    expect(gradeOf([], { codes: [unmapped] })).toBe('consistent');
    const warning = { stage: 'transform', severity: 'warning', code: 'amount-healed', message: '' } as const;
    const lines = arrangeLines([stated('1')]);
    expect(gradeLines(lines, [], [{ ...warning, origin: { tableNo: 1, row: 1, col: 1 } }])[0]?.confidence).toBe(
      'suspect',
    );
    expect(gradeLines(lines, [], [{ ...warning, origin: { tableNo: 1, row: 1, col: 2 } }])[0]?.confidence).toBe(
      'consistent',
    );
  });

  it('forgives spaces between digits where a sum confirms the figure exactly', () => {
    const lines = arrangeLines([stated('1')]);
    const origin = { tableNo: 1, row: 1, col: 1 };
    const spaced = { stage: 'transform', severity: 'warning', code: 'amount-spaced', message: '', origin } as const;
    const gradeSpaced = (...checks: Check[]) => gradeLines(lines, checks, [spaced])[0]?.confidence;
    expect(gradeSpaced()).toBe('suspect');
    expect(gradeSpaced(check('pass', 5n))).toBe('proven');
    expect(gradeSpaced(check('pass_within_rounding', 5n))).toBe('suspect');
    expect(gradeSpaced(check('pass', 0n))).toBe('suspect');
    expect(gradeSpaced(check('pass', 5n), check('fail', 5n))).toBe('suspect');
  });
});
