/** One table of the codebook: read from the package and from an overlay, laid over each other, checked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfDuplicates, faultsOfTree } from './check-entries.js';
import { faultsOfPairs, faultsOfTwins } from './check-pairs.js';
import { toEntry } from './entries.js';
import { layEntries } from './overlay-entries.js';
import { layPairs } from './overlay-pairs.js';
import type { PairTable } from './pairs.js';
import type { TableContent } from './read-table.js';
import { readTable } from './read-table.js';
import type { CodeTable, CsvTable } from './tables.js';
import type { CodeEntry } from './types.js';

export interface Folders {
  readonly tables: string;
  readonly overlay: string | null;
}

/** What a table gives, or what is wrong with it, each fault with file and line. */
export interface Loaded<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly string[];
}

export function loadEntries(table: CodeTable, folders: Folders): Loaded<CodeEntry> {
  const contents = readBoth(table, folders);
  const faults = contents.flatMap((content) => content.faults);
  if (faults.length > 0) return { rows: [], faults };
  const [below = [], above = []] = contents.map(({ rows }) => rows.map((row) => toEntry(row, table)));
  const laid = layEntries(below, above);
  const twins = [below, above].flatMap((entries) => faultsOfDuplicates(entries, table));
  return { rows: laid.map(({ entry }) => entry), faults: [...twins, ...faultsOfTree(laid, table)] };
}

export function loadPairs<Row>(csv: CsvTable<Row>, pairs: PairTable<Row>, folders: Folders): Loaded<Row> {
  const [packaged, overlay] = readBoth(csv, folders);
  const faults = [...packaged.faults, ...overlay.faults];
  if (faults.length > 0) return { rows: [], faults };
  const laid = layPairs(packaged.rows, overlay.rows, pairs);
  const twins = [packaged.rows, overlay.rows].flatMap((rows) => faultsOfTwins(rows, pairs));
  return { rows: laid.map(({ row }) => row), faults: [...twins, ...faultsOfPairs(laid, pairs)] };
}

/** The packaged file and the overlay's; an overlay has only the files that it needs. */
function readBoth<Row>(
  csv: CsvTable<Row>,
  { tables, overlay }: Folders,
): readonly [TableContent<Row>, TableContent<Row>] {
  const path = overlay === null ? null : join(overlay, csv.file);
  const packaged = readTable(join(tables, csv.file), csv);
  return [packaged, path !== null && existsSync(path) ? readTable(path, csv) : { rows: [], faults: [] }];
}
