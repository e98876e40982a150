/**
 * How a run behaves over a large archive: documents a second with one worker and with two, memory at a thousand documents and at ten times as many, what a run
 * over unchanged files costs beside looking at them, and rows a second into the database beside a bare loop of its appender.
 * `npm run bench:scale [-- COUNT]`, of the build. Ends with 1 where a figure is beyond its bound.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureMachine } from './scale/machine.js';
import { measureRows } from './scale/rows.js';
import { measureInTurns, measureRun, measureUnchanged } from './scale/runs.js';
import { writeVariants } from './scale/variants.js';

const DEFAULT_COUNT = 10_000;
/** Documents of the small archive: a tenth. */
const SMALL_PART = 10;

const LEAST_SPEED_UP = 1.7;
const MOST_GROWTH = 1.25;
const MOST_TIMES_LOOKING = 5;
const LEAST_OF_BARE = 0.5;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const failures: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
try {
  await measureAll(Number(process.argv[2] ?? DEFAULT_COUNT));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures.length > 0) console.log(`beyond its bound: ${failures.join(', ')}`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function measureAll(count: number): Promise<void> {
  const small = join(folder, 'small');
  const large = join(folder, 'large');
  writeVariants(small, count / SMALL_PART);
  writeVariants(large, count);

  const few = await measureRun({ inputs: small, out: join(folder, 'few'), jobs: 2 });
  tellRun(`${count / SMALL_PART} documents, 2 workers`, few);
  const [two, one] = await measureInTurns(
    { inputs: large, out: join(folder, 'two'), jobs: 2 },
    { inputs: large, out: join(folder, 'one'), jobs: 1 },
  );
  tellRun(`${count} documents, 2 workers`, two);
  judge('memory of ten times as many documents', two.memory / few.memory, (ratio) => ratio <= MOST_GROWTH);
  tellRun(`${count} documents, 1 worker`, one);
  judge('speed-up of two workers', two.perSecond / one.perSecond, (ratio) => ratio >= LEAST_SPEED_UP);
  console.log(`  two processes that share nothing speed up by ${(await measureMachine()).toFixed(2)} on this machine`);

  const { looking, running } = measureUnchanged(large, join(folder, 'two'));
  console.log(`unchanged: looking at the files ${looking.toFixed(0)} ms, the run ${running.toFixed(0)} ms`);
  judge('a run over unchanged files, times looking at them', running / looking, (ratio) => ratio <= MOST_TIMES_LOOKING);

  const rows = await measureRows(join(folder, 'rows'));
  console.log(`rows: ${rows.written.toFixed(0)} a second, bare appender ${rows.bare.toFixed(0)}`);
  judge('rows a second, of a bare appender', rows.written / rows.bare, (ratio) => ratio >= LEAST_OF_BARE);
}

function tellRun(what: string, { perSecond, memory, writer }: Awaited<ReturnType<typeof measureRun>>): void {
  const mib = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);
  console.log(
    `${what}: ${perSecond.toFixed(1)} a second, at most ${mib(memory)} MiB, ${mib(writer)} of them the writer`,
  );
}

function judge(what: string, ratio: number, isGood: (ratio: number) => boolean): void {
  console.log(`  ${what}: ${ratio.toFixed(2)}${isGood(ratio) ? '' : ' (beyond its bound)'}`);
  if (!isGood(ratio)) failures.push(what);
}
