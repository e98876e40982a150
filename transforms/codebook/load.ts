import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scheme } from '../types.js';
import { openCodebook } from './codebook.js';
import { cofogCrosswalk, cofogPairs, economicCrosswalk, economicPairs } from './crosswalk.js';
import { CodeTablesError } from './errors.js';
import { groupBy } from './group-by.js';
import { loadEntries, loadPairs } from './load-table.js';
import { CODE_TABLES, ECONOMIC_CROSSWALK, FUNCTION_TO_COFOG } from './tables.js';
import { findTablesFolder } from './tables-folder.js';
import type { Codebook, CodeEntry } from './types.js';

/** Where the tables of a codebook are. */
export interface CodebookFolders {
  /** The folder of all tables; left out: the package's. */
  readonly tables?: string;
  /** A folder of files of the same names and columns, any of them, whose rows add to the tables and correct them; null or left out: none. */
  readonly overlay?: string | null;
}

/**
 * The codebook from its tables, an overlay laid over them. Reads about half a megabyte: load it once a run.
 * A codebook with a hole would give wrong codes silently.
 *
 * @throws CodeTablesError where a folder or table is missing, and where rows are broken or contradict each other: all faults of the tables,
 * with file and line
 */
export function loadCodebook({ tables = findTablesFolder(), overlay = null }: CodebookFolders = {}): Codebook {
  const folders = { tables, overlay };
  if (overlay !== null) refuse(faultsOfFolder(overlay));
  const loaded = CODE_TABLES.map((table) => loadEntries(table, folders));
  refuse(loaded.flatMap(({ faults }) => faults));
  const entries = loaded.flatMap(({ rows }) => rows);
  const codesOf = codesByScheme(entries);
  const economic = loadPairs(ECONOMIC_CROSSWALK, economicPairs(codesOf), folders);
  const cofog = loadPairs(FUNCTION_TO_COFOG, cofogPairs(codesOf), folders);
  refuse([...economic.faults, ...cofog.faults]);
  const functions = entries.filter(({ scheme }) => scheme === 'function');
  return openCodebook(entries, [...economicCrosswalk(economic.rows), ...cofogCrosswalk(cofog.rows, functions)]);
}

function codesByScheme(entries: readonly CodeEntry[]): (scheme: Scheme) => ReadonlySet<string> {
  const byScheme = groupBy(entries, ({ scheme }) => scheme);
  return (scheme) => new Set((byScheme.get(scheme) ?? []).map(({ code }) => code));
}

/** What `codes import` has taken into an overlay, and when: no table. */
const IMPORT_LOG = 'imports.csv';

/** A CSV that has no table's name would be left out silently. */
function faultsOfFolder(overlay: string): readonly string[] {
  if (!existsSync(overlay)) return [`${overlay}: the folder of the overlay is missing`];
  const known: readonly string[] = [...CODE_TABLES, ECONOMIC_CROSSWALK, FUNCTION_TO_COFOG].map(({ file }) => file);
  const isStranger = (file: string): boolean =>
    file.toLowerCase().endsWith('.csv') && file !== IMPORT_LOG && !known.includes(file);
  const strangers = readdirSync(overlay).filter(isStranger);
  return strangers.map(
    (file) => `${join(overlay, file)}: no table of the codebook has this name (${known.join(', ')})`,
  );
}

/** Faults told in one message; the rest is counted. */
const MOST_FAULTS = 50;

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const rest = faults.length > MOST_FAULTS ? [`… and ${String(faults.length - MOST_FAULTS)} more`] : [];
  throw new CodeTablesError(['The code tables are broken:', ...faults.slice(0, MOST_FAULTS), ...rest].join('\n'));
}
