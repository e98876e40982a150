/**
 * Takes mutated documents through the stages of a run, in worker processes, and judges what became of each: loaded with rows that keep the contract, or
 * quarantined for a reason that is no bug. Prints tables; mutants on which the program fails are kept.
 *
 * Usage: npm run fuzz [-- --count N --seed S --bytes B --jobs J --seconds T | -- --seed S --bytes B --only N]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCodebook } from '../../transforms/index.js';
import { readCorpus } from './corpus.js';
import { driveMutants } from './drive.js';
import { judge, type Verdict } from './judge.js';
import { makeMutant } from './mutant.js';
import { reproduction, summarise } from './summary.js';

/** Mutants in one archive: what is on disk at once. Each portion has new workers, which are slow at first. */
const PORTION = 2_000;
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    // Samples beyond take most of the time and show little more.
    bytes: { type: 'string', default: '48000' },
    jobs: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '30' },
    only: { type: 'string' },
  },
});
// Converters are programs of their own, and slow.
process.env['YUSUAN_SOFFICE'] = 'none';
const drawn = { seed: Number(values.seed), bytes: Number(values.bytes) };
const numbers =
  values.only === undefined ? Array.from({ length: Number(values.count) }, (_, at) => at) : [Number(values.only)];
const corpus = await readCorpus(drawn.bytes);
const codebook = loadCodebook();
const scratch = await mkdtemp(join(tmpdir(), 'yusuan-fuzz-'));
const verdicts: Verdict[] = [];
for (let from = 0; from < numbers.length; from += PORTION) await drivePortion(numbers.slice(from, from + PORTION));
const failed = verdicts.filter(({ failures }) => failures.length > 0);
console.log(summarise(verdicts, drawn));
console.log(`${numbers.length} mutants of seed ${drawn.seed}, ${verdicts.length} sources, ${failed.length} failures`);
if (failed.length === 0 && values.only === undefined) await rm(scratch, { recursive: true });
else console.log(`kept in ${scratch}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function drivePortion(own: readonly number[]): Promise<void> {
  const mutants = own.map((number) => makeMutant(corpus, drawn.seed, number));
  const folder = join(scratch, `from-${own[0] ?? 0}`);
  const drive = await driveMutants(mutants, {
    jobs: Number(values.jobs),
    folder,
    codebook,
    seconds: Number(values.seconds),
  });
  const judged = judge(mutants, drive, folder);
  for (const verdict of judged) if (verdict.failures.length > 0) await keep(verdict);
  verdicts.push(...judged);
  if (values.only === undefined) await rm(folder, { recursive: true });
  const failures = verdicts.filter((one) => one.failures.length > 0).length;
  console.error(`${(own.at(-1) ?? 0) + 1} of ${numbers.length}: ${verdicts.length} sources, ${failures} failures`);
}

async function keep(verdict: Verdict): Promise<void> {
  console.log(`FAILED ${reproduction(verdict, drawn)}\n  ${verdict.failures.join('\n  ')}`);
  const folder = join(scratch, 'failed');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${drawn.seed}-${verdict.mutant.fileName}`), verdict.mutant.bytes);
}
