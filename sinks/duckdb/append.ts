/** Bulk writing: rows become data chunks of the appender (an order of magnitude faster than inserts). */
import { setImmediate as takeTurns } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { SqlType, Table, TableRow } from '../contract/index.js';
import { fillVector, type Stretch } from '../vectors/fill.js';
import { packRows } from '../vectors/pack.js';
import type { PackedRows } from '../vectors/types.js';

/** DuckDB's own vector size: a chunk holds no more. */
const CHUNK_ROWS = 2048;

interface Target {
  readonly name: string;
  readonly catalog?: string;
}

/**
 * Appends rows to a table within the connection's transaction.
 * @throws TypeError or RangeError when a value does not fit its column, Error of DuckDB when a row is refused; the caller's transaction is then lost
 */
export async function appendRows<T extends Table>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly TableRow<T>[],
  target: Target = table,
): Promise<void> {
  await appendPacked(connection, table, [packRows(table, rows)], target);
}

/**
 * Appends packed rows of a table, part after part, within the connection's transaction.
 * @throws Error when the file's table has other columns, of DuckDB when a row is refused; the caller's transaction is then lost
 */
export async function appendPacked(
  connection: DuckDBConnection,
  table: Table,
  parts: readonly PackedRows[],
  target: Target = table,
): Promise<void> {
  if (parts.every(({ count }) => count === 0)) return;
  const names = await physicalColumns(connection, table, target);
  const appender = await connection.createAppender(target.name, 'main', target.catalog ?? null);
  try {
    const types = Array.from({ length: appender.columnCount }, (_, index) => appender.columnType(index));
    const chunk = DuckDBDataChunk.create(types);
    for (const pieces of chunksOf(parts)) {
      fillChunk(chunk, names, pieces);
      appender.appendDataChunk(chunk);
      // Else workers that have done their document would wait for the next one until the whole table is in.
      await takeTurns();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** Rows of a part, and where they go in a chunk. */
type Piece = Omit<Stretch, 'column'> & { readonly part: PackedRows };

/** All rows in order, as many together as a chunk holds. */
function* chunksOf(parts: readonly PackedRows[]): Generator<readonly Piece[]> {
  let pieces: Piece[] = [];
  let filled = 0;
  for (const part of parts) {
    for (let from = 0, to = 0; from < part.count; from = to) {
      to = Math.min(part.count, from + CHUNK_ROWS - filled);
      pieces.push({ part, from, to, at: filled });
      filled += to - from;
      if (filled < CHUNK_ROWS) continue;
      yield pieces;
      pieces = [];
      filled = 0;
    }
  }
  if (filled > 0) yield pieces;
}

function fillChunk(chunk: DuckDBDataChunk, names: readonly string[], pieces: readonly Piece[]): void {
  const count = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  chunk.reset();
  chunk.rowCount = count;
  names.forEach((name, index) => {
    const stretches = pieces.map(({ part, from, to, at }) => ({ column: columnOf(part, name), from, to, at }));
    fillVector(duckdb.data_chunk_get_vector(chunk.chunk, index), stretches, count);
  });
}

function columnOf({ columns }: PackedRows, name: string): Stretch['column'] {
  const column = columns.get(name);
  if (!column) throw new Error(`rows without a column ${name}`);
  return column;
}

/** What DuckDB calls the types that the contract calls otherwise. */
const OWN_NAMES: Readonly<Partial<Record<SqlType, string>>> = {
  JSON: 'VARCHAR',
  TIMESTAMPTZ: 'TIMESTAMP WITH TIME ZONE',
};

/**
 * Column names in the order of the file: an upgraded file has added columns at its end, wherever the contract lists them.
 * @throws Error when the file's columns are not those of the contract, or of other types: packed values are copied as they are
 */
async function physicalColumns(
  connection: DuckDBConnection,
  table: Table,
  { name, catalog }: Target,
): Promise<readonly string[]> {
  const owner = catalog === undefined ? name : `${catalog}.${name}`;
  const found = await connection.run(`SELECT * FROM ${owner} LIMIT 0`);
  const names = found.columnNames();
  const types = found.columnTypes().map(String);
  const wanted = Object.entries(table.columns);
  const isAsWanted = wanted.every(([column, { type }]) => types[names.indexOf(column)] === (OWN_NAMES[type] ?? type));
  if (names.length !== wanted.length || !isAsWanted)
    throw new Error(`table ${owner} has not the columns of this version`);
  return names;
}
