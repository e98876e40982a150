/** docs/confidence.md says of the samples what their cases say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readExpectation, type SampleCase } from '../golden/cases.js';
import { goldenDocuments } from './documents.js';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'confidence.md');
const LEVELS = ['proven', 'consistent', 'suspect'];

/** Name, amounts, and the shares of each level. */
function rowOf(sample: SampleCase): string {
  const levels = readExpectation(sample)
    .flatMap(({ records }) => records)
    .flatMap(({ fields }) => fields.get('confidence') ?? []);
  const shares = LEVELS.map((level) => {
    const part = levels.filter((one) => one === level).length;
    return levels.length === 0 ? '' : `${((100 * part) / levels.length).toFixed(1)} %`;
  });
  return [sample.name, String(levels.length), ...shares].join('|');
}

it('is current: npm run bench:confidence -- --write', () => {
  const written = readFileSync(PAGE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .slice(0, 5)
        .join('|'),
    );
  for (const sample of goldenDocuments()) expect(written).toContain(rowOf(sample));
});
