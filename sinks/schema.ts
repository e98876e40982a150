/** The contract as DDL: tables, views, comments, and the in-place upgrade of an older file. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, Table, View } from './contract/index.js';
import { CONTRACT_VERSION, enumRows, TABLES, tables, VIEWS } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { selectRows } from './duckdb/query.js';
import { markEverything } from './parquet/pending.js';

/** Creates every table and view with its comments and fills meta and enum_values; the database is empty. */
export async function createSchema(connection: DuckDBConnection): Promise<void> {
  for (const table of TABLES) await connection.run(createTable(table));
  await describe(connection);
  await writeConstants(connection);
}

/** Brings an older minor version up to date: what is missing is added, views and comments are made anew, no row of a document changes. */
export async function upgradeSchema(connection: DuckDBConnection): Promise<void> {
  const present = await presentColumns(connection);
  for (const table of TABLES) {
    const known = present.get(table.name);
    if (!known) await connection.run(createTable(table));
    for (const [name, column] of Object.entries(table.columns)) {
      // An older row cannot fill a new column, so it is nullable in an upgraded file even where new files forbid null.
      if (known && !known.has(name))
        await connection.run(`ALTER TABLE ${table.name} ADD COLUMN "${name}" ${column.type}`);
    }
  }
  await describe(connection);
  await writeConstants(connection);
}

/** Column names of each table of the file. */
async function presentColumns(connection: DuckDBConnection): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await selectRows(connection, `SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal`);
  const present = new Map<string, Set<string>>();
  for (const { table_name: table, column_name: column } of rows) {
    const columns = present.get(String(table)) ?? new Set<string>();
    present.set(String(table), columns.add(String(column)));
  }
  return present;
}

/** Views and the comments on everything. */
async function describe(connection: DuckDBConnection): Promise<void> {
  for (const view of VIEWS) await connection.run(createView(view));
  await connection.run([...TABLES.flatMap(commentTable), ...VIEWS.flatMap(commentView)].join(';\n'));
}

/** What every file of this version holds, whatever documents it has. */
async function writeConstants(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DELETE FROM enum_values; DELETE FROM meta WHERE key = 'contract_version'`);
  await appendRows(connection, tables.enumValues, enumRows());
  await appendRows(connection, tables.meta, [{ key: 'contract_version', value: CONTRACT_VERSION }]);
  await markEverything(connection);
}

function createTable({ name, columns }: Table): string {
  return `CREATE TABLE ${name} (${Object.entries(columns).map(defineColumn).join(', ')})`;
}

function defineColumn([name, { type, nullable }]: readonly [string, Column]): string {
  return `"${name}" ${type}${nullable ? '' : ' NOT NULL'}`;
}

function createView({ name, columns, sql }: View): string {
  const names = Object.keys(columns).map((column) => `"${column}"`);
  return `CREATE OR REPLACE VIEW ${name} (${names.join(', ')}) AS ${sql}`;
}

function commentTable({ name, comment, columns }: Table): readonly string[] {
  const own = Object.entries(columns).map(([column, { comment: text }]) => commentColumn(name, column, text));
  return [`COMMENT ON TABLE ${name} IS ${quote(comment)}`, ...own];
}

function commentView({ name, comment, columns }: View): readonly string[] {
  const own = Object.entries(columns).map(([column, text]) => commentColumn(name, column, text));
  return [`COMMENT ON VIEW ${name} IS ${quote(comment)}`, ...own];
}

function commentColumn(owner: string, column: string, text: string): string {
  return `COMMENT ON COLUMN ${owner}."${column}" IS ${quote(text)}`;
}

/** An SQL string literal. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
