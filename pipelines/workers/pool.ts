/** Workers of a run, and the Diagnostic of a document that ends them: as many as may work at once, started when there is work, replaced when they end. */
import type { Conversion, SourceDocument } from '../../extractors/index.js';
import { quarantine, type Understood } from '../understand.js';
import type { Reply, Setup } from './messages.js';
import { Turns } from './turns.js';
import { WorkerProcess, type Death, type Worker } from './worker-process.js';

/** Reads documents, wherever that is done. */
export interface Understander {
  understand(content: SourceDocument, conversion: Conversion | undefined): Promise<Understood>;
  /** Ends all that is at work; what was asked for and is not done is refused. */
  close(): Promise<void>;
}

/** A worker that holds more than this part of its memory after a document is replaced before the next one. */
const MOST_HELD_PART = 0.5;
const BYTES_PER_MIB = 1024 * 1024;

/**
 * Understands up to `jobs` documents at once, each in a process of its own turn. A document over which its worker ends, or that takes too long, is tried once
 * more with no other beside it, in a new worker; then it is quarantined: `time-limit`, `memory-limit` or `worker-crashed`.
 */
export class WorkerPool implements Understander {
  private readonly turns = new Turns();
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private isClosed = false;

  constructor(
    private readonly jobs: number,
    private readonly setup: Setup,
    private readonly startWorker: (setup: Setup) => Promise<Worker> = (given) => WorkerProcess.start(given),
  ) {}

  async understand(content: SourceDocument, conversion: Conversion | undefined): Promise<Understood> {
    const first = await this.turns.beside(() => this.takeTurn(content, conversion));
    if (isUnderstood(first)) return first;
    const second = await this.turns.alone(() => this.tryWith(content, conversion, null));
    return isUnderstood(second) ? second : this.giveUp(second);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.all].map((worker) => worker.end()));
    this.all.clear();
  }

  private async takeTurn(content: SourceDocument, conversion: Conversion | undefined): Promise<Understood | Death> {
    while (this.busy >= this.jobs) await new Promise<void>((go) => this.waiting.push(go));
    this.busy += 1;
    try {
      return await this.tryWith(content, conversion, this.idle.pop() ?? null);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** @param ready a worker that waits; null for a new one */
  private async tryWith(
    content: SourceDocument,
    conversion: Conversion | undefined,
    ready: Worker | null,
  ): Promise<Understood | Death> {
    const worker = ready ?? (await this.start());
    const end = await worker.work({ content, conversion }, this.setup.limits.seconds);
    if (isReply(end) && end.memory < this.setup.limits.memory * BYTES_PER_MIB * MOST_HELD_PART) this.idle.push(worker);
    else await this.retire(worker);
    return isReply(end) ? end.understood : end;
  }

  private async start(): Promise<Worker> {
    // Documents whose workers `close` has ended would else begin anew, in workers that nobody ends: the run would never end.
    this.refuseOnceClosed();
    const worker = await this.startWorker(this.setup);
    this.all.add(worker);
    if (this.isClosed) await this.retire(worker);
    this.refuseOnceClosed();
    return worker;
  }

  private refuseOnceClosed(): void {
    if (this.isClosed) throw new Error('the workers have ended');
  }

  private async retire(worker: Worker): Promise<void> {
    this.all.delete(worker);
    await worker.end();
  }

  private giveUp({ cause, detail }: Death): Understood {
    const { seconds, memory } = this.setup.limits;
    const twice = 'it was tried twice, the second time alone; nothing of it was loaded';
    if (cause === 'time')
      return quarantine('extract', 'time-limit', `the document takes more than ${seconds} seconds: ${twice}`);
    if (cause === 'memory')
      return quarantine('extract', 'memory-limit', `the document takes more than ${memory} MiB of memory: ${twice}`);
    return quarantine('extract', 'worker-crashed', `the process that reads the document ended (${detail}): ${twice}`);
  }
}

function isReply(end: Reply | Death): end is Reply {
  return 'understood' in end;
}

function isUnderstood(end: Understood | Death): end is Understood {
  return 'kind' in end;
}
