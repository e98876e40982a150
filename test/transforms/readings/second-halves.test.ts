import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { docx, grid, p, readBytes } from '../../builders/docx.js';

const codebook = loadCodebook();
const NAME = p('云岭县农业农村局2025年部门预算');
const REVENUE = grid(['收入项目|预算数', '一般公共预算拨款收入|5.00', '收入总计|5.00']);

/** The kinds of the tables with the flows of their lines, and what is said of them. */
async function read(title: string, between: string, expenditure: readonly string[]) {
  const body = NAME + p(title) + p('单位：万元') + REVENUE + between + grid(expenditure);
  const { tables, lines, diagnostics } = transform(await readBytes(docx(body)), codebook);
  const flows = tables.map(({ raw, tableKind }) => [
    tableKind,
    ...new Set(
      lines.flatMap(({ place, flow }) => (place.kind === 'table' && place.tableNo === raw.tableNo ? [flow] : [])),
    ),
  ]);
  const codes = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return { flows, codes };
}

const EXPENDITURE = ['支出项目|预算数', '科学技术支出|5.00', '支出总计|5.00'];

describe('the side of expenditure in a table of its own', () => {
  it('has the name of the side of revenue right above it', async () => {
    const kind = 'revenue_expenditure_summary';
    const flows = [
      [kind, 'revenue'],
      [kind, 'expenditure'],
    ];
    expect(await read('部门收支总表', p(''), EXPENDITURE)).toEqual({ flows, codes: [] });
  });

  it.each([
    ['below a statement of one side', '部门收入总表', p('')],
    ['below other words', '部门收支总表', p('其他需要说明的情况如下。')],
  ])('has no name %s', async (_, title, between) => {
    expect((await read(title, between, EXPENDITURE)).codes).toEqual(['table-kind-unknown']);
  });
});
