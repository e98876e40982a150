/** Exact money: integers of fen and of micro-yuan, never floating point. */
import type { Fen, MicroYuan } from '../types.js';

export const MICRO_PER_FEN = 10_000n;

/** A non-negative or negative decimal numeral as an integer and its number of decimal places: `-1.50` is {-150n, 2}. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** Reads a plain decimal numeral (`-12.50`); null when `text` is anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, places: fraction.length };
}

/** `value` × 10^`power` rounded half away from zero to an integer; `exact` tells whether nothing was cut. */
export function scaleRounded(value: Decimal, power: number): { readonly value: bigint; readonly exact: boolean } {
  const shift = power - value.places;
  if (shift >= 0) return { value: value.digits * 10n ** BigInt(shift), exact: true };
  const divisor = 10n ** BigInt(-shift);
  return { value: divideRounded(value.digits, divisor), exact: value.digits % divisor === 0n };
}

/** Quotient rounded half away from zero; `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** Fen as a decimal numeral of yuan with two places: 1_234_50n is `1234.50`. */
export function formatFen(fen: Fen): string {
  return formatScaled(fen, 2);
}

/** `value` / 10^`places` as a decimal numeral with exactly `places` places. */
export function formatScaled(value: bigint, places: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function fenToMicro(fen: Fen): MicroYuan {
  return fen * MICRO_PER_FEN;
}
