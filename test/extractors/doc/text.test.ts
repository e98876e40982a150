/** What is read of old Word documents where the machine has no converter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rtfText } from '../../../extractors/doc/text/rtf-text.js';
import { contentOf, readBytes } from '../../builders/docx.js';

const columns = Array.from({ length: 24 }, (_, at) => at + 1);
/** Of small.doc and small.rtf: a tracked deletion and a hidden word are in them too, and a table of 24 columns. */
const CONTENT = [
  '某市某局2024年部门预算',
  '部门支出总表',
  '单位：万元',
  [
    '科目编码|科目名称|合计|基本支出|项目支出',
    '201|一般公共服务支出|4.00|3.00|1.00',
    '20103|政府办公厅事务|4.00|3.00|1.00',
  ],
  '支出4.00万元。',
  [columns.map((no) => `第${no}列`).join('|'), columns.map((no) => `${no}.00`).join('|')],
  '以上为全部支出。',
];

describe('without a converter', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  it.each([
    ['small.doc', 'application/msword'],
    ['small.rtf', 'application/rtf'],
  ])('%s gives its words, and says what is missing, how to get it and what is lost', async (file, mediaType) => {
    vi.stubEnv('YUSUAN_SOFFICE', '');
    vi.stubEnv('PATH', '');
    const document = await readBytes(readFileSync(join(import.meta.dirname, file)));
    expect(contentOf(document)).toEqual(CONTENT);
    expect(document).toMatchObject({ mediaType, charset: null, pages: [] });
    expect(document.tables.every(({ lineFirst }) => lineFirst === null)).toBe(true);
    expect(document.diagnostics).toMatchObject([{ severity: 'warning', code: 'converter-missing' }]);
    expect(document.diagnostics[0]?.message).toMatch(/LibreOffice.*apt install.*YUSUAN_SOFFICE.*merged is lost/);
  });

  it('says that it is switched off where it is, not that it was not found', async () => {
    vi.stubEnv('YUSUAN_SOFFICE', 'none');
    const { diagnostics } = await readBytes(readFileSync(join(import.meta.dirname, 'small.doc')));
    expect(diagnostics).toMatchObject([{ code: 'converter-missing' }]);
    expect(diagnostics[0]?.message).toMatch(/LibreOffice, which YUSUAN_SOFFICE switches off; .*merged is lost/);
    expect(diagnostics[0]?.message).not.toMatch(/install|not found/);
  });
});

describe('the words of a .doc', () => {
  it('have small figures as such, and nothing that is struck through', async () => {
    const document = await readBytes(readFileSync(join(import.meta.dirname, 'raised.doc')));
    expect(contentOf(document)).toEqual(['预算85³万元，CO₂。', ['项目|金额', '甲|1.00¹', '|', '丙|4.00', '丁|5.00']]);
  });
});

describe('the words of RTF', () => {
  it.each([
    [
      'in the code page of their font',
      String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}\f0\'d4\'a4\'cb\'e3\f1 caf\'e9}`,
      '预算café',
    ],
    ['in the code page of the document', String.raw`{\rtf1\ansi\ansicpg936 \'d4\'a4\'cb\'e3}`, '预算'],
    [
      'in Unicode, with what stands for it left out',
      String.raw`{\rtf1\ansi\uc2\u-26608 \'a2\'a3{\uc0\u31639 }\uc1\u27454?}`,
      '預算款',
    ],
    [
      'without fields and marks',
      String.raw`{\rtf1{\info{\title x}}{\*\generator y}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\v z}{\deleted w}a\~b\{\}}`,
      '3a b{}',
    ],
    [
      'in rows and cells',
      String.raw`{\rtf1\trowd\intbl a\par b\tab c\cell\cell d\cell\row\pard e\tab f\par}`,
      'a b c\t\td\ne    f\n',
    ],
    [
      'with small figures as such, and without what is struck through',
      String.raw`{\rtf1 85{\super 3}{\sub 2} {\strike 7}{\striked1 7\par}\strike 7\strike0 5\par{\super 12}\par}`,
      '85³₂ \n5\n12\n',
    ],
    ['past pictures', '{\\rtf1 a{\\pict\\bin3 }{}}b}', 'ab'],
  ])('stand %s', (_, source, text) => {
    expect(rtfText(Buffer.from(source, 'latin1'))).toEqual({ text, isCutOff: false });
  });

  it('end where the file is cut off, and that is said', async () => {
    const { diagnostics } = await readBytes(Buffer.from('{\\rtf1 a\\par'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['converter-missing', 'rtf-cut-off']);
    const whole = readFileSync(join(import.meta.dirname, 'small.rtf'));
    for (let end = 0; end < whole.length; end += 997) expect(rtfText(whole.subarray(0, end)).isCutOff).toBe(end > 0);
  });
});
