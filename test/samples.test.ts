/** The golden test: every case in `samples/` gives what it says it gives. `samples/README.md` tells how a case is made. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../transforms/index.js';
import { findCases, missingFiles, readExpectation, runCase, updateExpectation } from './golden/cases.js';
import { compareSheets } from './golden/compare.js';
import { readGaps, sortDifferences } from './golden/gaps.js';
import type { Sheet } from './golden/sheet.js';

const cases = findCases(join(import.meta.dirname, '..', 'samples'));
const codebook = loadCodebook();
/** `1` for all cases, or the name of one. */
const update = process.env['UPDATE_SAMPLES'];
const DIFFERENCES_SHOWN = 60;

describe('sample cases', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(update === undefined || update === '1' || cases.some(({ name }) => name === update)).toBe(true);
  });

  it.each(cases.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
    const actual = await runCase(sample, codebook);
    if (update === '1' || update === sample.name) updateExpectation(sample, actual, process.env);
    expect(missingFiles(sample, actual), 'files that the case lacks').toEqual([]);
    const differences = readExpectation(sample).flatMap((expected) =>
      compareSheets(expected, sheetLike(expected, actual)),
    );
    const { unknown, closed } = sortDifferences(differences, readGaps(sample.folder));
    expect(unknown.length, report(sample.name, unknown)).toBe(0);
    expect(closed, 'known gaps that are closed: remove them from known-gaps.md').toEqual([]);
  });
});

function sheetLike({ file }: Sheet, sheets: readonly Sheet[]): Sheet {
  return sheets.find((sheet) => sheet.file === file) ?? { file, records: [] };
}

function report(name: string, differences: readonly string[]): string {
  const more = differences.length - DIFFERENCES_SHOWN;
  const shown = differences.slice(0, DIFFERENCES_SHOWN).map((difference) => `  ${difference}`);
  return ['', name, ...shown, ...(more > 0 ? [`  … and ${String(more)} more`] : []), ''].join('\n');
}
