import { describe, expect, it } from 'vitest';
import { alignColumns, widthOf } from '../../../pipelines/cli/codes/width.js';
import { call } from '../../builders/call.js';

async function lines(...args: readonly string[]): Promise<readonly string[]> {
  const ended = await call('codes', ...args);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return ended.stdout.trimEnd().split('\n');
}

describe('one code', () => {
  it('has a card with its path, trust, correspondences and what is below it', async () => {
    const card = await lines('20102', '--year', '2024');
    expect(card.slice(0, 4)).toEqual([
      '20102  政协事务',
      '  classification  支出功能分类科目 (function), 款',
      '  path            201 一般公共服务支出',
      '  budget          一般公共预算',
    ]);
    expect(card).toContainEqual(expect.stringMatching(/^ {2}evidence {8}\S.*; (high|medium|low) confidence$/));
    expect(card).toContainEqual(expect.stringMatching(/^ {2}COFOG {11}01\.1\.1 Executive/));
    expect(card).toContainEqual(expect.stringMatching(/^\d+ below it:$/));
    expect(card).toContain('  2010204  政协会议');
  });

  it.each([
    ['2023', '2010308  信访事务'],
    ['2024', '20140  信访事务'],
  ])('is found by its name in %s', async (year, head) => {
    expect((await lines('信访事务', '--year', year))[0]).toBe(head);
  });

  it('has the name of the year asked for, and old names are said to be old', async () => {
    const then = await lines('医疗卫生与计划生育支出', '--year', '2018');
    expect(then[0]).toBe('210  医疗卫生与计划生育支出');
    expect(then).toContain('  present name    卫生健康支出');
    const now = await lines('医疗卫生与计划生育支出');
    expect(now.slice(0, 2)).toEqual(['医疗卫生与计划生育支出 is a former name or an alias:', '210  卫生健康支出']);
  });

  it('that was not in force in the year is shown, and that is said', async () => {
    const card = await lines('2010308', '--year', '2025');
    expect(card.slice(0, 2)).toEqual(['nothing that fits was in force in 2025; in other years:', '2010308  信访事务']);
  });

  it('corresponds to codes of the other economic classification', async () => {
    expect(await lines('30213')).toContainEqual(expect.stringMatching(/^ {2}政府经济分类 {4}50209 维修（护）费 \(/));
  });
});

describe('several codes', () => {
  it('stand below their classification, Chinese in line', async () => {
    const list = await lines('行政运行', '--year', '2024');
    expect(list[0]).toBe('支出功能分类科目 (function)');
    expect(list[1]).toMatch(/^ {2}2010101 {2}行政运行 .*一般公共服务支出 › 人大事务 +\S/);
    const lastColumns = list.slice(1, 41).map((line) => widthOf(line.slice(0, line.lastIndexOf('  '))));
    expect([...new Set(lastColumns)]).toHaveLength(1);
    expect(list.at(-1)).toMatch(/^… and \d+ more: --format csv$/);
  });

  it('of both editions of a catalogue are told apart, unless a year picks one', async () => {
    const both = await lines('--scheme', 'procurement', '打印机');
    expect(both).toContain('政府采购品目分类目录 (procurement, edition 2013)');
    expect(both).toContain('政府采购品目分类目录 (procurement, edition 2022)');
    expect(both.at(-1)).toBe('The same code means other goods in each edition.');
    const one = await lines('A02010105', '--year', '2024');
    expect(one[0]).toBe('A02010105  台式计算机');
    const other = await lines('A02010105', '--year', '2020');
    expect(other[0]).toBe('A02010105  便携式计算机');
  });

  it('go to programs with their old names and whether they were in force', async () => {
    const ended = await call('codes', '207', '--scheme', 'function', '--format', 'json', '--year', '2024');
    const rows: unknown = JSON.parse(ended.stdout);
    expect(rows).toContainEqual(
      expect.objectContaining({
        code: '207',
        old_names: '文化体育与传媒支出(-2018)',
        in_force: true,
        match: 'code',
      }),
    );
  });
});

describe('what nobody knows', () => {
  it('ends with 1, and near names are results', async () => {
    expect(await call('codes', '没有这样的科目')).toMatchObject({ code: 1, stdout: '' });
    expect((await lines('打印机复印'))[0]).toBe('no code or name fits; near names:');
  });

  it('may be the name of a subcommand', async () => {
    const ended = await call('codes', '--scheme', 'function', 'learn');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/no code or name fits "learn"/);
  });
});

describe('columns', () => {
  it('count two places for Chinese', () => {
    expect(widthOf('支出a（）')).toBe(9);
    expect(
      alignColumns([
        ['支出', 'a'],
        ['b', 'c'],
      ]),
    ).toEqual(['支出  a', 'b     c']);
  });
});
