/** A program run where it can do little harm: bounded in memory, in what it writes, and in time. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { MOST_DOCUMENTS, MOST_MEMORY, MOST_OUTPUT } from './limits.js';

export interface Limits {
  /** Milliseconds for which it may say nothing; it may run as long as it says something, but no longer than a number of them. */
  readonly silence: number;
}

/** Times the longest silence: a document each, and the start. */
const LONGEST_RUN = MOST_DOCUMENTS + 1;

/** How a program ended: by itself with a code, or killed because it was silent too long or crashed, or never begun. */
export interface Ending {
  readonly code: number | null;
  readonly wasSilent: boolean;
  readonly output: string;
}

/** Characters of output that are kept. */
const MOST_OUTPUT_KEPT = 4_096;
const KIBIBYTE = 1_024;
/** Bytes in which `ulimit -f` counts (POSIX). */
const FILE_BLOCK = 512;
/** Sets the limits that the system knows, then becomes the program. */
const LIMITED_SHELL = [
  `ulimit -v ${MOST_MEMORY / KIBIBYTE} 2>/dev/null`,
  `ulimit -f ${MOST_OUTPUT / FILE_BLOCK} 2>/dev/null`,
  'ulimit -c 0 2>/dev/null',
  'exec "$0" "$@"',
].join('; ');

/**
 * Runs `program` in `folder`, its home, with nothing of our environment but PATH; it and all that it starts have ended when the promise resolves. Windows knows
 * no such limits: there only its time is bounded, and it has our environment, without which programs do not start.
 */
export async function runLimited(
  program: string,
  args: readonly string[],
  folder: string,
  { silence }: Limits,
): Promise<Ending> {
  const child = start(program, args, folder);
  const kill = (): void => {
    killGroup(child);
  };
  let output = '';
  let wasSilent = false;
  const giveUp = (): void => {
    wasSilent = true;
    kill();
  };
  const timer = setTimeout(giveUp, silence);
  const deadline = setTimeout(giveUp, silence * LONGEST_RUN);
  const listen = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT_KEPT);
    timer.refresh();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  process.once('exit', kill);
  const code = await endOf(child, kill);
  clearTimeout(timer);
  clearTimeout(deadline);
  process.off('exit', kill);
  return { code, wasSilent, output };
}

/** The exit code; null where the program was killed or could not be started. What it started is killed with it. */
function endOf(child: ChildProcess, kill: () => void): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(null);
    });
    child.once('exit', kill);
    child.once('close', resolve);
  });
}

/** In a process group of its own, so that what it starts can be killed with it. */
function start(program: string, args: readonly string[], folder: string): ChildProcess {
  const options = {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  } satisfies SpawnOptions;
  if (process.platform === 'win32') return spawn(program, [...args], { ...options, env: process.env });
  return spawn('/bin/sh', ['-c', LIMITED_SHELL, program, ...args], { ...options, detached: true });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // all of it has ended
  }
}
