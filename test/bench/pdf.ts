/**
 * How fast a PDF becomes a RawDocument: pages a second, beside pdf.js reading the text of the same pages alone (getTextContent) in the same
 * process; and how memory grows with the number of pages: each file in a process of its own, which runs the build as the command line does.
 * `npx tsx test/bench/pdf.ts [rounds]`. Reads shared/real where it is there, else pages of its own. Ends with 1 where the ratio of a file is
 * below 0.5 or memory grows by more than half.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadEngine } from '../../extractors/pdf/pages/engine/engine.js';
import { readPdf } from '../../extractors/pdf/read.js';
import { tablePages } from '../builders/table-pages.js';

const ROOT = join(import.meta.dirname, '..', '..');
const REAL = join(ROOT, '..', 'shared', 'real');
const DEFAULT_ROUNDS = 7;
/** Of pdf.js' own reading of the text: what the whole way to tables may take is twice the time. */
const LEAST_RATIO = 0.5;
const MOST_GROWTH = 1.5;
const [FEW_PAGES, MANY_PAGES] = [100, 1_000];

type Layout = Parameters<typeof tablePages>[1];

/** Milliseconds of each of several rounds. */
interface Timed {
  readonly text: number[];
  readonly whole: number[];
}

/** Reads the file that is its argument and prints its number of tables and its peak memory in KiB. */
const READER = `
  import { readFileSync } from 'node:fs';
  import { keepHeapSmall } from './dist/pipelines/heap.js';
  import { readPdf } from './dist/extractors/pdf/read.js';
  keepHeapSmall();
  const bytes = new Uint8Array(readFileSync(process.argv[1]));
  const { tables } = await readPdf({ documentId: 'bench', fileName: 'bench.pdf', sourceUri: 'bench.pdf', bytes });
  console.log(tables.length, process.resourceUsage().maxRSS);
`;

const ratios = await measureSpeed(Number(process.argv[2] ?? DEFAULT_ROUNDS));
const growths = measureMemory();
if (ratios.some((ratio) => ratio < LEAST_RATIO) || growths.some((growth) => growth > MOST_GROWTH)) process.exitCode = 1;

/** Both ways in turn, so that the machine's other work falls on both. Returns the ratio of each file. */
async function measureSpeed(rounds: number): Promise<number[]> {
  const files = benchFiles();
  const timed = new Map<string, Timed>(files.map(({ name }) => [name, { text: [], whole: [] }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, bytes } of files) {
      const text = await timeOf(() => readText(bytes));
      const whole = await timeOf(() => readPdf(toSource(bytes)));
      if (round === 0) continue; // to warm up
      timed.get(name)?.text.push(text);
      timed.get(name)?.whole.push(whole);
    }
  }
  const rows = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const { text = [], whole = [] } = timed.get(name) ?? {};
      return { name, pages: await readText(bytes), text: median(text), whole: median(whole) };
    }),
  );
  console.table(rows.map(describeSpeed));
  const overall = sum(rows.map(({ text }) => text)) / sum(rows.map(({ whole }) => whole));
  console.log(`over all files: ratio ${overall.toFixed(2)}`);
  return rows.map(({ text, whole }) => text / whole);
}

function describeSpeed({ name, pages, text, whole }: { name: string; pages: number; text: number; whole: number }) {
  return {
    file: name,
    pages,
    'pages/s': ((pages / whole) * 1_000).toFixed(0),
    'text alone, ms': text.toFixed(0),
    'tables, ms': whole.toFixed(0),
    ratio: (text / whole).toFixed(2),
  };
}

/** For tables apart and continued: how many times the memory of a few pages many pages take. */
function measureMemory(): number[] {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build fails');
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-bench-'));
  try {
    return (['apart', 'continued'] as const).map((layout) => measureGrowth(folder, layout));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureGrowth(folder: string, layout: Layout): number {
  const [few, many] = [peakOf(folder, FEW_PAGES, layout), peakOf(folder, MANY_PAGES, layout)];
  const growth = many / few;
  console.log(
    `tables ${layout}: ${mib(few)} at ${FEW_PAGES} pages, ${mib(many)} at ${MANY_PAGES}: × ${growth.toFixed(2)}`,
  );
  return growth;
}

function mib(kib: number): string {
  return `${(kib / 1024).toFixed(0)} MiB`;
}

function peakOf(folder: string, pageCount: number, layout: Layout): number {
  const path = join(folder, `${layout}-${pageCount}.pdf`);
  writeFileSync(path, tablePages(pageCount, layout));
  const args = ['--input-type=module', '--eval', READER, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${pageCount} pages can't be read: ${stderr}`);
  const [tables, peak = NaN] = stdout.split(' ').map(Number);
  if (tables !== (layout === 'apart' ? pageCount : 1)) throw new Error(`${tables} tables on ${pageCount} pages`);
  return peak;
}

function benchFiles(): { name: string; bytes: Uint8Array }[] {
  const own = [{ name: 'generated', bytes: tablePages(30, 'continued') }];
  if (!existsSync(REAL)) {
    console.log('shared/real is not there: measured on generated pages');
    return own;
  }
  const paths = readdirSync(REAL).filter((name) => name.endsWith('.pdf'));
  return paths.map((name) => ({ name: basename(name), bytes: new Uint8Array(readFileSync(join(REAL, name))) }));
}

/** pdf.js alone, as it would be asked for text; returns the number of pages. */
async function readText(bytes: Uint8Array): Promise<number> {
  const task = (await loadEngine()).start(bytes);
  const document = await task.document;
  for (let pageNo = 1; pageNo <= document.numPages; pageNo += 1) {
    const page = await document.getPage(pageNo);
    await page.getTextContent();
    page.cleanup();
  }
  const { numPages } = document;
  await task.destroy();
  return numPages;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function toSource(bytes: Uint8Array) {
  return { documentId: 'bench', fileName: 'bench.pdf', sourceUri: 'bench.pdf', bytes };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
