/** What an expectation file holds once it is read, whatever its form: named records of named values. */

/** One row of an expectation. */
export interface SheetRecord {
  /** Where the row stands (`t1 r3 c2`); tells records of one sheet apart. */
  readonly key: string;
  /** Values by field; a field that is not given is blank. */
  readonly fields: ReadonlyMap<string, string>;
}

/** One expectation file. */
export interface Sheet {
  /** Base name of the file (`lines.md`). */
  readonly file: string;
  readonly records: readonly SheetRecord[];
}

/** Makes keys unique: the second record of one key becomes `<key> #2`. Order is kept. */
export function numberRepeats<T extends { readonly key: string }>(records: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.key) ?? 0) + 1;
    seen.set(record.key, count);
    return count === 1 ? record : { ...record, key: `${record.key} #${String(count)}` };
  });
}
