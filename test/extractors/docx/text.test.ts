/** The words of a document: what is printed, and nothing else. */
import { describe, expect, it } from 'vitest';
import { contentOf, grid, p, r, read, tbl, tc, tr } from '../../builders/docx.js';

/** Lines and tables of a document; its diagnostics, if it should have none. */
async function wordsOf(...body: readonly string[]) {
  const document = await read(body.join(''));
  expect(document.diagnostics).toEqual([]);
  return contentOf(document);
}

async function codesOf(body: string): Promise<readonly string[]> {
  return (await read(body)).diagnostics.map(({ code }) => code);
}

describe('a paragraph', () => {
  it('is one line, whatever runs it is made of', async () => {
    const body = p(r('一、单位') + '<w:proofErr w:type="spellStart"/>' + r('职责') + r('（二〇二四年）'));
    expect(await wordsOf(body)).toEqual(['一、单位职责（二〇二四年）']);
  });

  it('has spaces where the file says so', async () => {
    const loose =
      '<w:r><w:t> 甲\n乙 </w:t></w:r><w:r><w:t xml:space="preserve"> 丙 </w:t></w:r><w:r><w:t>丁</w:t></w:r>';
    expect(await wordsOf(p(loose))).toEqual(['甲 乙 丙 丁']);
  });

  it('keeps tabs, hyphens and signs', async () => {
    const signs =
      '<w:r><w:t>甲</w:t><w:tab/><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t><w:softHyphen/></w:r>' +
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2264"/></w:r>';
    expect(await wordsOf(p(signs))).toEqual(['甲\t2-3☑≥≤']);
  });

  it('says where a sign is not known', async () => {
    const body = p('<w:r><w:t>甲</w:t><w:sym w:font="Webdings" w:char="F063"/></w:r>');
    expect(await codesOf(body)).toEqual(['symbol-unknown']);
    expect(contentOf(await read(body))).toEqual(['甲\ufffd']);
  });

  it('is divided by line breaks, but not in the middle of a sentence', async () => {
    expect(await wordsOf(p(r('某市某局\n2024年部门预算')))).toEqual(['某市某局', '2024年部门预算']);
    const sentence = ['2024年本部门收入预算为一百万元，比上年增加十万元，', '主要原因是人员增加。'];
    expect(await wordsOf(p(r(sentence.join('\n'))))).toEqual([sentence.join('')]);
  });

  it('of captions at both sides is two lines', async () => {
    const { tables, diagnostics } = await read(
      p('部门支出总表') + p('部门：某市某局              单位：万元') + grid(['项目|金额', '甲|1.00']),
    );
    expect(tables).toMatchObject([{ title: '部门支出总表', captions: ['部门：某市某局', '单位：万元'] }]);
    expect(diagnostics).toEqual([]);
    expect(await wordsOf(p('甲      乙'))).toEqual(['甲      乙']);
  });

  it.each([
    ['framed by dashes', p('— 3 —'), ['— 3 —']],
    ['said in words', p('第3页 共12页'), ['第3页 共12页']],
    ['a number alone below a table', grid(['项目|金额', '甲|1.00']) + p('3'), ['3']],
    ['no number among the text', p('一、概况') + p('3') + p('二、收支'), []],
    ['no year', grid(['项目|金额', '甲|1.00']) + p('2024'), []],
    ['no column of numbers', grid(['项目|金额', '甲|1.00']) + p('3') + p('15'), []],
  ])('may be a page number, which is none of the text: %s', async (_, body, furniture) => {
    const { blocks } = await read(body);
    expect(blocks.flatMap(({ kind, text }) => (kind === 'page_furniture' ? [text] : []))).toEqual(furniture);
  });

  it('is a heading where its style says so', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const { blocks } = await read({
      body: p('2024年预算100万元情况', '<w:pStyle w:val="H"/>') + p('2024年预算100万元情况'),
      styles,
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  it('holds the words of links, marked words, formulas and of what is printed under a reading aid', async () => {
    const body = p(
      `<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:hyperlink>${r('甲')}</w:hyperlink><w:bookmarkEnd w:id="1"/>` +
        `<w:smartTag>${r('乙')}</w:smartTag><w:sdt><w:sdtContent>${r('丙')}</w:sdtContent></w:sdt>` +
        '<m:oMath><m:r><m:t>1+2</m:t></m:r></m:oMath>' +
        `<w:r><w:ruby><w:rt>${r('ding')}</w:rt><w:rubyBase>${r('丁')}</w:rubyBase></w:ruby></w:r>`,
    );
    expect(await wordsOf(body)).toEqual(['甲乙丙1+2丁']);
  });
});

const RAISED = '<w:vertAlign w:val="superscript"/>';

describe('small figures beside a number', () => {
  it('are spelled as such, above the line and below it', async () => {
    const lowered = '<w:vertAlign w:val="subscript"/>';
    const level = '<w:vertAlign w:val="baseline"/>';
    expect(await wordsOf(p(r('预算85') + r('３1', RAISED) + r('万元') + r('2', lowered) + r('0', level)))).toEqual([
      '预算85³¹万元₂0',
    ]);
    const mark =
      '<w:r><w:rPr>' + RAISED + '</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>';
    expect(await wordsOf(p(r('85') + mark))).toEqual(['85¹']);
  });

  it('are told by a style, or by size and position', async () => {
    const styles = `<w:style w:type="character" w:styleId="M"><w:rPr>${RAISED}</w:rPr></w:style>`;
    const body = [
      p(r('85') + r('3', '<w:rStyle w:val="M"/>')),
      p(r('85', '<w:sz w:val="21"/>') + r('3', '<w:sz w:val="14"/><w:position w:val="6"/>')),
      p(r('85', '<w:sz w:val="21"/>') + r('3', '<w:sz w:val="21"/><w:position w:val="6"/>')),
      p(r('85', '<w:sz w:val="21"/>') + r('3', '<w:sz w:val="14"/>')),
    ];
    expect(contentOf(await read({ body: body.join(''), styles }))).toEqual(['85³', '85³', '853', '853']);
  });

  it('are figures where there is no other text', async () => {
    expect(await wordsOf(p(r('853', RAISED)))).toEqual(['853']);
  });
});

describe('text that is struck through', () => {
  it('is left out, which is told', async () => {
    const off = r('4', '<w:strike w:val="0"/><w:dstrike w:val="0"/>');
    const body = p(r('35', '<w:strike/><w:dstrike w:val="0"/>') + r('12', '<w:dstrike/>') + r('1200') + off);
    const document = await read(body);
    expect(contentOf(document)).toEqual(['12004']);
    expect(document.diagnostics).toMatchObject([{ code: 'struck-text-left-out', severity: 'warning' }]);
    expect(document.diagnostics[0]?.message).toContain('2 stretches of text are struck through (35, 12)');
  });
});

describe('fields', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const field = (text: string, result: string): string =>
    mark('begin') + code(text) + mark('separate') + result + mark('end');

  it('show their result', async () => {
    const simple = `<w:fldSimple w:instr=" REF a ">${r('乙')}</w:fldSimple>`;
    expect(await wordsOf(p(r('甲') + field('REF a', r('丙')) + simple))).toEqual(['甲丙乙']);
  });

  it('stand inside each other', async () => {
    const inner =
      mark('begin') +
      code('IF ') +
      field('MERGEFIELD x', r('1')) +
      code(' = 1') +
      mark('separate') +
      r('甲') +
      mark('end');
    expect(await wordsOf(p(inner + r('乙')))).toEqual(['甲乙']);
  });

  it('go on over paragraphs', async () => {
    const body = [
      p(
        mark('begin') +
          code('TOC \\o') +
          mark('separate') +
          field('HYPERLINK \\l', r('一、概况\t') + field('PAGEREF _Toc1', r('3'))),
      ),
      p(r('二、预算\t5') + mark('end')),
    ];
    expect(await wordsOf(...body)).toEqual(['一、概况\t3', '二、预算\t5']);
  });

  it('leave no number of a page, in cells neither', async () => {
    const simple = `<w:fldSimple w:instr="NUMPAGES">${r('9')}</w:fldSimple>`;
    const body = tbl([
      tr([tc('名称'), tc('金额')]),
      tr([tc(p(r('甲') + field(' PAGE \\* MERGEFORMAT', r('1')))), tc(p(r('1.00') + simple))]),
    ]);
    expect(await wordsOf(body)).toEqual([['名称|金额', '甲|1.00']]);
  });

  it.each([
    ['its code', mark('begin') + code('REF a') + r('密', '<w:vanish/>') + r('乙')],
    ['the number of a page', mark('begin') + code('PAGE') + mark('separate') + r('乙')],
  ])('hide nothing of the text where they break off in %s, and it is said', async (_, broken) => {
    const body = p(r('甲') + broken) + tbl([tr([tc('名称'), tc('金额')]), tr([tc('丙'), tc('1.00')])]) + p('丁。');
    const document = await read(body);
    expect(contentOf(document)).toEqual(['甲乙', ['名称|金额', '丙|1.00'], '丁。']);
    expect(document.diagnostics).toMatchObject([{ code: 'field-without-end' }]);
  });

  it('print the entry that is chosen of a list, else the default, else the first', async () => {
    const listed = (chosen: string): string =>
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>' +
      `${chosen}<w:listEntry w:val="万元"/><w:listEntry w:val="元"/></w:ddList></w:ffData></w:fldChar></w:r>` +
      code(' FORMDROPDOWN ') +
      mark('separate') +
      mark('end');
    const chosen = ['<w:result w:val="1"/><w:default w:val="0"/>', '<w:default w:val="1"/>', ''];
    expect(await wordsOf(p(chosen.map(listed).join('')))).toEqual(['元元万元']);
  });

  it('print a number in a circle, although they have no result', async () => {
    expect(await wordsOf(p(mark('begin') + code('EQ \\o\\ac(○,3)') + mark('end') + r('甲')))).toEqual(['③甲']);
  });

  it('are told where Word composes what they print and stores no result', async () => {
    const amount = mark('begin') + code(' EQ \\o(120,000.00) ');
    expect(await codesOf(p(`${amount}${mark('end')}${r('甲')}`))).toEqual(['field-not-read']);
    expect(await codesOf(p(amount + mark('separate') + r('甲') + mark('end')))).toEqual([]);
  });
});

describe('tracked changes', () => {
  it('are read as accepted, and told once', async () => {
    const body = p(
      `<w:ins w:id="1">${r('新')}</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>${r('词')}`,
    );
    const moved = p(`<w:moveFrom w:id="3">${r('走')}</w:moveFrom><w:moveTo w:id="4">${r('来')}</w:moveTo>`);
    expect(contentOf(await read(body + moved))).toEqual(['新词', '来']);
    expect(await codesOf(body + moved)).toEqual(['tracked-changes-accepted']);
  });

  it('join paragraphs and take rows out', async () => {
    const body = p(r('甲'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p('乙');
    expect(contentOf(await read(body))).toEqual(['甲乙']);
    const rows = [
      tr([tc('名称'), tc('金额')]),
      tr([tc('旧'), tc('2.00')], '<w:del w:id="1"/>'),
      tr([tc('新'), tc('1.00')], '<w:ins w:id="2"/>'),
    ];
    expect(contentOf(await read(tbl(rows)))).toEqual([['名称|金额', '新|1.00']]);
  });

  it('take cells out, or merge them', async () => {
    const deleted = tc('', '<w:cellDel/>').replace('<w:p>', `<w:p><w:del>${r('5.00')}</w:del>`);
    const merged = (part: string): string => `<w:cellMerge w:vMerge="${part}"/>`;
    const body = tbl([
      tr([tc('名称'), tc('金额'), tc('备注')]),
      tr([tc('甲', merged('rest')), deleted, tc('1.00'), tc('无')]),
      tr([tc('', merged('cont')), tc('2.00', '<w:cellIns/>'), tc('无')]),
    ]);
    expect(contentOf(await read(body))).toEqual([['名称|金额|备注', '甲|1.00|无', '^|2.00|无']]);
  });

  it('of properties are none of the text', async () => {
    const run = '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>';
    const paragraph = p(
      run,
      '<w:pPrChange w:id="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    );
    expect(await wordsOf(paragraph)).toEqual(['甲']);
  });
});

describe('hidden text', () => {
  const styles = [
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>',
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>',
  ].join('');

  it.each([
    ['by its own properties', p(r('甲', '<w:vanish/>'))],
    ["by its paragraph's style", p(r('甲'), '<w:pStyle w:val="Q"/>')],
    ['by its style', p(r('甲', '<w:rStyle w:val="C"/>'))],
  ])('is left out, %s', async (_, hidden) => {
    const document = await read({ body: hidden + p('乙'), styles });
    expect(contentOf(document)).toEqual(['乙']);
    expect(document.diagnostics).toMatchObject([{ code: 'hidden-text-left-out', severity: 'info' }]);
  });

  it('is shown again where it is switched off', async () => {
    const body =
      p(r('甲', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>') +
      p(r('乙二', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>');
    const document = await read({ body, styles });
    expect(contentOf(document)).toEqual(['甲', '乙二']);
    expect(document.diagnostics).toEqual([]);
  });

  it('may be a row', async () => {
    const rows = [tr([tc('名称'), tc('金额')]), tr([tc('旧'), tc('2.00')], '<w:hidden/>'), tr([tc('新'), tc('1.00')])];
    expect(contentOf(await read(tbl(rows)))).toEqual([['名称|金额', '新|1.00']]);
  });
});

describe('text boxes', () => {
  const box = (content: string): string =>
    `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`;
  const old = (content: string): string =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  const either = (choice: string, fallback: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
  const drawing = (content: string): string =>
    `<w:drawing><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></w:drawing>`;

  it('are read once, after the paragraph that holds them', async () => {
    const body = p(r('甲') + either(drawing(box(p('框'))), old(p('框'))) + r('乙')) + p('丙丁');
    expect(await wordsOf(body)).toEqual(['甲乙', '框', '丙丁']);
  });

  it('are read as older programs see them where the other version says nothing', async () => {
    expect(await wordsOf(p(either(drawing(''), old(p('框')))))).toEqual(['框']);
    expect(await wordsOf(p(`<w:r>${old(p('框'))}</w:r>`))).toEqual(['框']);
  });

  it('are read as older programs see them where the other version asks for a namespace that is not of Office', async () => {
    const versions =
      '<mc:Choice Requires="q"><w:t>新</w:t></mc:Choice><mc:Choice Requires="wps"><w:t>可</w:t></mc:Choice>';
    const body = `<w:r><mc:AlternateContent xmlns:q="http://example.com/q">${versions}<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await wordsOf(p(body))).toEqual(['可']);
    expect(await wordsOf(p(body.replace('"wps"', '"wps q"')))).toEqual(['旧']);
    expect(await wordsOf(p(body.replace('"wps"', '"nowhere"')))).toEqual(['旧']);
  });

  it('may hold tables, and stand in cells', async () => {
    const table = grid(['名称|金额', '甲|1.00']);
    expect(await wordsOf(p(`<w:r>${drawing(box(p('表一') + table))}</w:r>`))).toEqual([
      '表一',
      ['名称|金额', '甲|1.00'],
    ]);
    const cell = tc(p(r('乙') + `<w:r>${drawing(box(p('框')))}</w:r>`));
    expect(await wordsOf(tbl([tr([tc('名称'), tc('金额')]), tr([cell, tc('1.00')])]))).toEqual([
      ['名称|金额', '乙|1.00'],
      '框',
    ]);
  });

  it('at the head of a table are its captions; in its body they are none of the next', async () => {
    const drawn = (text: string): string => p(`<w:r>${drawing(box(p(text)))}</w:r>`);
    const table = (boxes: readonly [string, string]): string =>
      tbl([
        tr([tc(drawn(boxes[0]) + p('名称')), tc('金额')]),
        tr([tc('甲'), tc('1.00')]),
        tr([tc(drawn(boxes[1]) + p('乙')), tc('2.00')]),
      ]);
    const document = await read(
      p('支出表') + table(['单位：万元', '收入表']) + p('其他表') + table(['科', '单位：元']) + p('正文'),
    );
    expect(document.diagnostics).toEqual([]);
    expect(document.tables).toMatchObject([
      { title: '支出表', captions: ['单位：万元'] },
      { title: '其他表', captions: ['单位：元'] },
    ]);
    const rows = ['名称|金额', '甲|1.00', '乙|2.00'];
    expect(contentOf(document)).toEqual([
      '支出表',
      '单位：万元',
      rows,
      '收入表',
      '其他表',
      '单位：元',
      rows,
      '科',
      '正文',
    ]);
  });

  it('may be words drawn as a picture', async () => {
    const art = '<w:r><w:pict><v:shape><v:textpath string="部门预算"/></v:shape></w:pict></w:r>';
    expect(await wordsOf(p(art))).toEqual(['部门预算']);
  });
});

describe('what is not text', () => {
  it('is told: pictures, charts, embedded sheets, imported parts', async () => {
    const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>';
    const sheet =
      '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const { diagnostics } = await read(grid(['名称|金额', '甲|1.00']) + p(picture + sheet) + '<w:altChunk/>');
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'pictures-not-read info',
      'embedded-object-not-read warning',
      'imported-part-not-read warning',
    ]);
    expect(diagnostics[1]?.message).toContain('Excel.Sheet.12');
  });

  it('may be the tables, where there are no others', async () => {
    const picture = p('<w:r><w:drawing><pic:pic/></w:drawing></w:r>');
    expect(await codesOf(p('收支总表') + picture)).toEqual(['pictures-not-read', 'tables-perhaps-pictures']);
    expect(await codesOf(grid(['名称|金额', '甲|1.00']) + picture)).toEqual(['pictures-not-read']);
  });

  it('alone makes a document without text, which is told too', async () => {
    expect(await codesOf(p('<w:r><w:drawing><pic:pic/></w:drawing></w:r>'))).toEqual([
      'pictures-not-read',
      'document-has-no-text',
    ]);
  });
});

describe('notes', () => {
  const note = (id: number, text: string): string =>
    `<w:footnote w:id="${id}">${p(r('<') + r(text))}</w:footnote>`.replace(r('<'), '<w:r><w:footnoteRef/></w:r>');

  it('stand apart at the end, in the order of the text; others are not printed', async () => {
    const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body =
      tbl([tr([tc('名称'), tc('金额')]), tr([tc('甲'), tc(p(r('12.00') + reference(3)))])]) +
      p(r('乙') + reference(2) + r('丙'));
    const footnotes = note(1, '不印') + note(2, '其一') + note(3, '其二');
    const document = await read({ body, footnotes });
    expect(contentOf(document)).toEqual([['名称|金额', '甲|12.00'], '乙丙', '其二', '其一']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'note', 'note']);
    expect(document.diagnostics).toEqual([]);
  });
});
