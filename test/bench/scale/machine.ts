/** What the machine itself allows: how much faster two processes read that have nothing to do with each other. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { listSamples } from './variants.js';

const ROOT = join(import.meta.dirname, '../../..');
const READER = join(import.meta.dirname, 'reading.mjs');

/** Documents a second of two readers at once, over those of one alone: 2 where cores share nothing. Each reader keeps to one thread, as workers do. */
export async function measureMachine(): Promise<number> {
  const alone = await timeTogether(1);
  const together = await timeTogether(2);
  return (2 * alone) / together;
}

/** Milliseconds that each of so many readers takes, once all are warm. */
async function timeTogether(readers: number): Promise<number> {
  const children = Array.from({ length: readers }, startReader);
  await Promise.all(children.map(nextLine));
  const times = children.map(nextLine);
  for (const child of children) child.stdin?.write('go\n');
  const all = (await Promise.all(times)).map(Number);
  return all.reduce((sum, time) => sum + time, 0) / readers;
}

function startReader(): ChildProcess {
  return spawn(process.execPath, ['--single-threaded', READER, ROOT, ...listSamples()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** @throws Error where the reader has ended without one */
async function nextLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('a reader has no output');
  const end = once(child, 'exit').then(() => null);
  const line = once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => String(text));
  const said = await Promise.race([line, end]);
  if (said === null) throw new Error('a reader has failed');
  return said;
}
