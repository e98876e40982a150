import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const panel = '科目编码|科目名称|决算数';

it('takes the codes at the head of a panel for parts of the one at the end of the panel before', () => {
  const { lines, checks, diagnostics } = transform(
    extractLines(
      '青岛市财政局2023年部门决算',
      '一般公共预算财政拨款基本支出决算表',
      '单位：万元',
      ...tabbed(
        [panel, panel, panel].join('|'),
        '301|工资福利支出|5.00|302|商品和服务支出|6.00|30216|培训费|2.00',
        '30101|基本工资|2.00|30201|办公费|1.00|30217|公务接待费|2.00',
        '30102|津贴补贴|3.00|30202|印刷费|1.00|310|资本性支出|4.00',
      ),
    ),
    loadCodebook(),
  );
  const labels = new Map(lines.map(({ lineNo, label }) => [lineNo, label]));
  expect(lines.map(({ label, parentLineNo }) => [label, labels.get(parentLineNo ?? 0) ?? null])).toEqual([
    ['工资福利支出', null],
    ['商品和服务支出', null],
    ['培训费', '商品和服务支出'],
    ['基本工资', '工资福利支出'],
    ['办公费', '商品和服务支出'],
    ['公务接待费', '商品和服务支出'],
    ['津贴补贴', '工资福利支出'],
    ['印刷费', '商品和服务支出'],
    ['资本性支出', null],
  ]);
  expect(checks.map(({ rule, status }) => `${rule} ${status}`)).toEqual([
    'code-tree pass',
    'code-tree pass',
    'code-name pass',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
});

it('adds the classes of a panel to the total of 公用经费 in another, where no heading says whose they are', () => {
  const outcomes = (total: string) =>
    transform(
      extractLines(
        '青岛市财政局2023年部门决算',
        '一般公共预算财政拨款基本支出决算表',
        '单位：万元',
        ...tabbed(
          [panel, panel, panel].join('|'),
          '301|工资福利支出|5.00|302|商品和服务支出|6.00|310|资本性支出|4.00',
          `人员经费合计||5.00|公用经费合计|||||${total}`,
        ),
      ),
      loadCodebook(),
    ).checks.flatMap(({ rule, status }) => (rule === 'column-total' ? [status] : []));
  expect(outcomes('10.00')).toEqual(['pass', 'pass']);
  expect(outcomes('9.00')).toEqual(['pass', 'fail']);
});
