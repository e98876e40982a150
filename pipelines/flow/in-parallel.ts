/** Bounded concurrency over a stream. */

/**
 * What `work` makes of the items, as it is done: quick ones overtake. No more than `most` are begun and not yet handed on, so that whoever takes the results slows
 * the whole stream down. Once `signal` is aborted nothing more comes, whatever is at work.
 *
 * @throws what `work` or the items throw
 */
export async function* inParallel<T, R>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const stream = new ParallelStream(items[Symbol.asyncIterator](), most, work);
  const stop = (): void => {
    stream.wake();
  };
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      if (signal?.aborted) return;
      stream.readOn();
      const result = stream.take();
      if (result) yield result.value;
      else if (stream.isOver) return;
      else await stream.news();
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

class ParallelStream<T, R> {
  private readonly done: { readonly value: R }[] = [];
  private begun = 0;
  private isReading = false;
  private isEnded = false;
  private failure: { readonly error: unknown } | null = null;
  wake: () => void = () => undefined;

  constructor(
    private readonly items: AsyncIterator<T>,
    private readonly most: number,
    private readonly work: (item: T) => Promise<R>,
  ) {}

  get isOver(): boolean {
    return this.isEnded && this.begun === 0;
  }

  /** Resolves with the next thing that happens. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  /** A result that is there; null for none. @throws what went wrong since */
  take(): { readonly value: R } | null {
    if (this.failure) throw this.failure.error;
    const first = this.done.shift();
    if (first) this.begun -= 1;
    return first ?? null;
  }

  /** Asks for the next item, where there is room for it; and goes on so by itself. */
  readOn(): void {
    if (this.isReading || this.isEnded || this.failure || this.begun >= this.most) return;
    this.isReading = true;
    this.items.next().then((next) => {
      this.isReading = false;
      if (next.done) this.isEnded = true;
      else this.begin(next.value);
      this.wake();
    }, this.fail);
  }

  private begin(item: T): void {
    this.begun += 1;
    this.work(item).then((value) => {
      this.done.push({ value });
      this.wake();
    }, this.fail);
    this.readOn();
  }

  private readonly fail = (error: unknown): void => {
    this.failure ??= { error };
    this.wake();
  };
}
