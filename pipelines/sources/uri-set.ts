/** Which addresses were met, in little memory: a run may meet ten million, and a `Set` ends at 2^24. */
import { hash } from 'node:crypto';

const FIRST_SLOTS = 1024;
/** Beyond this share of taken slots searching becomes slow. */
const MOST_TAKEN = 0.7;

/** A growing set of texts, of which it keeps 128 bits of a hash: no two of them will ever agree by chance. 23 to 46 bytes a text. */
export class UriSet {
  /** Two words a slot; two zeros mark a free one. */
  private words = new BigUint64Array(2 * FIRST_SLOTS);
  private size = 0;

  /** Adds `uri`; false where it was in the set already. */
  add(uri: string): boolean {
    const digest = hash('sha256', uri, 'buffer');
    if (this.size + 1 > (this.words.length / 2) * MOST_TAKEN) this.grow();
    const isNew = insert(this.words, digest.readBigUInt64LE(0), digest.readBigUInt64LE(8));
    if (isNew) this.size += 1;
    return isNew;
  }

  private grow(): void {
    const old = this.words;
    this.words = new BigUint64Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      const [first = 0n, second = 0n] = [old[at], old[at + 1]];
      if (first !== 0n || second !== 0n) insert(this.words, first, second);
    }
  }
}

/** Into the first free slot from the one that the hash names. */
function insert(words: BigUint64Array, first: bigint, second: bigint): boolean {
  const slots = words.length / 2;
  let at = 2 * Number(first % BigInt(slots));
  while (words[at] !== 0n || words[at + 1] !== 0n) {
    if (words[at] === first && words[at + 1] === second) return false;
    at = (at + 2) % words.length;
  }
  words[at] = first;
  words[at + 1] = second;
  return true;
}
