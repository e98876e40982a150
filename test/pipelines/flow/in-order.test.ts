import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { InOrder } from '../../../pipelines/flow/in-order.js';

it('what has one key is done in the order in which it began; what has another overtakes it', async () => {
  const order = new InOrder<string>();
  const done: string[] = [];
  const add = (key: string, name: string, ms: number): Promise<unknown> =>
    order.keep(key, wait(ms, name)).then((result) => done.push(result));
  await Promise.all([add('a', 'slow', 30), add('a', 'quick', 0), add('b', 'other', 10), add('a', 'last', 5)]);
  expect(done).toEqual(['other', 'slow', 'quick', 'last']);
});

it('what fails is told to those who asked for it alone', async () => {
  const order = new InOrder<string>();
  const failing = order.keep('a', Promise.reject(new Error('no')));
  const next = order.keep('a', Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await order.keep('a', Promise.resolve('again'))).toBe('again');
});
