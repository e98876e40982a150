export { readTable } from './read-table.js';
export type { ReadTable, TableToRead } from './table-to-read.js';
