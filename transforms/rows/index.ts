export { readTable } from './read-table.js';
export type { ReadTable, TableToRead } from './read-table.js';
