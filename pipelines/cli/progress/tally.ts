/** What a run has met so far, and how fast. */
import type { CountedAhead } from '../../count-ahead.js';
import { isQuarantined, type Outcome } from '../../flow/index.js';

const MS_PER_SECOND = 1_000;
/** Speed is that of the last half minute: documents that are known already go by in no time and say nothing of those to come. */
const WINDOW_MS = 30 * MS_PER_SECOND;
/** Between two moments that are kept for it. */
const STEP_MS = MS_PER_SECOND;

/** @param now the clock in milliseconds; it never goes back */
export class Tally {
  seen = 0;
  loaded = 0;
  unchanged = 0;
  quarantined = 0;
  private members = 0;
  private ahead: CountedAhead | null = null;
  private moments: { readonly at: number; readonly seen: number }[];
  private readonly startedAt: number;

  constructor(private readonly now: () => number) {
    this.startedAt = now();
    this.moments = [{ at: this.startedAt, seen: 0 }];
  }

  note(outcome: Outcome): void {
    this.seen += 1;
    this[isQuarantined(outcome) ? 'quarantined' : outcome.kind] += 1;
    if (outcome.source.container) this.members += 1;
    const at = this.now();
    if (at - (this.moments.at(-1)?.at ?? 0) < STEP_MS) return;
    this.moments.push({ at, seen: this.seen });
    this.moments = this.moments.filter((moment, no) => no === this.moments.length - 1 || at - moment.at <= WINDOW_MS);
  }

  expect(ahead: CountedAhead | null): void {
    this.ahead = ahead;
  }

  /** Whether it is known what one walk over the inputs shows. */
  get isCounted(): boolean {
    return this.ahead !== null;
  }

  /** Sources in all; null while that is not known, as it is never where archives of files are opened. */
  get total(): number | null {
    return this.ahead?.archives === 0 ? Math.max(this.ahead.sources, this.seen) : null;
  }

  /** No fewer than these. */
  get atLeast(): number {
    return Math.max(this.seen, (this.ahead?.sources ?? 0) + this.members);
  }

  get seconds(): number {
    return (this.now() - this.startedAt) / MS_PER_SECOND;
  }

  /** Documents a second of late. */
  get pace(): number {
    const [first] = this.moments;
    const seconds = first ? (this.now() - first.at) / MS_PER_SECOND : 0;
    return first && seconds > 0 ? (this.seen - first.seen) / seconds : 0;
  }

  /** Documents a second since the start. */
  get meanPace(): number {
    return this.seconds > 0 ? this.seen / this.seconds : 0;
  }

  /** Seconds to the end at this pace; null where that can't be told. */
  get secondsLeft(): number | null {
    return this.total === null || this.pace === 0 ? null : (this.total - this.seen) / this.pace;
  }
}
