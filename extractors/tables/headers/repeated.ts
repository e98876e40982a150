/** Headers that page ends repeated inside one run of rows. */
import { isNumberingRow, squeeze } from '../words.js';
import type { SourceRow } from '../rows.js';

/** Body rows without the headers that a page break repeated between them. */
export function dropRepeatedHeaders(header: readonly SourceRow[], body: readonly SourceRow[]): SourceRow[] {
  const numbered = header.findIndex((row) => isNumberingRow(row.cells));
  const headings = numbered > 0 ? header.slice(0, numbered) : header;
  if (headings.length === 0) return [...body];
  const kept: SourceRow[] = [];
  for (let at = 0; at < body.length; at += 1) {
    if (!headings.every((row, below) => sameTexts(row, body[at + below]))) {
      kept.push(...body.slice(at, at + 1));
      continue;
    }
    at += headings.length - 1;
    const after = body[at + 1];
    if (after && numbered > 0 && isNumberingRow(after.cells)) at += 1;
  }
  return kept;
}

function sameTexts(a: SourceRow, b: SourceRow | undefined): boolean {
  return (
    b?.cells.length === a.cells.length && a.cells.every((text, col) => squeeze(text) === squeeze(b.cells[col] ?? ''))
  );
}
