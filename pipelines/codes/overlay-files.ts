/** Writing an overlay: all of an import or nothing of it. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CODE_TABLES, layRows, loadCodebook, type ImportableScheme, type OverlayRow } from '../../transforms/index.js';
import { readCsv, writeCsv, type CsvRow } from './csv.js';
import { OverlayError } from './errors.js';
import { IMPORT_LOG, overlayTables } from './overlay-folder.js';

/** A line of `imports.csv`. */
const LOG_COLUMNS = [
  'time',
  'file',
  'sha256',
  'scheme',
  'year',
  'added',
  'confirmed',
  'renamed',
  'aliases',
  'overwritten',
  'left_out',
] as const;
type LogEntry = Readonly<Record<(typeof LOG_COLUMNS)[number], string>>;

/** Rows to lay over those that an overlay has, by classification. */
export type NewRows = ReadonlyMap<ImportableScheme, readonly OverlayRow[]>;

/**
 * Adds rows to the overlay in `folder`, which is made where it is not there, and a line to its log. The tables are written aside first and
 * tried with the packaged ones; each then takes its place in one step.
 *
 * @throws OverlayError when the tables together would be broken, or a file can't be written; nothing is changed then
 */
export function addToOverlay(folder: string, rows: NewRows, entry: LogEntry): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    const aside = mkdtempSync(`${folder}.`);
    try {
      copyOverlay(folder, aside);
      const files = [...writeTables(aside, rows), appendToLog(aside, entry)];
      loadCodebook({ overlay: aside });
      mkdirSync(folder, { recursive: true });
      for (const file of files) renameSync(join(aside, file), join(folder, file));
    } finally {
      rmSync(aside, { recursive: true });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OverlayError(`the code tables in ${folder} can't be written: ${reason}`, { cause: error });
  }
}

function copyOverlay(from: string, to: string): void {
  if (!existsSync(from)) return;
  const files = [...overlayTables(from), IMPORT_LOG].filter((file) => existsSync(join(from, file)));
  for (const file of files) copyFileSync(join(from, file), join(to, file));
}

/** Lays the rows over those of the tables in `folder`; the names of the files written. */
function writeTables(folder: string, rows: NewRows): readonly string[] {
  return CODE_TABLES.flatMap(({ scheme, file, columns }) => {
    const added = [...rows].find(([one]) => one === scheme)?.[1] ?? [];
    if (added.length === 0) return [];
    const laid = layRows(readRows(join(folder, file)), added);
    writeFileSync(join(folder, file), writeCsv(laid, columns));
    return [file];
  });
}

function appendToLog(folder: string, entry: LogEntry): string {
  const path = join(folder, IMPORT_LOG);
  writeFileSync(path, writeCsv([...readRows(path), entry], LOG_COLUMNS));
  return IMPORT_LOG;
}

function readRows(path: string): readonly CsvRow[] {
  return existsSync(path) ? readCsv(path) : [];
}
