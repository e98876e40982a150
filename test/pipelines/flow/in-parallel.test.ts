import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../../pipelines/flow/in-parallel.js';

async function* numbers(count: number, read: number[] = []): AsyncGenerator<number> {
  for (let no = 1; no <= count; no += 1) {
    read.push(no);
    yield await Promise.resolve(no);
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('inParallel', () => {
  it('gives every result once, quick ones first', async () => {
    const results = await collect(inParallel(numbers(3), 3, (no) => wait(40 - 10 * no, no)));
    expect(results).toEqual([3, 2, 1]);
    expect(await collect(inParallel(numbers(0), 3, (no) => Promise.resolve(no)))).toEqual([]);
  });

  it('begins no more than it may, results that nobody has taken included', async () => {
    const read: number[] = [];
    const results = inParallel(numbers(10, read), 2, (no) => Promise.resolve(no));
    expect((await results.next()).value).toBe(1);
    await wait(10);
    expect(read.length).toBeLessThanOrEqual(3);
    expect(await collect(results)).toHaveLength(9);
  });

  it('throws what the work throws, and what the items throw', async () => {
    const failing = inParallel(numbers(3), 2, (no) => (no === 2 ? Promise.reject(new Error('two')) : wait(5, no)));
    await expect(collect(failing)).rejects.toThrow('two');
    const broken = (async function* () {
      yield await Promise.resolve(1);
      throw new Error('no more');
    })();
    await expect(collect(inParallel(broken, 2, (no) => Promise.resolve(no)))).rejects.toThrow('no more');
  });

  it('ends once it is told to, though work goes on and items do not come', async () => {
    const stop = new AbortController();
    const never = (async function* () {
      yield await Promise.resolve(1);
      yield await new Promise<number>(() => undefined);
    })();
    const results = inParallel(never, 2, (no) => Promise.resolve(no), stop.signal);
    expect((await results.next()).value).toBe(1);
    setImmediate(() => {
      stop.abort();
    });
    expect((await results.next()).done).toBe(true);
  });
});
