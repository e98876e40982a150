/** Automatic numbering, restored as it is printed. */
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../extractors/docx/numbering/number-formats.js';
import { contentOf, p, r, read, tbl, tc, tr } from '../../builders/docx.js';

interface LevelDraft {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}

function definition(id: number, levels: readonly LevelDraft[]): string {
  const written = levels.map(
    ({ format, text, start = 1, more = '' }, at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`;
}

function list(id: number, definitionId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;
}

function item(text: string, level = 0, id = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
}

const OUTLINE: readonly LevelDraft[] = [
  { format: 'chineseCounting', text: '%1、' },
  { format: 'chineseCounting', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimalEnclosedCircle', text: '%4', more: '<w:suff w:val="nothing"/>' },
];

async function linesOf(numbering: string, body: string, styles?: string) {
  const document = await read({ body, numbering, ...(styles !== undefined && { styles }) });
  expect(document.diagnostics).toEqual([]);
  return contentOf(document);
}

describe('numbered paragraphs', () => {
  it('have no label without end', async () => {
    const numbering = definition(0, [{ format: 'upperLetter', text: '%1'.repeat(2_000), start: 700 }]) + list(1, 0);
    const [line] = await linesOf(numbering, item('职责'));
    expect(line).toMatch(/^X+ 职责$/);
    expect(line?.length).toBeLessThan(300);
  });

  it('have their number in front, counted on each level', async () => {
    const body = [
      item('职责'),
      item('编制', 1),
      item('沿革', 1),
      item('人员', 2),
      item('车辆', 2),
      item('其中', 3),
      item('预算'),
      item('收入', 1),
    ];
    expect(await linesOf(definition(0, OUTLINE) + list(1, 0), body.join(''))).toEqual([
      '一、职责',
      '（一）编制',
      '（二）沿革',
      '1. 人员',
      '2. 车辆',
      '①其中',
      '二、预算',
      '（一）收入',
    ]);
  });

  it('show the numbers of several levels, in decimals where it is so said', async () => {
    const levels = [
      { format: 'chineseCounting', text: '第%1章' },
      { format: 'decimal', text: '%1.%2', more: '<w:isLgl/><w:suff w:val="space"/>' },
    ];
    expect(await linesOf(definition(0, levels) + list(1, 0), item('总则') + item('范围', 1) + item('依据', 1))).toEqual(
      ['第一章总则', '1.1 范围', '1.2 依据'],
    );
  });

  it('go on in another list of the same form, or begin anew where that list says so', async () => {
    const numbering =
      definition(0, OUTLINE) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = item('甲一') + item('乙一', 0, 2) + item('丙一', 0, 3) + item('丁一', 0, 3);
    expect(await linesOf(numbering, body)).toEqual(['一、甲一', '二、乙一', '一、丙一', '二、丁一']);
  });

  it('go on over higher levels where they never begin anew', async () => {
    const levels = [OUTLINE[0], { format: 'decimal', text: '%2.', more: '<w:lvlRestart w:val="0"/>' }].filter(
      (level) => level !== undefined,
    );
    const body = item('甲一') + item('乙一', 1) + item('丙一') + item('丁一', 1);
    expect(await linesOf(definition(0, levels) + list(1, 0), body)).toEqual([
      '一、甲一',
      '1. 乙一',
      '二、丙一',
      '2. 丁一',
    ]);
  });

  it('may have a level of their own form, and a start of their own', async () => {
    const own =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>';
    expect(await linesOf(definition(0, OUTLINE) + list(1, 0, own), item('甲一') + item('乙一'))).toEqual([
      'C) 甲一',
      'D) 乙一',
    ]);
  });

  it('are numbered by their style, on the level that names it; unless they say no', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    ].join('');
    const heading = (text: string, style: string, more = ''): string => p(text, `<w:pStyle w:val="${style}"/>${more}`);
    const no = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = heading('职责', 'H1') + heading('编制', 'H2') + heading('附则', 'H1', no) + heading('预算', 'H1');
    expect(await linesOf(definition(0, OUTLINE) + list(1, 0), body, styles)).toEqual([
      '一、职责',
      '（一）编制',
      '附则',
      '二、预算',
    ]);
  });

  it('take their levels from a numbering style', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="N"/></w:abstractNum>';
    expect(await linesOf(definition(0, OUTLINE) + link + list(1, 0) + list(2, 7), item('职责', 0, 2), styles)).toEqual([
      '一、职责',
    ]);
  });

  it('have a number although they are blank: rows of a table count themselves', async () => {
    const numbering = definition(0, [{ format: 'decimal', text: '%1' }]) + list(1, 0);
    const row = (name: string): string => tr([tc(item('')), tc(name), tc('1.00')]);
    const body = tbl([tr([tc('序号'), tc('名称'), tc('金额')]), row('甲'), row('乙')]);
    expect(await linesOf(numbering, body)).toEqual([['序号|名称|金额', '1|甲|1.00', '2|乙|1.00']]);
  });

  it('of bullets show them; a list that is not there, nothing', async () => {
    const numbering = definition(0, [{ format: 'bullet', text: '\uf0b7' }]) + list(1, 0);
    expect(await linesOf(numbering, item('甲一') + item('乙一', 0, 9))).toEqual(['• 甲一', '乙一']);
  });

  it('have noughts in front where the format is custom', async () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>' +
      '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const level = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>${custom}<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>`;
    expect(await linesOf(level + list(1, 0), item('甲一') + item('乙一'))).toEqual(['009 甲一', '010 乙一']);
  });

  it('are counted and not shown where the number, or the mark of the paragraph, is hidden', async () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>';
    const numbering =
      definition(0, [{ format: 'decimal', text: '%1.', more: hidden }]) +
      definition(1, OUTLINE) +
      list(1, 0) +
      list(2, 1);
    const marked = p('丙', `<w:numPr><w:numId w:val="2"/></w:numPr>${hidden}`);
    const document = await read({ body: item('85.00') + item('甲', 0, 2) + marked + item('丁', 0, 2), numbering });
    expect(contentOf(document)).toEqual(['85.00', '一、甲', '丙', '三、丁']);
    // an amount alone, in no table
    expect(document.diagnostics.map(({ code }) => code).toSorted()).toEqual([
      'amounts-outside-tables',
      'hidden-text-left-out',
    ]);
  });

  it('are not counted where they are deleted', async () => {
    const gone = p(
      `<w:del w:id="1">${r('旧')}</w:del>`,
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>',
    );
    const document = await read({
      body: item('甲一') + gone + item('乙一'),
      numbering: definition(0, OUTLINE) + list(1, 0),
    });
    expect(contentOf(document)).toEqual(['一、甲一', '二、乙一']);
  });
});

