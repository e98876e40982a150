/** The output contract, written down once: tables, views, enums, version. */
export { enumRows } from './enums.js';
export type { AnyRow, Column, SqlType, ValueOf } from './columns.js';
export type { Table, TableRow } from './table.js';
export * as tables from './tables/index.js';
export { DOCUMENT_TABLE_NAMES, DOCUMENT_TABLES, TABLES } from './tables/index.js';
export { CONTRACT_VERSION, parseVersion } from './version.js';
export type { View } from './view.js';
export { VIEWS } from './views/index.js';
