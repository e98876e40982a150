/** What the machine itself allows: how much faster two processes read that have nothing to do with each other. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { listSamples } from './variants.js';

const ROOT = join(import.meta.dirname, '../../..');
const READER = join(import.meta.dirname, 'reading.mjs');

/** Times that it is measured, one reader and two in turns: the machine itself is now faster, now slower. */
const ROUNDS = 5;

/** A process that reads, and what it says. */
interface Reader {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: AsyncIterator<string, undefined>;
}

/** Documents a second of two readers at once, over those of one alone: 2 where cores share nothing. Each reader keeps to one thread, as workers do. */
export async function measureMachine(): Promise<number> {
  const readers = [startReader(), startReader()];
  await Promise.all(readers.map(nextLine));
  const spent = { alone: 0, together: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.alone += await timeTogether(readers.slice(0, 1));
    spent.together += await timeTogether(readers);
  }
  for (const { child } of readers) child.kill();
  return (2 * spent.alone) / spent.together;
}

/** Milliseconds that each of the readers takes. */
async function timeTogether(readers: readonly Reader[]): Promise<number> {
  const times = readers.map(nextLine);
  for (const { child } of readers) child.stdin.write('go\n');
  const all = (await Promise.all(times)).map(Number);
  return all.reduce((sum, time) => sum + time, 0) / readers.length;
}

function startReader(): Reader {
  const child = spawn(process.execPath, ['--single-threaded', READER, ROOT, ...listSamples()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

/** @throws Error where the reader has ended without one */
async function nextLine({ lines }: Reader): Promise<string> {
  const next = await lines.next();
  if (next.done === true) throw new Error('a reader has failed');
  return next.value;
}
