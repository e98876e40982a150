/** A line that keeps changing while a run works, for a person at a terminal. */
import { oneLine } from './one-line.js';

/** Shortest time between two drawings, so that a terminal is no brake. */
const REDRAW_MS = 100;

export interface Progress {
  /** Shows `text` in place of the last one. */
  show(text: string): void;
  /** Takes the line away, so that other lines can be written. */
  clear(): void;
}

/** Progress on stderr where it is a terminal; nothing at all elsewhere. */
export function openProgress(isWanted: boolean): Progress {
  const { stderr } = process;
  if (!isWanted || !stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      stderr.write(`\r\x1b[2K${oneLine(text).slice(0, stderr.columns - 1)}`);
    },
    clear: () => {
      if (drawnAt > 0) stderr.write('\r\x1b[2K');
    },
  };
}
