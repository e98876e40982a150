/** Tables of old Word documents of which only the words are read: a merged cell is one cell, and over which columns it stands is lost. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { readBytes } from '../../builders/docx.js';

const codebook = loadCodebook();

/** RTF of paragraphs, and of rows with `|` between their cells. */
function rtf(paragraphs: readonly string[], rows: readonly string[]): Buffer {
  const escape = (text: string): string => text.replace(/[^ -~]/g, (sign) => `\\u${String(sign.charCodeAt(0))}?`);
  const words = paragraphs.map((text) => `\\pard ${escape(text)}\\par `);
  const cells = rows.map((row) => `\\trowd\\intbl ${row.split('|').map(escape).join('\\cell ')}\\cell\\row `);
  return Buffer.from(`{\\rtf1\\ansi ${words.join('')}${cells.join('')}\\pard\\par}`, 'latin1');
}

async function read(title: string, rows: readonly string[]) {
  const raw = await readBytes(rtf(['某市某局2024年部门预算', title, '单位：万元'], rows));
  const { lines, diagnostics } = transform(raw, codebook);
  const warned = diagnostics.filter(({ code, severity }) => severity !== 'info' && code !== 'converter-missing');
  return { lines, codes: warned.map(({ code, origin }) => [code, origin.tableNo, origin.row ?? null]) };
}

const HEADED = '科目编码|科目名称|合计|基本支出|项目支出';
const BODY = ['201|一般公共服务支出|4.00|3.00|1.00', '20103|政府办公厅及相关机构事务|4.00|3.00|1.00'];

describe('a table read without a converter', () => {
  it('is trusted where its header has a cell for each column', async () => {
    const { lines, codes } = await read('部门支出总表', [HEADED, ...BODY]);
    expect(lines.map(({ confidence }) => confidence)).toEqual(Array.from({ length: 6 }, () => 'proven'));
    expect(codes).toEqual([]);
  });

  it('is in doubt as a whole where its header has merged cells, and that is said once', async () => {
    const { lines, codes } = await read('部门支出总表', ['科目|本年支出', HEADED, ...BODY]);
    expect(lines).toHaveLength(6);
    expect(lines.filter(({ confidence }) => confidence !== 'suspect')).toEqual([]);
    expect(codes).toEqual([['spans-lost', 1, null]]);
  });

  it('is in doubt where its two sides stand under merged words', async () => {
    const rows = [
      '收入|支出',
      '项目|预算数|项目|预算数',
      '一般公共预算拨款收入|8.00|一般公共服务支出|9.00',
      '上年结转结余|1.00||',
      '收入总计|9.00|支出总计|9.00',
    ];
    const { lines, codes } = await read('部门收支总表', rows);
    expect(lines.map(({ label }) => label)).toContain('上年结转结余');
    expect(lines.filter(({ confidence }) => confidence !== 'suspect')).toEqual([]);
    expect(codes.filter(([code]) => code === 'spans-lost')).toHaveLength(1);
  });

  it('has rows in doubt that merge cells, however many they are', async () => {
    const { lines, codes } = await read('部门支出总表', [
      HEADED,
      '合计|4.00|3.00|1.00',
      ...BODY,
      '合计|4.00|3.00|1.00',
    ]);
    expect(codes.filter(([code]) => code === 'row-short')).toEqual([
      ['row-short', 1, 1],
      ['row-short', 1, 4],
    ]);
    const short = lines.filter(({ place }) => place.kind === 'table' && (place.row === 1 || place.row === 4));
    expect(short.every(({ confidence }) => confidence === 'suspect')).toBe(true);
  });

  it('has rows as they are printed, none put together of two', async () => {
    const rows = ['科目|本年支出|备注', '编码和名称|合计|其中|备注', '201|一般公共服务支出|4.00|3.00|1.00|6.00'];
    const raw = await readBytes(rtf(['部门支出总表', '单位：万元'], rows));
    expect(raw.tables[0]?.readings[0].grid.rowCount).toBe(3);
  });
});
