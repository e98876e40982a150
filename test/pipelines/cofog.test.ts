/** Sums by COFOG over whole documents: every yuan of a year once, whatever a function code corresponds to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../pipelines/index.js';
import { query } from '../sinks/archive-folder.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const folder = mkdtempSync(join(tmpdir(), 'cofog-'));

beforeAll(async () => {
  await run({ inputs: [SAMPLES], outDir: folder });
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What may be summed: one subject, year, stage, fund and kind of spending of one document. */
const SUBJECT = 'document_id, fiscal_year, budget_stage, fund_source, spending_type';

/** 0.01 万元 in yuan: printed totals may differ from the sum of printed parts by their rounding. */
const LEAST_PRINTED = 100;

describe('expenditure_by_cofog', () => {
  test('sums a year of every document to what it spends by function', async () => {
    const sums = (view: string): string =>
      `SELECT ${SUBJECT}, sum(amount) AS amount FROM ${view} GROUP BY ALL ORDER BY ALL`;
    const byCofog = await query(folder, sums('expenditure_by_cofog'));
    expect(byCofog).toEqual(await query(folder, sums('expenditure_by_function')));
    expect(byCofog.length).toBeGreaterThan(10);
  });

  test('sums to the printed 合计 of the same table, where the functions are broken down in one', async () => {
    const totals = await query(
      folder,
      `WITH c AS (SELECT ${SUBJECT}, sum(amount) AS amount FROM expenditure_by_cofog GROUP BY ALL)
       SELECT count(*) AS compared, max(abs(c.amount - t.amount)) AS difference
       FROM c JOIN budget_lines t USING (${SUBJECT})
       WHERE t.table_kind = 'expenditure_summary' AND t.line_role = 'total' AND t.total_kind <> 'subtotal'
         AND t.flow = 'expenditure' AND t.source_kind = 'table'`,
    );
    const [{ compared, difference } = { compared: 0, difference: 'none' }] = totals;
    expect(Number(compared)).toBeGreaterThan(5);
    expect(Number(difference)).toBeLessThanOrEqual(LEAST_PRINTED);
  });

  test('has one primary COFOG class for every function code that stands in an output', async () => {
    const [row] = await query(
      folder,
      `SELECT count(DISTINCT from_code) AS codes, count(*) AS rows FROM code_crosswalk
       WHERE from_scheme = 'function' AND to_scheme = 'cofog' AND is_primary`,
    );
    expect(row?.['codes']).toBe(row?.['rows']);
  });
});
