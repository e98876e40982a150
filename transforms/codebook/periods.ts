/** Years in which a row holds; null where it has no known beginning or no end. */
export interface Period {
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** Whether two periods have a year in common. */
export function overlaps(a: Period, b: Period): boolean {
  return firstOf(a) <= lastOf(b) && firstOf(b) <= lastOf(a);
}

/** The parts of a period before and after another; none where the other covers it. */
export function partsOutside(period: Period, other: Period): readonly Period[] {
  return [
    ...(firstOf(period) < firstOf(other) ? [{ ...years(period), validTo: firstOf(other) - 1 }] : []),
    ...(lastOf(period) > lastOf(other) ? [{ ...years(period), validFrom: lastOf(other) + 1 }] : []),
  ];
}

/** The earlier beginning of two; null where one has none. */
export function earlierStart(a: Period, b: Period): number | null {
  return firstOf(a) <= firstOf(b) ? a.validFrom : b.validFrom;
}

function years({ validFrom, validTo }: Period): Period {
  return { validFrom, validTo };
}

function firstOf({ validFrom }: Period): number {
  return validFrom ?? -Infinity;
}

function lastOf({ validTo }: Period): number {
  return validTo ?? Infinity;
}
