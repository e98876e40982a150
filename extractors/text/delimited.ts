/** Comma-separated files: records instead of lines. */
import Papa from 'papaparse';
import type { Fragment, SourceRow } from '../tables/rows.js';
import type { TextPart } from './layout.js';

/**
 * Reads a CSV file as tables: records between blank ones are one table each. Quoted fields may hold commas and line breaks; every field
 * stays text. Line numbers are record numbers, since a record may span lines.
 */
export function readDelimited(text: string): TextPart[] {
  const records = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: false }).data;
  const fragments: SourceRow[][] = [];
  let open: SourceRow[] | null = null;
  records.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) {
      open = null;
      return;
    }
    if (!open) fragments.push((open = []));
    open.push({ cells, lineFirst: at + 1, lineLast: at + 1 });
  });
  return fragments.map((rows): TextPart => ({
    kind: 'table',
    fragment: { rows, method: 'tsv', positional: true } satisfies Fragment,
  }));
}
