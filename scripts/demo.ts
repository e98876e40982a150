/** The main job on the bundled samples, then a question an analyst would ask of the result. */
import { join } from 'node:path';
import { EXIT } from '../pipelines/cli/exit.js';
import { runProgram } from '../pipelines/cli/program.js';
import { queryTable } from './query-table.js';

const OUT = join('out', 'demo');
const QUESTION = 'How much does each office spend, on what, and how much of what it says is proven? (yuan)';
const QUERY = `WITH spending AS (
  PIVOT (SELECT document_id, publisher, fiscal_year AS year, budget_stage AS stage, spending_type, amount FROM expenditure_by_type)
  ON spending_type IN ('total', 'basic', 'project') USING sum(amount)),
three_public AS (
  SELECT document_id, budget_stage AS stage, amount FROM three_public_items WHERE three_public_item = 'total'),
proven AS (
  SELECT document_id, round(100 * avg((confidence = 'proven')::INTEGER), 1) AS percent FROM budget_lines GROUP BY document_id)
SELECT publisher, year, stage, total, basic, project, t.amount AS "three public", p.percent AS "proven %"
FROM spending s
LEFT JOIN three_public t USING (document_id, stage)
JOIN proven p USING (document_id)
ORDER BY total DESC;`;

const code = await runProgram(['run', 'samples', '--out', OUT]);
if (code !== EXIT.done) process.exit(code);
console.log(`\n${QUESTION}\n\n${QUERY}\n`);
console.log(await queryTable(join(OUT, 'budget.duckdb'), QUERY));
