/** Order among what is at work at once. */

/** Lets what has one key be done in the order in which it began, whichever is ready first; what has another does not wait for it. */
export class InOrder<T> {
  private readonly last = new Map<string, Promise<T>>();

  /** What `work` gives, once all that was given under the same key before is done, well or not. Rejects as `work` does. */
  async keep(key: string, work: Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const own = before ? Promise.allSettled([before, work]).then(() => work) : work;
    this.last.set(key, own);
    try {
      return await own;
    } finally {
      if (this.last.get(key) === own) this.last.delete(key);
    }
  }
}
