/** A process that reads documents for a run, one after the other, and can be ended at any moment. */
import { Worker } from 'node:worker_threads';
import { openCodes } from '../codes/index.js';
import { understand, type Reading } from '../understand.js';
import { OVER_MEMORY, READY, type Setup, type Task } from './messages.js';

const BYTES_PER_MIB = 1024 * 1024;

const GUARD = new URL('./guard/guard.js', import.meta.url);

// The run is interrupted, not its workers: it ends them once they have done what they are at.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.once('message', (setup: Setup) => {
  startWork(setup);
});
process.on('disconnect', () => process.exit());

function startWork({ runId, pipelineVersion, overlay, limits }: Setup): void {
  const argv = [process.ppid, limits.memory * BYTES_PER_MIB, OVER_MEMORY];
  new Worker(GUARD, { argv }).unref();
  const reading: Reading = { codebook: openCodes(overlay), runId, pipelineVersion, limits };
  process.on('message', (task: Task) => {
    void work(task, reading);
  });
  process.send?.(READY);
}

async function work({ content, conversion }: Task, reading: Reading): Promise<void> {
  const understood = await understand(content, conversion, reading);
  process.send?.({ understood, memory: process.memoryUsage.rss() });
}
