/** Runs of the built program, watched from outside. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'dist/pipelines/cli/main.js');
const PAGE_BYTES = 4096;
/** Milliseconds between two looks at the memory. */
const INTERVAL = 250;

export interface MeasuredRun {
  readonly perSecond: number;
  /** Most bytes that all processes of the run held at once. */
  readonly memory: number;
  /** Most bytes that the process held that writes. */
  readonly writer: number;
}

/** One run over a folder into a new archive. @throws Error where it does not load every document */
export async function measureRun(inputs: string, out: string, jobs: number): Promise<MeasuredRun> {
  const args = [PROGRAM, 'run', inputs, '--out', out, '--jobs', String(jobs)];
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const most = { memory: 0, writer: 0 };
  const watching = setInterval(() => {
    const { all, own } = memoryOf(child.pid ?? 0);
    most.memory = Math.max(most.memory, all);
    most.writer = Math.max(most.writer, own);
  }, INTERVAL);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watching);
  const seconds = (performance.now() - started) / 1_000;
  const seen = /sources: (\d+) seen, (\d+) loaded/.exec(said);
  if (code !== 0 || !seen || seen[1] !== seen[2]) throw new Error(`the run ended with ${String(code)}: ${said}`);
  return { perSecond: Number(seen[1]) / seconds, ...most };
}

/** Resident bytes of a process and of those that it started (Linux). */
function memoryOf(pid: number): { readonly all: number; readonly own: number } {
  const own = residentOf(pid);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return { own, all: children.reduce((sum, child) => sum + residentOf(Number(child)), own) };
}

function residentOf(pid: number): number {
  return Number(readProc(`${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES;
}

function parentOf(pid: string): number {
  return Number(/\) \S (\d+)/.exec(readProc(`${pid}/stat`))?.[1] ?? 0);
}

/** Nothing of a process that has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(join('/proc', path), 'utf8');
  } catch {
    return '';
  }
}

/** Milliseconds of looking at every file of a folder, and of a run over them that finds them unchanged; in one process, its start aside, the best of three each. */
export function measureUnchanged(inputs: string, out: string): { readonly looking: number; readonly running: number } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'unchanged.mjs'), ROOT, inputs, out],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the run over unchanged files failed: ${stderr}`);
  return JSON.parse(stdout) as { looking: number; running: number };
}
