/** `npm run crash [kills [seed]]`: two hundred kills at random moments of all stages; exits with 1 where an archive differs from that of an undisturbed run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRuns } from './campaign.js';
import { STAGES } from './moments.js';

const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(kills) || !Number.isSafeInteger(seed)) throw new Error('usage: npm run crash [kills [seed]]');
const DOCUMENTS = 60;
const MOST_SHOWN = 10;

const folder = mkdtempSync(join(tmpdir(), 'yusuan-crash-'));
const start = performance.now();
const tally = await killRuns(folder, {
  kills,
  documents: DOCUMENTS,
  seed,
  onArchive: (soFar) => {
    process.stderr.write(`${soFar} kills\n`);
  },
});
rmSync(folder, { recursive: true, force: true });

for (const stage of STAGES) console.log(`${stage.padEnd(14)} ${String(tally.kills.get(stage) ?? 0).padStart(4)}`);
console.log(`${'workers'.padEnd(14)} ${String(tally.workersKilled).padStart(4)}`);
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(`${tally.archives} archives compared in ${minutes} minutes (seed ${seed})`);
for (const [what, rows] of Object.entries({ lost: tally.lost, doubled: tally.doubled, faults: tally.faults })) {
  console.log(`${what}: ${rows.length}`);
  for (const row of rows.slice(0, MOST_SHOWN)) console.log(`  ${row}`);
}
process.exitCode = tally.lost.length + tally.doubled.length + tally.faults.length > 0 ? 1 : 0;
