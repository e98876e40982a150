/** A process of its own, as a test runner holds what passes through it: how many of the replies of a worker are still in memory once all are used. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DEFAULT_LIMITS } from '../../../pipelines/limits.js';
import type { Understood } from '../../../pipelines/understand.js';
import { WorkerPool } from '../../../pipelines/workers/pool.js';

const DOCUMENTS = 6;

/** In a function of its own: that which waits for a value holds it as long as it runs. */
async function weakly(value: Promise<Understood>): Promise<WeakRef<Understood>> {
  return new WeakRef(await value);
}

const pool = new WorkerPool(1, { runId: 'run', pipelineVersion: '1', overlay: null, limits: DEFAULT_LIMITS });
const replies: WeakRef<Understood>[] = [];
for (let no = 0; no < DOCUMENTS; no += 1) {
  const content = {
    documentId: `${no}`,
    fileName: 'a.txt',
    sourceUri: `file:///${no}.txt`,
    bytes: Buffer.from('预算'),
  };
  replies.push(await weakly(pool.understand(content, undefined)));
}
// A first collection may come too early: what a turn of the event loop has looked at is kept until it is over.
for (let round = 0; round < 2; round += 1) {
  await nextTurn();
  globalThis.gc?.();
}
console.log(replies.filter((reply) => reply.deref() !== undefined).length);
await pool.close();
