import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { upgradeSchema } from '../../sinks/schema.js';
import { budgetDocument, budgetLine } from '../builders/budget-document.js';
import { query, queryFile, runOnce, scratchFolder, sighting } from './archive-folder.js';

let folder = scratchFolder();
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

/** Makes the file one that an earlier minor version left, then upgrades it. */
async function downgradeAndUpgrade(): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder.path, 'budget.duckdb'));
  const connection = await instance.connect();
  await connection.run(
    `DROP VIEW suspect_lines; DROP TABLE archive_checks; ALTER TABLE budget_lines DROP COLUMN project_name;
    ALTER TABLE document_sources DROP COLUMN fetched_at; ALTER TABLE document_sources DROP COLUMN metadata`,
  );
  await connection.run(`UPDATE enum_values SET label_en = 'old'; COMMENT ON TABLE documents IS 'old'`);
  await upgradeSchema(connection);
  connection.closeSync();
  instance.closeSync();
}

test('an older minor version gets what it lacks and keeps its rows; later documents land in the right columns', async () => {
  const old = budgetDocument('old', { lines: [budgetLine(1, 1n)] });
  await runOnce(folder.path, { documents: [old], sightings: [sighting(old)] });
  await downgradeAndUpgrade();
  const later = budgetDocument('later', { lines: [budgetLine(1, 2n, { projectName: '某项目', label: '某行' })] });
  await runOnce(folder.path, { documents: [later], sightings: [{ ...sighting(later, 2), metadata: { n: 1 } }] }, 2);
  const rows = [
    { amount: '0.01', label: '第1行', project_name: null },
    { amount: '0.02', label: '某行', project_name: '某项目' },
  ];
  expect(await query(folder.path, 'SELECT amount, label, project_name FROM budget_lines ORDER BY amount')).toEqual(
    rows,
  );
  const glob = join(folder.path, 'parquet', 'budget_lines', '*', '*.parquet');
  expect(await queryFile(':memory:', `SELECT amount, label, project_name FROM '${glob}' ORDER BY amount`)).toEqual(
    rows,
  );
  expect(await query(folder.path, 'SELECT fetched_at, metadata FROM document_sources ORDER BY metadata')).toEqual([
    { fetched_at: null, metadata: '{"n":1}' },
    { fetched_at: null, metadata: null },
  ]);
  expect(await query(folder.path, 'SELECT amount FROM suspect_lines')).toEqual([]);
  expect(await query(folder.path, 'SELECT * FROM archive_checks')).toEqual([]);
  expect(
    await query(
      folder.path,
      `SELECT 1 FROM enum_values WHERE label_en = 'old' UNION ALL SELECT 1 FROM duckdb_tables() WHERE comment = 'old'`,
    ),
  ).toEqual([]);
});
