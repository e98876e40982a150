/** Printed codes against printed names as checks. */
import { describe, expect, it } from 'vitest';
import { checkCodeNames } from '../../../transforms/checks/code-names.js';
import { gradeLines } from '../../../transforms/checks/index.js';
import { loadCodebook } from '../../../transforms/index.js';
import { arrangeLines } from '../../../transforms/lines/index.js';
import type { BudgetLine, LineCode } from '../../../transforms/types.js';
import { lineCode } from '../../builders/budget-document.js';
import { stated } from '../lines/stated.js';

const codebook = loadCodebook();

/** Two columns of one row that prints a code and a name, mapped to `code`. */
function row(at: number, codePrinted: string, namePrinted: string | null, fields: Partial<LineCode> = {}) {
  const code = { ...lineCode('function', codePrinted), codePrinted, namePrinted, ...fields };
  return [1, 2].map((col) =>
    stated('1.00', { place: { kind: 'table', tableNo: 3, row: at, col, page: null }, codes: [code] }),
  );
}

const RIGHT = row(1, '2010301', '行政运行');
const WRONG = row(2, '2010302', '行政运行', { code: '2010301', score: 0.5 });

function run(...rows: readonly ReturnType<typeof row>[]): {
  lines: BudgetLine[];
  found: ReturnType<typeof checkCodeNames>;
} {
  const lines = arrangeLines(rows.flat());
  return { lines, found: checkCodeNames(lines, codebook) };
}

describe('code against name', () => {
  it('is one check for each table and classification, and binds no line where it holds', () => {
    const { found } = run(RIGHT, row(2, '2010302', '一般行政管理事务'));
    expect(found).toMatchObject([
      { checkId: 'code-name:t3:function', status: 'pass', unit: 'count', expected: 2_000_000n, lineNos: [] },
    ]);
  });

  it('fails with the lines of the rows in which they contradict each other', () => {
    const { found } = run(RIGHT, WRONG);
    expect(found).toMatchObject([{ status: 'fail', expected: 2_000_000n, actual: 1_000_000n, lineNos: [3, 4] }]);
    expect(found[0]?.subject).toContain('not in those of 2010302');
  });

  it('fails where the name is that of no class that the known code could be', () => {
    expect(run(row(1, '2010301', '某某活动', { code: null, score: 0 })).found).toMatchObject([{ status: 'fail' }]);
  });

  it('has nothing to say of rows without name, of unknown codes and of fragments', () => {
    const unknown = row(2, '2019999888', '某某活动', { code: null, score: 0 });
    expect(run(row(1, '2010301', null), unknown, row(3, '01', '行政运行', { code: '2010301' })).found).toEqual([]);
  });

  it('makes lines suspect and proves none', () => {
    const { lines, found } = run(
      RIGHT,
      WRONG.map((amount) => ({ ...amount, codes: [] })),
    );
    const failing = run(RIGHT, WRONG).found;
    const grade = (checks: typeof found) =>
      gradeLines(
        lines,
        checks.map((one) => ({ ...one, checkNo: 1, correction: null })),
        [],
      ).map(({ confidence }) => confidence);
    expect(grade(found)).toEqual(['consistent', 'consistent', 'consistent', 'consistent']);
    expect(grade(failing)).toEqual(['consistent', 'consistent', 'suspect', 'suspect']);
  });
});
