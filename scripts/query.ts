/** `npm run query -- <folder> "<SQL>"`: asks an archive and prints the result. */
import { join } from 'node:path';
import { queryTable } from './query-table.js';

const [folder, sql] = process.argv.slice(2);
if (folder === undefined || sql === undefined) throw new Error('usage: npm run query -- <folder> "<SQL>"');
process.stdout.write(await queryTable(join(folder, 'budget.duckdb'), sql));
