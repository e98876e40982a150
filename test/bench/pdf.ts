/**
 * How fast a PDF becomes a RawDocument: pages a second, beside pdf.js reading the text of the same pages alone (getTextContent) in the same
 * process; and how memory grows with the number of pages, each file in a process of its own. `npx tsx test/bench/pdf.ts [rounds]`. Reads
 * shared/real where it is there, else pages of its own. Ends with 1 where the ratio is below 0.5 or memory grows by more than half.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadEngine } from '../../extractors/pdf/pages/engine.js';
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

const [first, second, third] = process.argv.slice(2);
if (first === '--memory' && (third === 'apart' || third === 'continued')) await readAndTell(Number(second), third);
else await measureAll(Number(first ?? DEFAULT_ROUNDS));

/** The child's part: reads one generated file and prints its peak memory in KiB. */
async function readAndTell(pageCount: number, layout: Layout): Promise<void> {
  const { tables } = await readPdf(toSource(tablePages(pageCount, layout)));
  const expected = layout === 'apart' ? pageCount : 1;
  if (tables.length !== expected) throw new Error(`${tables.length} tables instead of ${expected}`);
  console.log(process.resourceUsage().maxRSS);
}

async function measureAll(rounds: number): Promise<void> {
  const ratio = await measureSpeed(rounds);
  const growths = (['apart', 'continued'] as const).map(measureGrowth);
  if (ratio < LEAST_RATIO || growths.some((growth) => growth > MOST_GROWTH)) process.exitCode = 1;
}

/** Both ways in turn, so that the machine's other work falls on both. Returns the ratio over all files. */
async function measureSpeed(rounds: number): Promise<number> {
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
  return sum(rows.map(({ text }) => text)) / sum(rows.map(({ whole }) => whole));
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

/** How many times the memory of a few pages many pages take. */
function measureGrowth(layout: Layout): number {
  const [few, many] = [peakOf(FEW_PAGES, layout), peakOf(MANY_PAGES, layout)];
  const growth = many / few;
  console.log(
    `tables ${layout}: ${mib(few)} at ${FEW_PAGES} pages, ${mib(many)} at ${MANY_PAGES}: × ${growth.toFixed(2)}`,
  );
  return growth;
}

function mib(kib: number): string {
  return `${(kib / 1024).toFixed(0)} MiB`;
}

function peakOf(pageCount: number, layout: Layout): number {
  const args = ['--import', 'tsx', import.meta.filename, '--memory', String(pageCount), layout];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${pageCount} pages can't be read: ${stderr}`);
  return Number(stdout);
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
