/** The nearest row above whose codes contain a row's codes. */
import type { OutlineRow } from './rows.js';

/** Rows by what they are about, the latest row winning. */
export class CodeTree {
  readonly #latest = new Map<string, number>();

  /** Forgets all rows: a new unit's block repeats the codes of the one before. */
  clear(): void {
    this.#latest.clear();
  }

  add(row: OutlineRow, index: number): void {
    if (row.codes.some((code) => code !== '')) this.#latest.set(key(row.codes, row.unit, row.project), index);
  }

  /** Index of the row that contains `row`, nearest in meaning; undefined where none stands above. */
  parentOf(row: OutlineRow): number | undefined {
    for (const candidate of containers(row)) {
      const found = this.#latest.get(candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Keys of all that may contain the row, the most specific first: any code shortened, its project or its unit left away. */
function containers(row: OutlineRow): string[] {
  const own = key(row.codes, row.unit, row.project);
  const combinations = row.codes
    .reduce<string[][]>(
      (heads, code) => heads.flatMap((head) => prefixes(code).map((prefix) => [...head, prefix])),
      [[]],
    )
    .filter((codes) => codes.some((code) => code !== ''))
    .sort((a, b) => b.join('').length - a.join('').length);
  const units = row.unit === '' ? [''] : [row.unit, ''];
  const projects = row.project === '' ? [''] : [row.project, ''];
  const keys = combinations.flatMap((codes) =>
    units.flatMap((unit) => projects.map((project) => key(codes, unit, project))),
  );
  return keys.filter((candidate) => candidate !== own);
}

/** A code and what may contain it, longest first: 2010301, 20103, 201 and no code at all. Chinese trees grow by two digits from three. */
function prefixes(code: string): string[] {
  const found = [code];
  for (let length = code.length - (code.length % 2 === 0 ? 1 : 2); length >= 3; length -= 2)
    found.push(code.slice(0, length));
  return code === '' ? found : [...found, ''];
}

function key(codes: readonly string[], unit: string, project: string): string {
  return [...codes, unit, project].join('\u0000');
}
