/** Runs of the built program, watched from outside. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'dist/pipelines/cli/main.js');
const PAGE_BYTES = 4096;
/** Milliseconds between two looks at the memory. */
const INTERVAL = 250;
/** Milliseconds that one of several runs goes on while the others stand still. */
const TURN = 10_000;

export interface MeasuredRun {
  readonly perSecond: number;
  /** Most bytes that all processes of the run held at once. */
  readonly memory: number;
  /** Most bytes that the process held that writes. */
  readonly writer: number;
}

/** What a run is started with. */
export interface RunSettings {
  readonly inputs: string;
  readonly out: string;
  readonly jobs: number;
}

/** One run into a new archive. @throws Error where it does not load every document */
export async function measureRun(settings: RunSettings): Promise<MeasuredRun> {
  const run = new WatchedRun(settings);
  while (!run.hasEnded) await run.goOn();
  return run.measured();
}

/**
 * Two runs in turns: one goes on, the other stands still, always that which has loaded fewer documents. A machine that is faster in one minute than in the next is so for
 * both. @throws Error where one does not load every document
 */
export async function measureInTurns(one: RunSettings, other: RunSettings): Promise<[MeasuredRun, MeasuredRun]> {
  const runs = [new WatchedRun(one), new WatchedRun(other)] as const;
  try {
    for (;;) {
      const [next] = runs.filter(({ hasEnded }) => !hasEnded).sort((a, b) => a.loaded - b.loaded);
      if (next === undefined) return [runs[0].measured(), runs[1].measured()];
      await next.goOn();
    }
  } finally {
    for (const run of runs) run.end();
  }
}

/** A run that can be held: a group of processes of its own. */
class WatchedRun {
  /** Documents told so far. */
  loaded = 0;
  hasEnded = false;
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private lastLine = '';
  private readonly most = { memory: 0, writer: 0 };
  private spent = 0;

  constructor({ inputs, out, jobs }: RunSettings) {
    const args = [PROGRAM, 'run', inputs, '--out', out, '--jobs', String(jobs), '--log-format', 'json'];
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    this.ended = once(this.child, 'close').then(() => {
      this.hasEnded = true;
    });
    if (this.child.stderr)
      createInterface(this.child.stderr).on('line', (line) => {
        this.lastLine = line;
        if (line.includes('"message":"loaded"')) this.loaded += 1;
      });
    this.signal('SIGSTOP');
    // A group of its own hears nothing of an interruption, and would stand still for ever.
    process.once('exit', () => {
      this.end();
    });
  }

  /** Lets it work for one turn. */
  async goOn(): Promise<void> {
    const started = performance.now();
    const watching = setInterval(() => {
      this.look();
    }, INTERVAL);
    this.signal('SIGCONT');
    await Promise.race([this.ended, wait(TURN, undefined, { ref: false })]);
    this.signal('SIGSTOP');
    clearInterval(watching);
    this.spent += performance.now() - started;
  }

  /** Of a run that has ended. */
  measured(): MeasuredRun {
    const told = JSON.parse(this.lastLine) as { readonly seen?: number; readonly loaded?: number };
    if (this.child.exitCode !== 0 || told.loaded === undefined || told.seen !== told.loaded)
      throw new Error(`the run ended with ${String(this.child.exitCode)}: ${this.lastLine}`);
    return { perSecond: told.loaded / (this.spent / 1_000), ...this.most };
  }

  /** Ends it, whatever it is at. */
  end(): void {
    this.signal('SIGKILL');
  }

  private look(): void {
    const { all, own } = memoryOf(this.child.pid ?? 0);
    this.most.memory = Math.max(this.most.memory, all);
    this.most.writer = Math.max(this.most.writer, own);
  }

  private signal(signal: NodeJS.Signals): void {
    if (!this.hasEnded && this.child.pid !== undefined) process.kill(-this.child.pid, signal);
  }
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
