import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../sinks/index.js';
import { loadCodebook } from '../../transforms/codebook/index.js';
import type { CodeEntry } from '../../transforms/codebook/index.js';
import type { LineScheme } from '../../transforms/types.js';
import { budgetDocument, budgetLine, lineCode } from '../builders/budget-document.js';
import { at, batchOf, query, scratchFolder, sighting } from './archive-folder.js';

const SCHEMES: readonly LineScheme[] = ['function', 'dept_economic', 'gov_economic', 'revenue', 'procurement'];

const codebook = loadCodebook();
const folder = scratchFolder();
/** Every code that has several entries or former names, in years on both sides of every change; and a line without a code. */
const document = budgetDocument('codes', {
  lines: SCHEMES.flatMap((scheme) => {
    const codes = new Set(
      codebook.entries.filter((entry) => entry.scheme === scheme && isChanging(entry)).map(({ code }) => code),
    );
    return [...codes].flatMap((code) =>
      [2012, 2018, 2021, 2024, null].map((fiscalYear) => ({ fiscalYear, codes: [lineCode(scheme, code)] })),
    );
  })
    .concat(
      { fiscalYear: 2024, codes: [lineCode('function', null)] },
      { fiscalYear: 2023, codes: [lineCode('procurement', 'A02010105', { edition: '2013' })] },
      { fiscalYear: 2023, codes: [lineCode('procurement', 'A02010105', { edition: '2022' })] },
    )
    .map((fields, index) => budgetLine(index + 1, 1n, fields)),
});

function isChanging({ scheme, code, oldNames }: CodeEntry): boolean {
  return oldNames.length > 0 || codebook.entries.filter((one) => one.scheme === scheme && one.code === code).length > 1;
}

beforeAll(async () => {
  const archive = await openArchive(folder.path, { pipelineVersion: '1' });
  await archive.startRun({ runId: 'run', startedAt: at(0), arguments: [] });
  await archive.writeCodes(codebook.entries, codebook.crosswalk);
  await archive.writeBatch(batchOf({ documents: [document], quarantined: [], sightings: [sighting(document)] }));
  await archive.close();
});
afterAll(folder.remove);

describe('line_code_names', () => {
  test('has one row for each row of line_codes, whatever the code tables hold', async () => {
    expect(
      await query(
        folder.path,
        `SELECT (SELECT count(*) FROM line_code_names)::INTEGER AS named, (SELECT count(*) FROM line_codes)::INTEGER AS lines,
          (SELECT count(*) FROM line_codes JOIN classification_codes USING (scheme, code)) > (SELECT count(*) FROM line_codes) AS multiplied`,
      ),
    ).toEqual([{ named: document.lines.length, lines: document.lines.length, multiplied: true }]);
    expect(
      await query(folder.path, 'SELECT * FROM line_code_names WHERE code IS NOT NULL AND code_name IS NULL'),
    ).toEqual([]);
  });

  test.each([
    ['210', 2018, '医疗卫生与计划生育支出', '卫生健康支出'],
    ['210', 2012, '医疗卫生支出', '卫生健康支出'],
    ['210', 2024, '卫生健康支出', '卫生健康支出'],
    ['210', null, '卫生健康支出', '卫生健康支出'],
    ['A02010105', 2018, '便携式计算机', '便携式计算机'],
    ['A02010105', 2024, '台式计算机', '台式计算机'],
  ])('calls %s in %s %s', async (code, year, codeName, presentName) => {
    expect(
      await query(
        folder.path,
        `SELECT n.code_name, n.present_name FROM line_code_names n JOIN budget_lines l USING (document_id, line_no)
         WHERE n.code = '${code}' AND l.fiscal_year IS NOT DISTINCT FROM ${String(year)}`,
      ),
    ).toEqual([{ code_name: codeName, present_name: presentName }]);
  });
});

test('line_code_names keeps to the edition of the line, whatever its year', async () => {
  const named = await query(
    folder.path,
    `SELECT n.edition, n.code_name FROM line_code_names n JOIN line_codes c USING (document_id, line_no, scheme)
     WHERE c.code = 'A02010105' AND c.edition <> '' ORDER BY ALL`,
  );
  expect(named).toEqual([
    { edition: '2013', code_name: '便携式计算机' },
    { edition: '2022', code_name: '台式计算机' },
  ]);
});

test.each(['scheme', 'evidence', 'confidence', 'budget'])(
  'enum_values has every %s of the code tables',
  async (column) => {
    expect(
      await query(
        folder.path,
        `SELECT DISTINCT ${column} FROM classification_codes c WHERE ${column} IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM enum_values e WHERE e.column_name = '${column}' AND e.value = c.${column})`,
      ),
    ).toEqual([]);
  },
);

test('enum_values has evidence of correspondences, too', async () => {
  const listed = await query(folder.path, `SELECT value FROM enum_values WHERE column_name = 'evidence'`);
  expect(listed.map(({ value }) => value)).toEqual(expect.arrayContaining(['listed', 'judged', 'official']));
});
