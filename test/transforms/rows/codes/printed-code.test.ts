import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../../../transforms/codebook/index.js';
import { joinCodeColumns, readCodeCell } from '../../../../transforms/rows/codes/printed-code.js';

describe('a cell of a code column', () => {
  it.each([
    ['2010301', '2010301'],
    ['201\n03\n01', '2010301'],
    ['2010\n301', '2010301'],
    ['201.03.0\n1', '2010301'],
    ['201类03款01项', '2010301'],
    ['201 一般公共服务支出', '201'],
    ['2010300', '2010300'],
    ['2010301.0', '2010301'],
    ['A02010000', 'A02010000'],
    ['c', 'C'],
    ['01', '01'],
    ['201O301', '201O301'],
    ['20#03', '20#03'],
    ['2010301/2010302', '2010301/2010302'],
    ['00', null],
    ['-', null],
    ['合计', null],
    ['2024年', null],
    ['', null],
  ])('%j holds %j', (text, code) => {
    expect(readCodeCell(text)).toBe(code);
  });
});

it('reads every code of the accounts in every layout', () => {
  const codes = loadCodebook()
    .entries.filter(({ scheme }) => scheme === 'function' || scheme === 'dept_economic' || scheme === 'revenue')
    .map(({ code }) => [code.slice(0, 3), ...(code.slice(3).match(/../g) ?? [])]);
  const law = fc.property(
    fc.constantFrom(...codes),
    fc.constantFrom('', ' ', '　', '-', '－', '.', '·', '/', '\n'),
    (levels, separator) => {
      const code = levels.join('');
      const blanks = levels.map(() => '');
      expect(readCodeCell(levels.join(separator))).toBe(code);
      expect(joinCodeColumns(levels, []).code).toBe(code);
      expect(joinCodeColumns([...levels, ''], ['999', '99']).code).toBe(code);
      expect(joinCodeColumns([...blanks.slice(1), levels.at(-1) ?? ''], levels).code).toBe(code);
    },
  );
  fc.assert(law, { numRuns: 300 });
});
