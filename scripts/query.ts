/** `npm run query -- <folder> "<SQL>"`: asks an archive and prints the result. Ends with 2 for wrong usage, with 1 where the answer can't be had. */
import { ArchiveError } from '../sinks/errors.js';
import { findDatabase } from '../sinks/duckdb/places.js';
import { queryTable } from './query-table.js';

const [folder, sql, ...others] = process.argv.slice(2);

try {
  if (folder === undefined || sql === undefined || others.length > 0)
    fail(2, 'usage: npm run query -- <folder> "<SQL>"');
  else {
    const database = findDatabase(folder);
    if (database === null) fail(2, `there is no budget.duckdb in ${folder}`);
    else process.stdout.write(await queryTable(database, sql));
  }
} catch (error) {
  fail(1, error instanceof ArchiveError ? error.message : withoutStack(error));
}

function fail(code: number, message: string): void {
  process.stderr.write(`error: ${message}\n`);
  process.exitCode = code;
}

/** What DuckDB says of a query, with the place in it; a stack trace helps nobody who asks. */
function withoutStack(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*Stack Trace:[^]*$/, '').trimEnd();
}
