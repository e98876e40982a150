/** Drawing from lists that are never empty. */
import type { Random } from '../../calibration/random.js';

export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** One of `items`, all equally likely. */
export function choose<Item>(random: Random, items: NonEmpty<Item>): Item {
  return random.pick(items) ?? items[0];
}

/** A stretch of something `length` long: from `start` up to, not including, `end`; as a rule short. */
export function stretch(random: Random, length: number): { readonly start: number; readonly end: number } {
  const start = random.between(0, Math.max(0, length - 1));
  const longest = Math.max(1, Math.floor(length * random.next() ** 3));
  return { start, end: Math.min(length, start + random.between(1, longest)) };
}
