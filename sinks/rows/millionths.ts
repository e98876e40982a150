import { RowError } from './check.js';

const PLACES = 6;

/**
 * A decimal numeral (`650`, `-1.5`) as an integer of millionths, what is finer rounded half away from zero.
 * @throws RowError when the text is no decimal numeral
 */
export function toMillionths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const [, sign, whole, fraction = ''] = match ?? [];
  if (whole === undefined) throw new RowError(`${text} is no decimal number`);
  const kept = BigInt(whole + fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  const rounded = /^[5-9]/.test(fraction.slice(PLACES)) ? kept + 1n : kept;
  return sign === '-' ? -rounded : rounded;
}
