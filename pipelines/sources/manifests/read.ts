/** Manifests: lists of files with what is known of them, as a crawler writes them. */
import { z } from 'zod';
import { csvRows } from './csv.js';
import { parseExactJson } from './exact-json.js';
import { KNOWN_FIELDS, quoted, toRecord, unusable, type ManifestRecord } from './record.js';
import { textLines, type TextLine } from './text.js';

/** A record, or why its line is none. */
export type ManifestEntry = {
  /** Line where it begins, from 1. */
  readonly no: number;
} & ({ readonly record: ManifestRecord } | { readonly fault: Error });

/**
 * The records of a manifest, in order, one at a time whatever its length: CSV with a header where its name ends in `.csv`, one JSON object a line
 * otherwise. A record has `path` and may have `source_uri`, `fetched_at` (ISO 8601) and any other fields, which are kept. A line that is no record is
 * an entry with its fault; so is the header of a CSV file without a path, and then nothing follows.
 *
 * @throws UnreadableDocument, or an error of the file system, where the manifest can't be read
 */
export async function* readManifest(path: string): AsyncGenerator<ManifestEntry> {
  const lines = textLines(path);
  yield* /\.csv$/i.test(path) ? csvEntries(lines) : jsonEntries(lines);
}

const OBJECT = z.record(z.string(), z.unknown());

async function* jsonEntries(lines: AsyncIterable<TextLine>): AsyncGenerator<ManifestEntry> {
  for await (const { text, no } of lines) {
    if (text?.trim() === '') continue;
    yield entryOf(no, () => toRecord(parseObject(text)));
  }
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) throw unusable('its line is too long');
  let parsed: unknown;
  try {
    parsed = parseExactJson(text);
  } catch {
    throw unusable('it is no JSON');
  }
  const object = OBJECT.safeParse(parsed);
  if (!object.success) throw unusable('it is no JSON object');
  return object.data;
}

async function* csvEntries(lines: AsyncIterable<TextLine>): AsyncGenerator<ManifestEntry> {
  let header: readonly string[] | null = null;
  for await (const row of csvRows(lines)) {
    const { no } = row;
    if ('cells' in row && row.cells.every((cell) => cell.trim() === '')) continue;
    if (header !== null) {
      const names = header;
      yield entryOf(no, () => toRecord(fieldsOf(names, row)));
      continue;
    }
    const fault = 'fault' in row ? row.fault : headerFault(row.cells);
    if (fault) {
      yield { no, fault };
      return;
    }
    header = 'cells' in row ? row.cells.map((cell) => cell.trim()) : [];
  }
}

function headerFault(cells: readonly string[]): Error | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  if (!names.includes('path'))
    return unusable(
      `the header of the file names no column path (known are ${[...KNOWN_FIELDS].join(', ')}; it names ${quoted(names.join(', '))}); nothing of the file was read`,
    );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    return unusable(
      `the header of the file names the column ${JSON.stringify(twice)} twice; nothing of the file was read`,
    );
  return null;
}

/** Cells that are missing at the end are fields that are not there. */
function fieldsOf(header: readonly string[], row: Parameters<typeof cellsOf>[0]): Readonly<Record<string, string>> {
  const cells = cellsOf(row);
  if (cells.length > header.length)
    throw unusable(`it has ${String(cells.length)} cells, the header ${String(header.length)}`);
  return Object.fromEntries(cells.map((cell, at) => [header[at] ?? '', cell]));
}

function cellsOf(row: { readonly cells: readonly string[] } | { readonly fault: Error }): readonly string[] {
  if ('fault' in row) throw row.fault;
  return row.cells;
}

function entryOf(no: number, make: () => ManifestRecord): ManifestEntry {
  try {
    return { no, record: make() };
  } catch (error) {
    return { no, fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
