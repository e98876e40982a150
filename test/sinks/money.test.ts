import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { formatFen } from '../../transforms/amounts/index.js';
import { toMillionths } from '../../sinks/rows/millionths.js';
import { budgetDocument, budgetLine } from '../builders/budget-document.js';
import { query, queryFile, runOnce, scratchFolder, sighting } from './archive-folder.js';

const folders: { remove: () => void }[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const LARGEST = 10n ** 20n - 1n;

test('amounts come back exactly from DuckDB and Parquet', async () => {
  const amounts = fc.array(fc.bigInt(-LARGEST, LARGEST), { minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(amounts, async (fen) => {
      const folder = scratchFolder();
      folders.push(folder);
      const document = budgetDocument('amounts', { lines: fen.map((amount, index) => budgetLine(index + 1, amount)) });
      const refusals = await runOnce(folder.path, { documents: [document], sightings: [sighting(document)] });
      expect(refusals.size).toBe(0);
      const wanted = fen.map((amount) => ({ amount: formatFen(amount) }));
      expect(await query(folder.path, 'SELECT amount FROM budget_lines ORDER BY line_no')).toEqual(wanted);
      const glob = join(folder.path, 'parquet', 'budget_lines', '*', '*.parquet');
      expect(await queryFile(':memory:', `SELECT amount FROM '${glob}' ORDER BY line_no`)).toEqual(wanted);
      folder.remove();
    }),
    { numRuns: 8, examples: [[[LARGEST, -LARGEST, 0n, 1n, -1n]]] },
  );
}, 60_000);

test.each([
  ['650', 650_000_000n],
  ['-1.5', -1_500_000n],
  ['0.0000005', 1n],
  ['0.00000049', 0n],
  ['1234567.1234567', 1_234_567_123_457n],
])('%s is a decimal of millionths', (text, wanted) => {
  expect(toMillionths(text)).toBe(wanted);
});

test('a number with other characters is refused', () => {
  expect(() => toMillionths('1,000')).toThrow('no decimal number');
});
