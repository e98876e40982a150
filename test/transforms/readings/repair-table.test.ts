/** Slips in cells are mended where the accounts bear it out, and always told. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { offerRepairs } from '../../../extractors/tables/repairs/offer-repairs.js';
import type { RawTable } from '../../../extractors/types.js';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { transform } from '../../../transforms/index.js';
import type { BudgetDocument } from '../../../transforms/index.js';
import { docx, grid, p } from '../../builders/docx.js';
import { decideTable } from '../../../transforms/readings/index.js';
import { budgetTable, documentFacts, documentIdOf } from '../../builders/budget-document.js';

const codebook = loadCodebook();
const HEAD = ['科目编码\t科目名称\t合计\t基本支出\t项目支出'];
const ROWS = [
  '合计\t\t9.00\t5.00\t4.00',
  '205\t教育支出\t3.00\t1.00\t2.00',
  '210\t卫生健康支出\t6.00\t4.00\t2.00',
] as const;

async function read(bytes: Uint8Array, fileName: string): Promise<BudgetDocument> {
  const raw = await extract({ documentId: documentIdOf(fileName), fileName, sourceUri: fileName, bytes });
  return transform(raw, codebook);
}

/** A table of expenditure with its rows, one of them replaced. */
function text(at: number, row: string): Promise<BudgetDocument> {
  const rows = ROWS.map((own, no) => (no === at ? row : own));
  const lines = ['某市某局2024年部门预算', '支出总表', '单位：万元', ...HEAD, ...rows, ''];
  return read(new TextEncoder().encode(lines.join('\n')), 'a.txt');
}

function outcome({ lines, diagnostics, checks }: BudgetDocument) {
  return {
    amounts: lines.map(({ amountText }) => amountText).join(' '),
    repaired: diagnostics.filter(({ code }) => code === 'text-repaired').map(({ message }) => message),
    failing: checks.filter(({ status }) => status === 'fail').length,
  };
}

const swapped = new Map([
  ['基本支出', '项目支出'],
  ['项目支出', '基本支出'],
]);
const MENDED = '9.00 5.00 4.00 3.00 1.00 2.00 6.00 4.00 2.00';

describe('a repair is taken where the sums bear it out, and told with both texts', () => {
  it.each([
    ['figures that run together', '205\t教育支出\t3.00\t1.002.00\t', '"1.002.00" | "", read is "1.00" | "2.00"'],
    [
      'a figure that ran into the name',
      '205\t教育支出3.00\t\t1.00\t2.00',
      '"教育支出3.00" | "", read is "教育支出" | "3.00"',
    ],
    ['digits in the next cell', '205\t教育支出\t3.001\t.00\t2.00', '"3.001" | ".00", read is "3.00" | "1.00"'],
  ])('%s', async (_, row, told) => {
    const document = await text(1, row);
    const { amounts, repaired, failing } = outcome(document);
    expect(amounts).toBe(MENDED);
    expect(repaired).toHaveLength(1);
    expect(repaired[0]).toContain(told);
    expect(failing).toBe(0);
    expect(document.diagnostics.find(({ code }) => code === 'text-repaired')).toMatchObject({
      severity: 'info',
      origin: { tableNo: 1, row: 2 },
    });
  });

  it('rows that stand in one', async () => {
    const picture = [
      '科目编码|科目名称|合计|基本支出|项目支出',
      '合计||9.00|5.00|4.00',
      String.raw`205\n210|教育支出\n卫生健康支出|3.00\n6.00|1.00\n4.00|2.00\n2.00`,
    ];
    const body = [p('某市某局2024年部门预算'), p('支出总表'), p('单位：万元'), grid(picture)].join('');
    const document = await read(docx(body), 'a.docx');
    const { amounts, repaired, failing } = outcome(document);
    expect(amounts).toBe(MENDED);
    expect(repaired).toHaveLength(1);
    expect(failing).toBe(0);
    expect(document.tables[0]?.grid.rowCount).toBe(4);
  });
});

describe('the source stays as it is', () => {
  it('where a figure of its own is wrong', async () => {
    const { amounts, repaired, failing } = outcome(await text(1, '205\t教育支出\t3.00\t1.00\t2.50'));
    expect(amounts).toContain('2.50');
    expect(repaired).toEqual([]);
    expect(failing).toBeGreaterThan(0);
  });

  it('where the sums fail under every way to see it', async () => {
    const { repaired } = outcome(await text(1, '205\t教育支出\t3.00\t1.003.00\t'));
    expect(repaired).toEqual([]);
  });

  it('where another reading has as much for it', () => {
    const { grid: first } = budgetTable(1, 'other', [
      ['科目', '合计', '基本支出', '项目支出'],
      ['合计', '9.00', '5.00', '4.00'],
      ['教育', '3.00', '1.002.00', ''],
      ['卫生', '6.00', '4.00', '2.00'],
    ]);
    const other = {
      ...first,
      cells: first.cells.map((cell) => ({ ...cell, text: swapped.get(cell.text) ?? cell.text })),
    };
    const codesOf = (...readings: RawTable['readings']): string[] =>
      decideTable(
        { ...budgetTable(1, 'other', []).raw, title: '支出总表', method: 'aligned', readings },
        { unit: '万元', inferred: false },
        documentFacts(),
        codebook,
      ).diagnostics.map(({ code }) => code);
    const asPrinted = offerRepairs({ grid: first, why: 'a' });
    expect(codesOf(asPrinted)).toContain('text-repaired');
    expect(codesOf(asPrinted, { grid: other, why: 'b' })).not.toContain('text-repaired');
  });

  it('where nothing speaks against it as it is printed', async () => {
    const { repaired, failing } = outcome(await text(1, ROWS[1]));
    expect([repaired, failing]).toEqual([[], 0]);
  });
});
