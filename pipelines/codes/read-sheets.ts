/** A code table's file as sheets of text: CSV of any usual kind, or a spreadsheet. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { decodeText } from '../../extractors/index.js';
import { NotACodeTable, type SourceSheet } from '../../transforms/index.js';
import { MOST_BYTES, MOST_ROWS, tooManyRows } from './bounds.js';
import { isSpreadsheet, readSpreadsheet } from './read-spreadsheet.js';

export interface SheetFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly SourceSheet[];
}

/** Reads a file whole. @throws NotACodeTable when it can't be read, is no text and no spreadsheet, or is far too large for a code table */
export async function readSheets(path: string): Promise<SheetFile> {
  const fileName = basename(path);
  const bytes = await readBounded(path, fileName);
  if (isSpreadsheet(bytes)) return { fileName, bytes, sheets: await readSpreadsheet(bytes, fileName) };
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new NotACodeTable(`${fileName}: ${decoded.message}; nothing was imported`);
  const [lost] = decoded.diagnostics;
  if (lost)
    throw new NotACodeTable(`${fileName}, line ${String(lost.origin.line)}: ${lost.message}; nothing was imported`);
  const rows = Papa.parse<string[]>(decoded.text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: MOST_ROWS + 1,
  }).data;
  if (rows.length > MOST_ROWS) throw tooManyRows(fileName);
  return { fileName, bytes, sheets: [{ name: null, rows }] };
}

async function readBounded(path: string, fileName: string): Promise<Uint8Array> {
  const refuse = (fact: string): never => {
    throw new NotACodeTable(`${fileName}: ${fact}; nothing was imported`);
  };
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse('is no file');
    if (found.size > MOST_BYTES)
      return refuse(`has ${String(found.size)} bytes, more than the ${String(MOST_BYTES)} that a code table may have`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof NotACodeTable) throw error;
    return refuse(`can't be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
