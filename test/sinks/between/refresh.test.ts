import { afterAll, describe, expect, it } from 'vitest';
import type { BudgetDocument, BudgetLine, DocumentFacts } from '../../../transforms/types.js';
import {
  budgetDocument,
  budgetLine,
  budgetTable,
  cellPlace,
  documentFacts,
  lineCode,
} from '../../builders/budget-document.js';
import { query, runOnce, scratchFolder, sighting } from '../archive-folder.js';

const folders: ReturnType<typeof scratchFolder>[] = [];
afterAll(() => {
  for (const { remove } of folders) remove();
});

function folder(): string {
  const made = scratchFolder();
  folders.push(made);
  return made.path;
}

interface Row extends Partial<BudgetLine> {
  readonly wan: string;
}

/** A document of one table in 万元 whose amounts stand in column `col`, under a head of two columns of amounts. */
function report(
  content: string,
  facts: Partial<DocumentFacts>,
  rows: readonly Row[],
  heads = ['科目', '预算数', '上年'],
) {
  const table = budgetTable(1, 'expenditure_summary', [
    heads,
    ...rows.map(({ wan, budgetStage }) => (budgetStage === 'prior_year' ? ['', '', wan] : ['', wan, ''])),
  ]);
  const own = documentFacts(facts);
  const lines = rows.map(({ wan, ...row }, at) =>
    budgetLine(at + 1, BigInt(wan.replace('.', '').padEnd(wan.indexOf('.') + 7 - 1, '0')), {
      place: cellPlace(1, at + 1, row.budgetStage === 'prior_year' ? 2 : 1),
      publisher: own.publisher,
      fiscalYear: row.budgetStage === 'prior_year' ? (own.fiscalYear ?? 0) - 1 : own.fiscalYear,
      amountText: wan,
      unit: '万元',
      ...row,
    }),
  );
  return budgetDocument(content, { tables: [table], lines, facts: own });
}

async function load(path: string, documents: readonly BudgetDocument[], minute = 0, version = '1'): Promise<void> {
  await runOnce(
    path,
    { documents, sightings: documents.map((document) => sighting(document, minute)) },
    minute,
    version,
  );
}

const CHECKS = `SELECT rule, subject, expected::VARCHAR AS expected, actual::VARCHAR AS actual, tolerance::VARCHAR AS tolerance, status
  FROM archive_checks ORDER BY subject`;

const education = { codes: [lineCode('function', '2050101')] };
const health = { codes: [lineCode('function', '2100101')] };
const total = { lineRole: 'total', totalKind: 'current', label: '合计' } as const;

describe("last year's figures", () => {
  const before = report('2023', { fiscalYear: 2023 }, [
    { wan: '30.00', ...total },
    { wan: '10.00', ...education },
    { wan: '20.00', ...health },
  ]);
  const after = report('2024', { fiscalYear: 2024 }, [
    { wan: '40.00', ...total },
    { wan: '30.0', ...total, budgetStage: 'prior_year' },
    { wan: '10.1', ...education, budgetStage: 'prior_year' },
    { wan: '25.0', ...health, budgetStage: 'prior_year' },
  ]);

  it("are compared with what last year's report prints, to the rounding of both", async () => {
    const path = folder();
    await load(path, [before, after]);
    expect(await query(path, CHECKS)).toEqual([
      {
        rule: 'last-year',
        subject: 't.1 r.2 c.2 合计 = t.1 r.1 c.1 合计',
        expected: '300000.000000',
        actual: '300000.000000',
        tolerance: '550.000000',
        status: 'pass',
      },
      expect.objectContaining({
        subject: 't.1 r.3 c.2 第3行 = t.1 r.2 c.1 第2行',
        status: 'fail',
        actual: '101000.000000',
      }),
      expect.objectContaining({ subject: 't.1 r.4 c.2 第4行 = t.1 r.3 c.1 第3行', status: 'fail' }),
    ]);
    expect(await query(path, 'SELECT DISTINCT confidence, checks_failed FROM budget_lines')).toEqual([
      { confidence: 'consistent', checks_failed: 0 },
    ]);
  });

  it('are compared whichever report comes first, once, and anew when one is read anew', async () => {
    const path = folder();
    await load(path, [after]);
    expect(await query(path, CHECKS)).toEqual([]);
    await load(path, [before], 1);
    expect(await query(path, CHECKS)).toHaveLength(3);
    await load(path, [before, after], 2);
    expect(await query(path, CHECKS)).toHaveLength(3);
    await load(path, [before, after], 3, '2');
    expect(await query(path, CHECKS)).toHaveLength(3);
    const parquet = `read_parquet('${path}/parquet/archive_checks/*/*.parquet')`;
    expect(await query(path, `SELECT count(*)::INTEGER AS n FROM ${parquet}`)).toEqual([{ n: 3 }]);
  });

  it('go when a document is replaced at its source', async () => {
    const path = folder();
    await load(path, [before, after]);
    const other = report('2023 new', { fiscalYear: 2022 }, [{ wan: '1.00', ...total }]);
    await runOnce(
      path,
      { documents: [other], sightings: [{ ...sighting(other, 1), sourceUri: before.raw.sourceUri }] },
      1,
    );
    expect(await query(path, CHECKS)).toEqual([]);
  });

  it('are not those of another publisher, another kind of report, or what was executed', async () => {
    const path = folder();
    await load(path, [
      after,
      report('other', { fiscalYear: 2023, publisher: '某市另一局' }, [{ wan: '1.00', ...total }]),
      report('final', { fiscalYear: 2023, reportKind: 'department_final' }, [{ wan: '1.00', ...total }]),
      report(
        'executed',
        { fiscalYear: 2024, publisher: '某县某局' },
        [{ wan: '2.00', ...total, budgetStage: 'prior_year' }],
        ['科目', '预算数', '上年执行数'],
      ),
      report('planned', { fiscalYear: 2023, publisher: '某县某局' }, [{ wan: '1.00', ...total }]),
    ]);
    expect(await query(path, CHECKS)).toEqual([]);
  });
});

describe("a department's units", () => {
  it('print what the department prints of them', async () => {
    const path = folder();
    const unit = '某市某局信息中心';
    const subtotal = { lineRole: 'total', totalKind: 'subtotal', label: unit, budgetUnitName: unit } as const;
    await load(path, [
      report('department', {}, [
        { wan: '50.00', ...total },
        { wan: '12.00', ...subtotal },
        { wan: '7.00', ...education, budgetUnitName: unit },
      ]),
      report('unit', { publisher: unit, reportKind: 'unit_budget' }, [
        { wan: '12.00', ...total },
        { wan: '7.50', ...education },
      ]),
    ]);
    expect(await query(path, CHECKS)).toEqual([
      expect.objectContaining({
        rule: 'department-units',
        subject: `t.1 r.2 c.1 ${unit} = t.1 r.1 c.1 合计`,
        status: 'pass',
      }),
      expect.objectContaining({
        rule: 'department-units',
        subject: 't.1 r.3 c.1 第3行 = t.1 r.2 c.1 第2行',
        status: 'fail',
      }),
    ]);
  });
});
