import { expect, it } from 'vitest';
import { Turns } from '../../../pipelines/workers/turns.js';

it('lets many go together, and one alone once they are done; who comes later waits for it', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`);
    await new Promise<void>((end) => ends.push(end));
    log.push(`${name} ends`);
  };
  const all = [turns.beside(work('a')), turns.beside(work('b')), turns.alone(work('c')), turns.beside(work('d'))];
  for (let ended = 0; ended < all.length; ended += 1) {
    await new Promise(setImmediate);
    ends[ended]?.();
  }
  await Promise.all(all);
  expect(log).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends', 'd begins', 'd ends']);
});

it('lets the next one go where the work fails', async () => {
  const turns = new Turns();
  await expect(turns.alone(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
  await expect(turns.beside(() => Promise.reject(new Error('y')))).rejects.toThrow('y');
  expect(await turns.alone(() => Promise.resolve(1))).toBe(1);
});
