/** Bulk writing: rows become data chunks of the appender (an order of magnitude faster than inserts). */
import { setImmediate as takeTurns } from 'node:timers/promises';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { DuckDBDataChunk, DuckDBDecimalValue, DuckDBListValue, DuckDBTimestampTZValue } from '@duckdb/node-api';
import type { AnyRow, SqlType, Table, TableRow, ValueOf } from '../contract/index.js';
import { decimalShape } from './decimal.js';

/** DuckDB's own vector size: a chunk holds no more. */
const CHUNK_ROWS = 2048;
const MICROS_PER_MILLI = 1000n;

/**
 * Appends rows to a table within the connection's transaction.
 * @throws Error of DuckDB when a row does not fit; the caller's transaction is then lost
 */
export async function appendRows<T extends Table>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly TableRow<T>[],
  target: { readonly name: string; readonly catalog?: string } = table,
): Promise<void> {
  if (rows.length === 0) return;
  const names = await physicalColumns(connection, table, target);
  const appender = await connection.createAppender(target.name, 'main', target.catalog ?? null);
  try {
    const types = Array.from({ length: appender.columnCount }, (_, index) => appender.columnType(index));
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      appender.appendDataChunk(toChunk(table, names, types, rows.slice(from, from + CHUNK_ROWS)));
      // Else workers that have done their document would wait for the next one until the whole table is in.
      await takeTurns();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/**
 * Column names in the order of the file: an upgraded file has added columns at its end, wherever the contract lists them.
 * @throws Error when the file's columns are not those of the contract
 */
async function physicalColumns(
  connection: DuckDBConnection,
  table: Table,
  { name, catalog }: { readonly name: string; readonly catalog?: string },
): Promise<readonly string[]> {
  const owner = catalog === undefined ? name : `${catalog}.${name}`;
  const names = (await connection.run(`SELECT * FROM ${owner} LIMIT 0`)).columnNames();
  const wanted = Object.keys(table.columns);
  if (names.length !== wanted.length || !wanted.every((column) => names.includes(column))) {
    throw new Error(`table ${owner} has not the columns of this version`);
  }
  return names;
}

function toChunk(
  table: Table,
  names: readonly string[],
  types: readonly DuckDBType[],
  rows: readonly AnyRow[],
): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(types, rows.length);
  const columns = names.map((name) => {
    const column = table.columns[name];
    if (!column) throw new Error(`no column ${name} in ${table.name}`);
    const convert = converter(column.type);
    return rows.map((row) => {
      const value = row[name];
      return value === null || value === undefined ? null : convert(value);
    });
  });
  chunk.setColumns(columns);
  return chunk;
}

/** How a value of a column type is handed to DuckDB. */
function converter(type: SqlType): (value: ValueOf<SqlType>) => DuckDBValue {
  const decimal = decimalShape(type);
  if (decimal) return (value) => new DuckDBDecimalValue(expectBigint(value), decimal.width, decimal.scale);
  return (value) => {
    if (value instanceof Date) return new DuckDBTimestampTZValue(BigInt(value.getTime()) * MICROS_PER_MILLI);
    return typeof value === 'object' ? new DuckDBListValue(value) : value;
  };
}

function expectBigint(value: ValueOf<SqlType>): bigint {
  if (typeof value !== 'bigint') throw new TypeError(`a decimal column was given a ${typeof value}`);
  return value;
}
