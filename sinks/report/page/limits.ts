/** What bounds the page: it stays below 5 MB and opens at once, however large the archive. */
import { toScriptJson } from '../script-json.js';

/** Entries of a list. */
export const MOST = {
  /** Failing checks. */
  checks: 2_000,
  /** Of these, the worst, with what they use as it is printed. */
  worst: 200,
  /** Failing checks between documents. */
  between: 300,
  publishers: 200,
  documents: 400,
  quarantined: 300,
  /** Findings of what made no line. */
  unloaded: 500,
  /** Codes of warnings and errors. */
  findingGroups: 100,
  /** Documents named of a code, and of a gap. */
  findings: 10,
  gaps: 10,
  suspectGroups: 60,
  /** Lines shown of a group. */
  suspects: 20,
  /** Figures of a check that are looked up. */
  figures: 40,
} as const;

/** Bytes of a list in the page; together with words, style and script they stay below 5 MB. */
export const BYTES = {
  checks: 1_800_000,
  evidence: 1_300_000,
  between: 250_000,
  suspects: 450_000,
  documents: 300_000,
  quarantined: 200_000,
  unloaded: 150_000,
  publishers: 100_000,
  findings: 150_000,
  gaps: 100_000,
} as const;

/** Characters of a text that the page shows. */
export const LENGTH = {
  name: 80,
  subject: 480,
  message: 480,
  label: 200,
  path: 300,
  sentence: 240,
  cell: 64,
} as const;

/** SQL for a text of at most `most` characters; what is left out shows as an ellipsis. */
export function cut(expression: string, most: number): string {
  return `CASE WHEN length(${expression}) > ${most} THEN left(${expression}, ${most - 1}) || '…' ELSE ${expression} END`;
}

/** SQL for an amount as printed, with its unit. */
export function printedAmount(line: string): string {
  return `concat_ws(' ', ${cut(`${line}.amount_text`, LENGTH.cell)}, ${line}.unit)`;
}

/** The first entries that together take at most `most` bytes in the page. */
export function takeWithin<T>(
  entries: readonly T[],
  most: number,
  shown: (entry: T) => unknown = (entry) => entry,
): T[] {
  const taken: T[] = [];
  let bytes = 0;
  for (const entry of entries) {
    bytes += Buffer.byteLength(toScriptJson(shown(entry))) + 1;
    if (bytes > most) break;
    taken.push(entry);
  }
  return taken;
}
