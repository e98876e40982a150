/** What the forms of final accounts have and no document at hand fills in: surpluses used and shared out, three stages side by side. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../transforms/index.js';
import { extractLines, tabbed } from '../builders/text-document.js';
import { meaningOf, rowOf } from './describe-lines.js';

const codebook = loadCodebook();

/** Row, amount and meaning of every amount of one statement; every sum in it holds and nothing is reported. */
function read(title: string, ...rows: readonly string[]): readonly string[] {
  const lines = ['上海市档案馆2024年度单位决算', title, '单位：万元', ...tabbed(...rows)];
  const { lines: found, checks, diagnostics } = transform(extractLines(...lines), codebook);
  expect(checks.filter(({ status }) => status !== 'pass')).toEqual([]);
  expect(diagnostics).toEqual([]);
  return found.map((line) => `${rowOf(line)} ${line.amountText}: ${meaningOf(line, 2024)}`);
}

describe('final accounts', () => {
  it('use surpluses as a source of money and share them out', () => {
    const found = read(
      '收入支出决算总表',
      '项目|决算数|项目|决算数',
      '一、一般公共预算财政拨款收入|120.00|一、一般公共服务支出|110.00',
      '本年收入合计|120.00|本年支出合计|110.00',
      '使用非财政拨款结余|5.00|结余分配|3.00',
      '年初结转和结余|10.00|年末结转和结余|22.00',
      '总计|135.00|总计|135.00',
    );
    expect(found).toEqual(
      expect.arrayContaining([
        '使用非财政拨款结余 5.00: revenue used_surplus - final',
        '年初结转和结余 [carryover] 10.00: revenue carryover - final',
        '结余分配 [surplus_distribution] 3.00: expenditure all total final',
        '年末结转和结余 [carryover] 22.00: expenditure all carryover final',
        '总计 [total grand] 135.00: expenditure all total final',
      ]),
    );
  });

  it('print budget, adjusted budget and outcome side by side', () => {
    const found = read(
      '一般公共预算财政拨款支出决算表',
      '科目编码|科目名称|年初预算数|调整预算数|决算数',
      '201|一般公共服务支出|100.00|90.00|80.00',
      '合计||100.00|90.00|80.00',
    );
    expect(found.slice(0, 3)).toEqual([
      '201 一般公共服务支出 100.00: expenditure general_public total budget',
      '201 一般公共服务支出 90.00: expenditure general_public total adjusted_budget',
      '201 一般公共服务支出 80.00: expenditure general_public total final',
    ]);
  });

  it('print budget and outcome of every 三公 item', () => {
    const found = read(
      '财政拨款“三公”经费支出决算表',
      '合计||因公出国（境）费||公务接待费|',
      '预算数|决算数|预算数|决算数|预算数|决算数',
      '12.00|10.00|9.00|8.00|3.00|2.00',
    );
    expect(found.map((line) => line.slice(line.indexOf(': ') + 2))).toEqual([
      'expenditure fiscal_appropriation total budget total',
      'expenditure fiscal_appropriation total final total',
      'expenditure fiscal_appropriation total budget overseas',
      'expenditure fiscal_appropriation total final overseas',
      'expenditure fiscal_appropriation total budget reception',
      'expenditure fiscal_appropriation total final reception',
    ]);
  });
});
