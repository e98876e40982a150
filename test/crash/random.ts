/** Numbers that are the same for the same seed, so that a campaign can be repeated but for the machine's own timing. */
import { createHash } from 'node:crypto';

const LARGEST = 2 ** 32;

/** Gives a number from 0 to below 1 at each call. */
export function randomNumbers(seed: number): () => number {
  let no = 0;
  return () => {
    no += 1;
    return createHash('sha256').update(`${seed} ${no}`).digest().readUInt32BE() / LARGEST;
  };
}
