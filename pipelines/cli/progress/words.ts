/** Progress in words. */
import { oneLine } from '../one-line.js';
import { cutEnd } from '../width.js';
import type { Tally } from './tally.js';

/** Places of the bar between its brackets. */
const BAR = 20;

/** One line of at most `width` places, the name of a file at its end. */
export function renderBar(tally: Tally, fileName: string, width: number): string {
  const { total, seen } = tally;
  const filled = total === null || total === 0 ? null : Math.floor((BAR * seen) / total);
  const bar = filled === null ? [] : [`[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`];
  return cutEnd([...bar, renderProgress(tally), oneLine(fileName)].join('  '), width);
}

/** `120 of 340 documents, 5.2/s, 42 s left, 3 quarantined`. */
export function renderProgress(tally: Tally): string {
  const { quarantined, pace, secondsLeft } = tally;
  const left = secondsLeft === null ? [] : [`${renderDuration(secondsLeft)} left`];
  return [`${renderSeen(tally)} documents`, `${renderPace(pace)}/s`, ...left, `${quarantined} quarantined`].join(', ');
}

/** `120 of 340`, `120 of at least 340`, `120` where nothing is known of the others. */
export function renderSeen({ total, atLeast, seen }: Tally): string {
  if (total !== null) return `${seen} of ${total}`;
  return atLeast > seen ? `${seen} of at least ${atLeast}` : String(seen);
}

export function renderPace(perSecond: number): string {
  return perSecond < 100 ? perSecond.toFixed(1) : perSecond.toFixed(0);
}

/** `42 s`, `3 min 5 s`, `2 h 10 min`. */
export function renderDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
