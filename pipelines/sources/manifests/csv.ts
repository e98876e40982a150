/** Records of a manifest in CSV (RFC 4180). */
import Papa from 'papaparse';
import { unusable } from './record.js';
import type { TextLine } from './text.js';

/** The cells of a row, or why it is none, at the line where it begins. */
export type CsvRow = { readonly no: number } & ({ readonly cells: readonly string[] } | { readonly fault: Error });

/** Lines that one cell may have; beyond them its quote was never meant to be closed. */
const MOST_LINES_OF_A_ROW = 100;

/** The rows of a file. A row with a quote that nothing closes is a fault of its first line; the lines behind it are read by themselves. */
export async function* csvRows(lines: AsyncIterable<TextLine>): AsyncGenerator<CsvRow> {
  let open: TextLine[] = [];
  for await (const line of lines) {
    open.push(line);
    let taken = takeRow(open, MOST_LINES_OF_A_ROW);
    while (taken) {
      yield taken.row;
      open = taken.rest;
      taken = takeRow(open, MOST_LINES_OF_A_ROW);
    }
  }
  for (let taken = takeRow(open, 1); taken; taken = takeRow(taken.rest, 1)) yield taken.row;
}

/** The first row of `lines` and the lines behind it; null where it goes on, and may have `most` lines. */
function takeRow(lines: readonly TextLine[], most: number): { readonly row: CsvRow; readonly rest: TextLine[] } | null {
  const [first] = lines;
  if (!first) return null;
  const { no } = first;
  if (first.text === null) return { row: { no, fault: unusable('its line is too long') }, rest: lines.slice(1) };
  const size = linesOfRow(lines);
  if (size !== null) {
    const row = parseRow(no, joined(lines.slice(0, size)));
    // Two stray quotes look like one cell of many lines: what lies between them is read by itself.
    return { row, rest: lines.slice('fault' in row ? 1 : size) };
  }
  if (lines.length < most) return null;
  return { row: { no, fault: unusable('a quote of it is not closed') }, rest: lines.slice(1) };
}

/** How many lines the first row has: as many as it takes to close its quotes; null where they don't suffice. */
function linesOfRow(lines: readonly TextLine[]): number | null {
  let quotes = 0;
  for (const [at, { text }] of lines.entries()) {
    if (text === null) return null;
    quotes += text.split('"').length - 1;
    if (quotes % 2 === 0) return at + 1;
  }
  return null;
}

function joined(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text ?? '').join('\n');
}

function parseRow(no: number, text: string): CsvRow {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  const [fault] = errors.filter(({ type }) => type === 'Quotes');
  const [cells] = data;
  if (fault || data.length > 1) return { no, fault: unusable('its quotes are not those of CSV') };
  return { no, cells: cells ?? [''] };
}
