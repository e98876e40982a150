/** Real worker processes: what they give, what becomes of documents that end them, and that none is left. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../extractors/index.js';
import { DEFAULT_LIMITS, type DocumentLimits } from '../../../pipelines/limits.js';
import { quarantine, type Understood } from '../../../pipelines/understand.js';
import { openWorkers, type Understander } from '../../../pipelines/workers/index.js';
import type { Reply } from '../../../pipelines/workers/messages.js';
import { WorkerPool } from '../../../pipelines/workers/pool.js';
import type { Death, Worker } from '../../../pipelines/workers/worker-process.js';
import { loadCodebook } from '../../../transforms/index.js';
import { unpackDocument } from '../../sinks/unpack.js';

const CODEBOOK = loadCodebook();
const SAMPLES = join(import.meta.dirname, '../../../samples');
const LARGE = 'qingdao-government-office-2024-tabs/001_005de0bb5748c94d.txt';

let opened: Understander[] = [];

function open(jobs: number, limits: Partial<DocumentLimits> = {}): Understander {
  const setup = { runId: 'run', pipelineVersion: '1', overlay: null, limits: { ...DEFAULT_LIMITS, ...limits } };
  const workers = openWorkers(jobs, setup, CODEBOOK);
  opened.push(workers);
  return workers;
}

afterEach(async () => {
  for (const workers of opened) await workers.close();
  opened = [];
  expect(children()).toEqual([]);
});

function sample(path: string): SourceDocument {
  return { documentId: path, fileName: path, sourceUri: `file:///${path}`, bytes: readFileSync(join(SAMPLES, path)) };
}

function text(words: string): SourceDocument {
  return { documentId: words, fileName: 'a.txt', sourceUri: 'file:///a.txt', bytes: Buffer.from(words) };
}

/** Processes of workers that this one has started. */
function children(): readonly number[] {
  const listing = execFileSync('ps', ['-o', 'pid=,ppid=,args=', '-ax'], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && args.join(' ').includes('workers/worker.') ? [Number(pid)] : [];
  });
}

/** Without the time of loading. */
function rowsOf(understood: Understood): unknown {
  if (understood.kind === 'quarantined') return understood;
  const { documents, ...others } = unpackDocument(understood.prepared);
  return { documents: documents.map((row) => ({ ...row, extracted_at: null })), ...others };
}

describe.skipIf(process.platform === 'win32')('workers', () => {
  it('give what this process gives', async () => {
    const content = sample(LARGE);
    const [apart, here] = [await open(1).understand(content, undefined), await open(0).understand(content, undefined)];
    expect(apart.kind).toBe('loaded');
    expect(rowsOf(apart)).toEqual(rowsOf(here));
  });

  it('are started when there is work, as many as there may be, and used again', async () => {
    const pool = open(2);
    expect(children()).toHaveLength(0);
    await pool.understand(text('预算一'), undefined);
    expect(children()).toHaveLength(1);
    await Promise.all(['二', '三', '四', '五'].map((words) => pool.understand(text(words), undefined)));
    expect(children()).toHaveLength(2);
  });

  it('that take too long over a document are ended, and after the second time it is quarantined', async () => {
    const pool = open(1, { seconds: 0.02 });
    const late = await pool.understand(sample(LARGE), undefined);
    expect(late).toMatchObject({ kind: 'quarantined', reason: { code: 'time-limit', severity: 'error' }, stack: null });
    expect(late.kind === 'quarantined' && late.reason.message).toMatch(/more than 0\.02 seconds: it was tried twice/);
  });

  it('that take too much memory end themselves', async () => {
    const pool = open(1, { memory: 256 });
    const greedy = await pool.understand(text('预算'.repeat(10_000_000)), undefined);
    expect(greedy).toMatchObject({ kind: 'quarantined', reason: { code: 'memory-limit' } });
  });

  it('are not held in memory by what they have replied', () => {
    const program = join(import.meta.dirname, 'replies-held.ts');
    const held = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', program], { encoding: 'utf8' });
    // The last one may still lie in the buffers of the connection.
    expect(Number(held)).toBeLessThanOrEqual(1);
  });

  it('that are killed once cost nothing but time', async () => {
    const pool = open(1);
    await pool.understand(text('预算'), undefined);
    const [worker] = children();
    const reading = pool.understand(sample(LARGE), undefined);
    process.kill(worker ?? 0, 'SIGKILL');
    expect((await reading).kind).toBe('loaded');
  });
});

describe('a pool', () => {
  const setup = { runId: 'run', pipelineVersion: '1', overlay: null, limits: DEFAULT_LIMITS };
  const crash: Death = { cause: 'crash', detail: 'SIGSEGV' };
  const reply = (memory = 0): Reply => ({ understood: quarantine('extract', 'not-text', 'm'), memory });

  /** Workers that end so, one after the other; how many were started and ended. */
  function pretend(...ends: readonly (Reply | Death)[]) {
    const told = { started: 0, ended: 0 };
    const left = [...ends];
    const worker: Worker = {
      work: () => Promise.resolve(left.shift() ?? crash),
      end: () => {
        told.ended += 1;
        return Promise.resolve();
      },
    };
    const start = (): Promise<Worker> => {
      told.started += 1;
      return Promise.resolve(worker);
    };
    return { pool: new WorkerPool(1, setup, start), told };
  }

  it('starts no worker for what is not done when it is closed: the run would never end', async () => {
    const told = { started: 0, ended: 0 };
    let die: (death: Death) => void = () => undefined;
    const worker: Worker = {
      work: () => new Promise((resolve) => (die = resolve)),
      end: () => {
        told.ended += 1;
        die(crash);
        return Promise.resolve();
      },
    };
    const pool = new WorkerPool(1, setup, () => {
      told.started += 1;
      return Promise.resolve(worker);
    });
    const readings = ['a', 'b'].map((words) => pool.understand(text(words), undefined));
    const ends = Promise.allSettled(readings);
    await new Promise(setImmediate);
    await pool.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(told.started).toBe(1);
  });

  it('gives a document up over which two workers end', async () => {
    const { pool, told } = pretend(crash, crash, reply());
    expect(await pool.understand(text('a'), undefined)).toMatchObject({
      kind: 'quarantined',
      reason: { code: 'worker-crashed', message: expect.stringContaining('(SIGSEGV): it was tried twice') as string },
    });
    expect(told).toEqual({ started: 2, ended: 2 });
    expect(await pool.understand(text('b'), undefined)).toMatchObject({ reason: { code: 'not-text' } });
    expect(told.started).toBe(3);
  });

  it('replaces a worker that holds much after a document', async () => {
    const { pool, told } = pretend(reply(2 ** 31), reply(), reply());
    for (const name of ['a', 'b', 'c']) await pool.understand(text(name), undefined);
    expect(told).toEqual({ started: 2, ended: 1 });
  });
});
