/** Signals that end a run. */

/** What a person (Ctrl-C) and a service manager send. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Lets the first signal end the work in order; the second one, whichever it is, ends the process at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const stopListening = (): void => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
  const interrupt = (): void => {
    stopListening();
    interruption.abort();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    stopListening();
  }
}
