/**
 * A line between the two halves of pdf.js in one thread. pdf.js' own copies every message (structured clone), a third of the time of a
 * page; here the receiver gets the sender's objects, which is safe because pdf.js treats what it has sent as gone, but for one list.
 */

/** The part of a `Worker` that pdf.js' message handler uses. */
interface Message {
  readonly data: unknown;
}
type Listener = (message: Message) => void;

export class WorkerPort {
  /** Told of each list of operators that is heard. */
  onOperators: ((operators: readonly unknown[]) => void) | null = null;
  /** Told when a list of operators ends in an error; whoever asked for the list gets what there was of it, without a word. */
  onBreak: (() => void) | null = null;
  private readonly listeners = new Set<Listener>();
  private peer: WorkerPort | null = null;

  /** Two ends; what one posts, the other hears, later and in order. */
  static pair(): readonly [WorkerPort, WorkerPort] {
    const [one, other] = [new WorkerPort(), new WorkerPort()];
    one.peer = other;
    other.peer = one;
    return [one, other];
  }

  postMessage(data: unknown): void {
    const answer = answerFontFallback(data);
    const message = { data: answer ?? keepOperators(data) };
    const receiver = answer ? this : this.peer;
    queueMicrotask(() => {
      receiver?.hear(message);
    });
  }

  private hear(message: Message): void {
    const operators = operatorsIn(message.data)?.fnArray;
    for (const listener of this.listeners) listener(message);
    if (Array.isArray(operators)) this.onOperators?.(operators);
    if (isObject(message.data) && 'stream' in message.data && message.data.stream === BROKEN) this.onBreak?.();
  }

  addEventListener(_: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** pdf.js' mark of a stream that ends in an error (`StreamKind.ERROR`); the lists of operators are the only streams that it sends. */
const BROKEN = 5;

/** pdf.js' mark of an answer that brings data (`CallbackKind.DATA`). */
const ANSWER = 1;

/** pdf.js asks for the characters of a font that could not be loaded as paths: the answer that this is done, though nothing is; null for all else. */
function answerFontFallback(data: unknown): object | null {
  if (!isObject(data) || !('action' in data) || data.action !== 'FontFallback') return null;
  if (!('sourceName' in data && 'targetName' in data && 'callbackId' in data)) return null;
  const { sourceName, targetName, callbackId } = data;
  return { sourceName: targetName, targetName: sourceName, callback: ANSWER, callbackId, data: null };
}

/** The worker empties the lists of operators that it has sent and fills them again: these are copied. */
function keepOperators(data: unknown): unknown {
  const chunk = operatorsIn(data);
  if (!chunk || !isObject(data)) return data;
  return { ...data, chunk: { ...chunk, fnArray: copy(chunk.fnArray), argsArray: copy(chunk.argsArray) } };
}

function operatorsIn(data: unknown): { readonly fnArray: unknown; readonly argsArray: unknown } | null {
  if (!isObject(data) || !('chunk' in data)) return null;
  const { chunk } = data;
  return isObject(chunk) && 'fnArray' in chunk && 'argsArray' in chunk ? chunk : null;
}

function copy(list: unknown): unknown {
  return Array.isArray(list) ? Array.from<unknown>(list) : list;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
