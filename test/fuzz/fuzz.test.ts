/** A few hundred of the mutants of `npm run fuzz`, read in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCodebook } from '../../transforms/index.js';
import { readCorpus } from './corpus.js';
import { driveMutants } from './drive.js';
import { judge } from './judge.js';
import { makeMutant } from './mutant.js';
import { reproduction } from './summary.js';

const COUNT = 300;
/** The smallest documents that have all formats among them. */
const DRAWN = { seed: 7, bytes: 22_000 };

const folder = mkdtempSync(join(tmpdir(), 'yusuan-fuzz-'));

describe('mutants', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are loaded by the contract, or quarantined with a reason', async () => {
    const corpus = await readCorpus(DRAWN.bytes);
    const mutants = Array.from({ length: COUNT }, (_, number) => makeMutant(corpus, DRAWN.seed, number));
    const drive = await driveMutants(mutants, { jobs: 0, folder, codebook: loadCodebook(), seconds: 30 });
    const verdicts = judge(mutants, drive, folder);
    const failed = verdicts.filter(({ failures }) => failures.length > 0);
    expect(failed.map((one) => `${reproduction(one, DRAWN)}: ${one.failures.join('; ')}`)).toEqual([]);
    const loaded = verdicts.filter(({ outcome }) => outcome === 'loaded');
    // Most mutants must get past the door, or nothing behind it is tried.
    expect(loaded.length).toBeGreaterThan(COUNT * 0.6);
    expect(new Set(loaded.map(({ mutant }) => mutant.format)).size).toBe(7);
  });
});
