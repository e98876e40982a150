/** XLSX, XLS and ODS as texts: what a cell shows where it is text, its exact digits where it is a number. */
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { fromBufferPromise } from 'yauzl';
import { NotACodeTable, type SourceSheet } from '../../transforms/index.js';
import { MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES, tooManyRows } from './bounds.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound file of the older Excel. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return [ZIP, COMPOUND].some((magic) => magic.every((byte, at) => bytes[at] === byte));
}

/** Every sheet, hidden ones too, merged cells with their text in the first. @throws NotACodeTable for a damaged file and one that is far too large */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<readonly SourceSheet[]> {
  await checkUnpackedSize(bytes, fileName);
  const book = parse(bytes, fileName);
  return book.SheetNames.map((name) => ({ name, rows: textsOf(book.Sheets[name], fileName) }));
}

async function checkUnpackedSize(bytes: Uint8Array, fileName: string): Promise<void> {
  if (bytes[0] !== ZIP[0]) return;
  let size = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) size += entry.uncompressedSize;
  } catch (error) {
    throw damaged(fileName, error);
  }
  if (size > MOST_UNPACKED_BYTES)
    throw new NotACodeTable(
      `${fileName}: unpacks to ${String(size)} bytes, more than the ${String(MOST_UNPACKED_BYTES)} that a code table may have; nothing was imported`,
    );
}

function parse(bytes: Uint8Array, fileName: string): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, sheetRows: MOST_ROWS + 1, cellFormula: false, cellHTML: false });
  } catch (error) {
    throw damaged(fileName, error);
  }
}

function damaged(fileName: string, error: unknown): NotACodeTable {
  const reason = error instanceof Error ? error.message : String(error);
  return new NotACodeTable(`${fileName}: can't be read as a spreadsheet (${reason}); nothing was imported`);
}

function textsOf(sheet: WorkSheet | undefined, fileName: string): readonly (readonly string[])[] {
  // A chart sheet has no cells.
  const cells: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  if (cells.length > MOST_ROWS) throw tooManyRows(fileName);
  return Array.from(cells, (row) => Array.from((row ?? []).slice(0, MOST_COLUMNS), textOf));
}

/** A number with a format of digits keeps its zeros (`01`); any other format (`2,010,301`, `2.01E+06`) is only how it is shown. */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'e' || cell.t === 'b') return '';
  const value = cell.v ?? '';
  if (typeof value !== 'number') return String(value);
  const shown = cell.w ?? '';
  return /^\d+$/.test(shown) && Number(shown) === value ? shown : String(value);
}
