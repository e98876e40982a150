/** The value that most witnesses name. */

/** The most frequent value; of equally frequent numbers the greatest, of other values the first seen; null for no values. */
export function mostFrequent<Value extends string | number>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || later(a, b));
  return first?.[0] ?? null;
}

function later(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? b - a : 0;
}
