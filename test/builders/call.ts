/** The program called in this process: what it prints and how it ends. */
import { vi } from 'vitest';
import { runProgram } from '../../pipelines/cli/program.js';
import type { Ended } from './cli.js';

/** Carries out one call of `yusuan`. */
export async function call(...args: readonly string[]): Promise<Ended> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  // help is written with console.info, which Vitest sends elsewhere
  const help = vi.spyOn(console, 'info').mockImplementation((text) => void stdout.push(`${String(text)}\n`));
  const spies = [capture('stdout', stdout), capture('stderr', stderr), help];
  try {
    const code = await runProgram(args);
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

function capture(stream: 'stdout' | 'stderr', into: string[]) {
  return vi.spyOn(process[stream], 'write').mockImplementation((text) => {
    into.push(String(text));
    return true;
  });
}
