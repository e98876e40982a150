/** The command-line program as its users meet it: a process with arguments, output and an exit code. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** The built program, for those who start it on their own. */
export const PROGRAM = join(ROOT, 'dist', 'pipelines', 'cli', 'main.js');
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Brings `dist/` up to date with the sources; call it before the first process is started. */
export function buildProgram(): void {
  const ended = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--if-stale'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`the program can't be built:\n${ended.stdout}${ended.stderr}`);
}

/** Runs `yusuan` with these arguments to its end. */
export function yusuan(...args: readonly string[]): Ended {
  const ended = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

/** Starts `yusuan`, calls `meanwhile` as soon as it has said anything on stderr, and waits for its end. */
export async function yusuanDuring(
  meanwhile: (kill: (signal: NodeJS.Signals) => void) => void,
  ...args: readonly string[]
): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const isFirst = stderr === '';
    stderr += text;
    if (isFirst) meanwhile((signal) => child.kill(signal));
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: '', stderr };
}

/** Starts `yusuan`, sends it `signal` as soon as it has said anything on stderr, and waits for its end. */
export async function yusuanInterrupted(signal: NodeJS.Signals, ...args: readonly string[]): Promise<Ended> {
  return yusuanDuring(
    (kill) => {
      kill(signal);
    },
    ...args,
  );
}

/** Runs `yusuan` into a pipe whose reader leaves after one line. */
export function yusuanIntoHead(...args: readonly string[]): Ended {
  const words = [process.execPath, PROGRAM, ...args].map((word) => `'${word}'`).join(' ');
  const ended = spawnSync('bash', ['-c', `${words} | head -n 1; exit "\${PIPESTATUS[0]}"`], { encoding: 'utf8' });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}
