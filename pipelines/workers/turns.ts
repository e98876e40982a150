/** Who may go: many together, or one alone. */
export class Turns {
  private together = 0;
  private isAlone = false;
  private readonly waiting: { readonly alone: boolean; readonly go: () => void }[] = [];

  /** Does `work` beside others. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    await this.enter(false);
    try {
      return await work();
    } finally {
      this.together -= 1;
      this.admit();
    }
  }

  /** Does `work` once all others that have begun are done; who comes later waits. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    await this.enter(true);
    try {
      return await work();
    } finally {
      this.isAlone = false;
      this.admit();
    }
  }

  private enter(alone: boolean): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ alone, go });
      this.admit();
    });
  }

  /** In the order in which they came. */
  private admit(): void {
    for (let first = this.waiting[0]; first && this.mayGo(first.alone); first = this.waiting[0]) {
      this.waiting.shift();
      if (first.alone) this.isAlone = true;
      else this.together += 1;
      first.go();
    }
  }

  private mayGo(alone: boolean): boolean {
    return !this.isAlone && (!alone || this.together === 0);
  }
}
