/**
 * The thread beside a worker's work: it ends the process that nobody waits for any more, and the one that takes too much memory. The work may be stuck in a loop;
 * this thread is not. In plain JavaScript, as Node 20 starts a thread from nothing else.
 */
import { writeSync } from 'node:fs';

/** Milliseconds between two looks. */
const INTERVAL = 100;
const STDERR = 2;

/** Process that waits for this one; bytes that this one may hold; what is said where it holds more. */
const [parent, memory, lastWords] = process.argv.slice(2);

setInterval(() => {
  if (process.ppid !== Number(parent)) process.kill(process.pid, 'SIGKILL');
  if (process.memoryUsage.rss() <= Number(memory)) return;
  writeSync(STDERR, `${lastWords ?? ''}\n`);
  process.kill(process.pid, 'SIGKILL');
}, INTERVAL);
