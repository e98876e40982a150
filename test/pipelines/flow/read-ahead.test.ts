import { expect, it } from 'vitest';
import { readAhead } from '../../../pipelines/flow/read-ahead.js';

async function* counting(asked: number[], most: number, fails = false): AsyncGenerator<number> {
  for (let item = 1; item <= most; item += 1) {
    asked.push(item);
    yield await Promise.resolve(item);
  }
  if (fails) throw new Error('no more');
}

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

it('asks for one item while the one before is taken, and for no more', async () => {
  const asked: number[] = [];
  const taken: [item: number, asked: number][] = [];
  for await (const item of readAhead(counting(asked, 4))) {
    await soon();
    taken.push([item, asked.length]);
  }
  expect(taken).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
  ]);
});

it('hands on what comes before a failure, and then fails', async () => {
  const taken: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const item of readAhead(counting([], 2, true))) {
      await soon();
      taken.push(item);
    }
  };
  await expect(reading()).rejects.toThrow('no more');
  expect(taken).toEqual([1, 2]);
});

it('does not wait for the item that it has asked for where it is given up', async () => {
  const endings: string[] = [];
  let asked = 0;
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        asked += 1;
        return asked === 1 ? Promise.resolve({ done: false, value: 1 }) : new Promise(() => undefined);
      },
      return: () => {
        endings.push('given up');
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  for await (const item of readAhead(source)) {
    expect(item).toBe(1);
    break;
  }
  expect(endings).toEqual(['given up']);
});
