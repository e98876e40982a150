/** One worker, seen from the run. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OVER_MEMORY, READY, type Reply, type Setup, type Task } from './messages.js';

/** How a worker ended in the midst of a document. */
export interface Death {
  readonly cause: 'time' | 'memory' | 'crash';
  /** What the system says of its end: a signal, an exit code. */
  readonly detail: string;
}

/** What reads one document after the other and can be ended at any moment. */
export interface Worker {
  /** What becomes of a document, or how the worker ended over it: of itself, or after `seconds`. */
  work(task: Task, seconds: number): Promise<Reply | Death>;
  /** Ends the worker, whatever it is at; it is gone once this is done. */
  end(): Promise<void>;
}

/** Sources run as they are in a checkout, by the loader that the tests use. */
const IS_SOURCE = import.meta.url.endsWith('.ts');
const PROGRAM = fileURLToPath(new URL(IS_SOURCE ? './worker.ts' : './worker.js', import.meta.url));
const LOADER = IS_SOURCE ? ['--import', 'tsx'] : [];

/**
 * Compiling and collecting in the thread that reads, not beside it: there is a worker for every core, and what V8 does on others it takes from other workers. Two on two
 * cores read a thousand documents in nine tenths of the time so.
 */
const ONE_CORE = '--single-threaded';

/**
 * Left alone V8 lets the heap grow to four times what is alive before it collects, which long runs find out bit by bit: a worker held 300 MiB after a thousand documents
 * and 500 after ten thousand. Two and a half times takes no more processor time, as long as code that some collections have seen unused is not dropped and compiled again.
 */
const STEADY_HEAP = ['--heap-growing-percent=150', '--no-flush-bytecode'];

/**
 * Bytes of bytecode that a function runs through before V8 thinks of optimizing it: eight times its own number. Documents differ, so what is made of a function after the first
 * of them does not fit later ones and is thrown away, time after time, and a worker compiles in the thread that reads.
 */
const LATER_OPTIMIZATION = '--interrupt-budget=528000';

/** A start that fails is not the fault of a document: it is tried again, as the machine may have been short of memory for a moment. */
const MOST_STARTS = 3;
/** Characters kept of what a worker last wrote to stderr: enough for the first line of a crash. */
const LONGEST_LAST_WORDS = 4_000;
/** Characters told of them. */
const LONGEST_TOLD = 200;
const MS_PER_SECOND = 1_000;

/** A process of its own. */
export class WorkerProcess implements Worker {
  private lastWords = '';
  private readonly ended: Promise<string>;
  /** How it ended; null while it lives. */
  private exit: string | null = null;
  private onExit: () => void = () => undefined;

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-LONGEST_LAST_WORDS);
    });
    this.ended = new Promise((resolve) => {
      const exit = (how: string): void => {
        this.exit ??= how;
        this.onExit();
        resolve(how);
      };
      child.once('error', (error) => {
        exit(error.message);
      });
      child.once('close', (code, signal) => {
        exit(signal ?? `exit code ${String(code)}`);
      });
    });
    // Writing to a worker that has just ended fails; its end is told by `ended`.
    child.on('error', () => undefined);
  }

  /** A worker that waits for its first document. @throws Error where the system gives none, or it can't begin, several times */
  static async start(setup: Setup): Promise<Worker> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await WorkerProcess.startOnce(setup);
      } catch (error) {
        if (tries === MOST_STARTS) throw error;
      }
    }
  }

  private static async startOnce(setup: Setup): Promise<Worker> {
    const child = fork(PROGRAM, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [
        ...LOADER,
        ONE_CORE,
        LATER_OPTIMIZATION,
        ...STEADY_HEAP,
        `--max-old-space-size=${setup.limits.memory}`,
      ],
    });
    const worker = new WorkerProcess(child);
    child.send(setup);
    const ready = once(child, 'message').then(([message]) => message === READY);
    const end = await Promise.race([ready, worker.ended]);
    if (end !== true) throw new Error(`a worker could not begin (${String(end)}): ${worker.lastWords.trim()}`);
    return worker;
  }

  async work(task: Task, seconds: number): Promise<Reply | Death> {
    // What it said over the document before says nothing of this one.
    this.lastWords = '';
    const end = await this.nextEnd(task, seconds);
    if (end === 'late') {
      await this.end();
      return { cause: 'time', detail: `${seconds} seconds` };
    }
    if (typeof end === 'object') return end;
    return { cause: this.ranOutOfMemory() ? 'memory' : 'crash', detail: this.describe(this.exit ?? 'no reason') };
  }

  /**
   * The first that comes: a reply, the end of the time, the end of the worker. Not by a race with `ended`: a promise holds what waits for it, and would hold every
   * reply until the worker ends.
   */
  private nextEnd(task: Task, seconds: number): Promise<Reply | 'late' | 'gone'> {
    return new Promise((resolve) => {
      const settle = (end: Reply | 'late' | 'gone'): void => {
        clearTimeout(timer);
        this.child.off('message', settle);
        this.onExit = () => undefined;
        resolve(end);
      };
      const timer = setTimeout(settle, seconds * MS_PER_SECOND, 'late');
      this.child.on('message', settle);
      this.onExit = () => {
        settle('gone');
      };
      // A worker that ended while it was idle can't be sent anything.
      if (this.exit === null) this.child.send(task);
      else settle('gone');
    });
  }

  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private describe(end: string): string {
    const error = /^\w*Error\b.*$/m.exec(this.lastWords)?.[0].slice(0, LONGEST_TOLD);
    return error === undefined ? end : `${end}, ${error}`;
  }

  /** The guard says so; V8 does where its own heap is full. */
  private ranOutOfMemory(): boolean {
    return this.lastWords.includes(OVER_MEMORY) || /heap limit|out of memory|allocation failed/i.test(this.lastWords);
  }
}
