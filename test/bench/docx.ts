/**
 * How fast a Word document becomes a RawDocument: megabytes of document.xml and documents a second, beside unzipping and parsing document.xml alone
 * in the same process: of one large document, and of a batch of small ones. Both ways read the same text equally often, in turn, before and while they
 * are timed. And the memory that a large document takes, in a process of its own. `npx tsx test/bench/docx.ts [rounds]`. Ends with 1 where one of
 * the ratios is below 0.3, or the large document needs 300 MiB or more.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';
import type * as Extractors from '../../extractors/index.js';
import { largeDocx } from '../builders/large-docx.js';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLES = join(ROOT, 'samples');
const MIB = 1024 * 1024;
const DEFAULT_ROUNDS = 9;
/** document.xml that each way reads in a round, at least: small documents are read over and over, as many of them as the large one is long. */
const ROUND_BYTES = 5 * MIB;
/** Rounds before the first that counts: the engine compiles what runs often, and an archive is read by compiled code. Small documents need some thirty MiB. */
const WARM_UP_ROUNDS = 6;
/** Of unzipping and parsing alone. */
const LEAST_RATIO = 0.3;
const LARGE_BYTES = 50 * MIB;
const MOST_MEMORY = 300 * MIB;

/** The build, as users run it: what runs TypeScript sources as they are wraps every function that has a name, and slows the many small ones down. */
const BUILD = join(ROOT, 'dist', 'extractors', 'index.js');
const { extract } = (await import(BUILD)) as typeof Extractors;

const [first, path] = process.argv.slice(2);
if (first === '--memory' && path !== undefined) await readAndTell(path);
else await measureAll(Number(first ?? DEFAULT_ROUNDS));

/** The child's part: reads one file and prints its peak memory in KiB. */
async function readAndTell(file: string): Promise<void> {
  const { tables } = await readWhole(readFileSync(file));
  if (tables.length === 0) throw new Error('no tables');
  console.log(process.resourceUsage().maxRSS);
}

async function measureAll(rounds: number): Promise<void> {
  const large = [{ name: 'generated', bytes: largeDocx(ROUND_BYTES) }];
  const samples = readdirSync(SAMPLES).flatMap((name) => (name.includes('-docx-') ? [sampleOf(name)] : []));
  const ratios = [
    await measureSpeed('one of 5 MiB', large, rounds),
    await measureSpeed(`${samples.length} samples`, samples, rounds),
  ];
  const memory = measureMemory();
  console.log(`document.xml of ${LARGE_BYTES / MIB} MiB: at most ${(memory / MIB).toFixed(0)} MiB of memory`);
  if (ratios.some((ratio) => ratio < LEAST_RATIO) || memory >= MOST_MEMORY) process.exitCode = 1;
}

interface BenchFile {
  readonly name: string;
  readonly bytes: Buffer;
}

function sampleOf(name: string): BenchFile {
  return { name, bytes: readFileSync(join(SAMPLES, name, `${name}.docx`)) };
}

/** Both ways in turn; of each the best round counts, in which the machine's other work was least in its way. Returns the ratio. */
async function measureSpeed(what: string, files: readonly BenchFile[], rounds: number): Promise<number> {
  const once = await readAlone(files);
  const passes = Math.max(1, Math.round(ROUND_BYTES / once));
  const timed: { alone: number; whole: number }[] = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const alone = await timeOf(passes, () => readAlone(files));
    const whole = await timeOf(passes, () => readAll(files));
    if (round >= 0) timed.push({ alone, whole });
  }
  const [alone, whole] = [
    Math.min(...timed.map((round) => round.alone)),
    Math.min(...timed.map((round) => round.whole)),
  ];
  const ratio = alone / whole;
  const speed = `${(once / MIB / (whole / 1_000)).toFixed(1)} MiB/s, ${(files.length / (whole / 1_000)).toFixed(1)} documents/s`;
  console.log(
    `${what}: ${speed}; unzipping and parsing alone ${alone.toFixed(0)} ms of ${whole.toFixed(0)}: ratio ${ratio.toFixed(2)}`,
  );
  return ratio;
}

/** Bytes of document.xml in all files. */
async function readAlone(files: readonly BenchFile[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += await parseAlone(file.bytes);
  return bytes;
}

async function readAll(files: readonly BenchFile[]): Promise<void> {
  for (const file of files) await readWhole(file.bytes);
}

/** Inflates and parses document.xml, and does nothing with it; gives its size. */
async function parseAlone(bytes: Buffer): Promise<number> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const parser = new SaxesParser();
    let events = 0;
    for (const name of ['opentag', 'closetag', 'text'] as const) parser.on(name, () => (events += 1));
    const decoder = new TextDecoder();
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
    size += entry.uncompressedSize;
  }
  return size;
}

function readWhole(bytes: Buffer) {
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return extract({ documentId, fileName: 'bench.docx', sourceUri: 'bench.docx', bytes });
}

/** Peak bytes of a process that reads the large document. */
function measureMemory(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-docx-'));
  try {
    const file = join(folder, 'large.docx');
    writeFileSync(file, largeDocx(LARGE_BYTES));
    const args = ['--import', 'tsx', import.meta.filename, '--memory', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the large document can't be read: ${stderr}`);
    return Number(stdout) * 1_024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of processor time that one of several passes takes: the machine's other work does not count. */
async function timeOf(passes: number, work: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000 / passes;
}
