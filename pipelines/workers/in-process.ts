/** Documents read in the run's own process: for looking at it with a debugger or profiler. */
import { understand, type Reading } from '../understand.js';
import type { Understander } from './pool.js';

/** No document can be stopped: limits of time and memory do not hold. */
export function inProcess(reading: Reading): Understander {
  return {
    understand: (content, conversion) => understand(content, conversion, reading),
    close: () => Promise.resolve(),
  };
}
