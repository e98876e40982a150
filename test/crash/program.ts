/** A run as a process of its own, that can be killed at any moment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const LIBRARY = join(import.meta.dirname, '..', '..', 'dist', 'index.js');
/** Small batches, so that a run of few documents commits often. */
const PROGRAM = `const { run } = await import(${JSON.stringify(pathToFileURL(LIBRARY).href)});
const [input, outDir, jobs] = process.argv.slice(1);
await run({ inputs: [input], outDir, jobs: Number(jobs), batches: { outcomes: 12 } });`;
/** No converter, and nobody's own code tables. */
const ENVIRONMENT = { ...process.env, YUSUAN_SOFFICE: 'none', YUSUAN_CODES: '', XDG_DATA_HOME: '/nowhere' };
/** Workers look at once whether they are still waited for; a busy machine may let them wait. */
const LONGEST_AFTERLIFE_MS = 10_000;

export interface Ended {
  /** null where it was killed. */
  readonly code: number | null;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly ended: Promise<Ended>;
  isRunning(): boolean;
  /** Kills the run itself, and waits until its workers have ended, too. @throws Error where one goes on */
  kill(): Promise<void>;
  /** Kills one of the run's workers, where it has any; `random` is from 0 to 1. */
  killWorker(random: number): boolean;
}

export function startProgram(input: string, outDir: string, jobs = 2): RunningProgram {
  const options = ['--input-type=module', '--eval', PROGRAM, input, outDir, String(jobs)];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'ignore', 'pipe'], env: ENVIRONMENT });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    // Not `close`: a worker that outlives its run holds the pipe, and is to be noticed by itself.
    child.once('exit', (code) => {
      resolve({ code, stderr });
    });
  });
  return {
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: () => kill(child, ended),
    killWorker: (random) => {
      const workers = childrenOf(child.pid);
      const victim = workers[Math.floor(random * workers.length)];
      return victim !== undefined && endProcess(victim);
    },
  };
}

async function kill(child: ChildProcess, ended: Promise<Ended>): Promise<void> {
  const workers = childrenOf(child.pid);
  child.kill('SIGKILL');
  await ended;
  const deadline = performance.now() + LONGEST_AFTERLIFE_MS;
  while (workers.some(isAlive)) {
    if (performance.now() > deadline) throw new Error('a worker goes on although its run was killed');
    await wait(20);
  }
}

/** Where the system tells (Linux); elsewhere none. */
function childrenOf(pid: number | undefined): readonly number[] {
  try {
    const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended and was not yet taken leave of counts as ended.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function endProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
