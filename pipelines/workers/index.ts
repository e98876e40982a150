import type { Codebook } from '../../transforms/index.js';
import { inProcess } from './in-process.js';
import type { Setup } from './messages.js';
import { WorkerPool, type Understander } from './pool.js';

export type { Understander } from './pool.js';

/** What reads the documents of a run: `jobs` processes, or with 0 this one, without limits of time and memory. */
export function openWorkers(jobs: number, setup: Setup, codebook: Codebook): Understander {
  return jobs === 0 ? inProcess({ ...setup, codebook }) : new WorkerPool(jobs, setup);
}
