/** Text that is set small above or below its line: it is no part of the number before it. */
import { MUCH_SMALLER } from '../../tables/raised.js';
import type { Shift } from '../../tables/raised.js';
import type { RunLook } from '../styles.js';

/** Share of the size of the text before it by which text stands off its line; less only sets signs of other fonts right. */
const OFF_LINE = 0.1;

/**
 * Where a run stands: as it says (vertAlign), or as its size and position draw it.
 *
 * @param base size of the text before it; null where there is none
 */
export function shiftOf({ shift, size, raisedBy }: RunLook, base: number | null): Shift | null {
  if (shift !== null || base === null || size > MUCH_SMALLER * base) return shift;
  if (Math.abs(raisedBy) < OFF_LINE * base) return null;
  return raisedBy > 0 ? 'above' : 'below';
}
