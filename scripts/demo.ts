/** The main job on the bundled samples, then a question an analyst would ask of the result. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EXIT } from '../pipelines/cli/exit.js';
import { runProgram } from '../pipelines/cli/program.js';

const OUT = join('out', 'demo');
const QUESTION = 'What does each office spend most on, and how far can each figure be trusted?';
const QUERY = `SELECT publisher, fiscal_year AS year, function_code AS code, function_name AS name, amount, confidence
FROM expenditure_by_function
QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY amount DESC) <= 3
ORDER BY publisher, year, amount DESC;`;

const code = await runProgram(['run', 'samples', '--out', OUT]);
if (code !== EXIT.done) process.exit(code);
console.log(`\n${QUESTION}\n\n${QUERY}\n`);
console.table(await ask(join(OUT, 'budget.duckdb'), QUERY));

/** Rows of a query; values as DuckDB prints them, so that an amount stays the decimal it is. */
async function ask(database: string, query: string): Promise<readonly object[]> {
  const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