describe('number formats', () => {
  it.each([
    ['decimal', [0, 1, 12], '0 1 12'],
    ['chineseCounting', [1, 9, 10, 11, 20, 21, 99, 100, 105], '一 九 十 十一 二十 二十一 九十九 一〇〇 一〇五'],
    [
      'chineseCountingThousand',
      [10, 12, 100, 101, 110, 1020, 1300, 10001],
      '十 十二 一百 一百零一 一百一十 一千零二十 一千三百 一万零一',
    ],
    ['japaneseCounting', [101], '一百一'],
    ['chineseLegalSimplified', [10, 23], '壹拾 贰拾叁'],
    ['ideographDigital', [10, 23], '一〇 二三'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['ideographZodiacTraditional', [1, 13], '甲子 丙子'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedParen', [2], '⑵'],
    ['decimalEnclosedFullstop', [3], '⒊'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalZero', [3, 12], '03 12'],
    ['upperRoman', [4, 9, 1994], 'IV IX MCMXCIV'],
    ['lowerRoman', [14], 'xiv'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [2], 'b'],
    ['ordinal', [1, 2, 3, 4, 11, 22], '1st 2nd 3rd 4th 11th 22nd'],
    ['numberInDash', [1], '- 1 -'],
    ['somethingNew', [7], '7'],
  ])('%s', (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
  });
});
