/** Word documents of any size, as verbose as Word writes them. */
import { docx } from './docx.js';

const FONT = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:hint="eastAsia"/>';
const CELLS = ['编码', '名称', '合计', '基本支出', '项目支出'];
/** Rows of one table; real ones have some tens to a few hundred. */
const ROWS = 400;

/** A document of at least `bytes` bytes of document.xml: tables under their names, paragraphs between them. */
export function largeDocx(bytes: number): Buffer {
  const parts: string[] = [];
  let size = 0;
  for (let no = 0; size < bytes; no += 1) {
    const part = statement(no);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return docx(parts.join(''));
}

function statement(no: number): string {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const amount = (no * 7_919 + at * 104_729) % 1_000_000;
    return row([String(2_000_000 + amount), `第${no}表第${at}项支出`, amount, amount / 4, amount / 2].map(String), at);
  });
  const columns = CELLS.map(() => '<w:gridCol w:w="1800"/>').join('');
  const prose = `本部门第${no}项支出为${no * 31}.25万元，比上年增加${no}.05万元，主要原因是人员增加、项目结转和价格变动。`;
  return (
    paragraph(prose, no) +
    paragraph(`部门支出总表${no}`, no) +
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${row(CELLS, no)}${rows.join('')}</w:tbl>`
  );
}

function row(texts: readonly string[], no: number): string {
  const cells = texts.map(
    (text) =>
      `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(text, no)}</w:tc>`,
  );
  return `<w:tr w:rsidR="00${no}" w:rsidTr="00A1"><w:trPr><w:trHeight w:val="340"/><w:jc w:val="center"/></w:trPr>${cells.join('')}</w:tr>`;
}

function paragraph(text: string, no: number): string {
  return (
    `<w:p w:rsidR="00${no}" w:rsidRDefault="00${no}"><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/><w:rPr>${FONT}<w:sz w:val="18"/></w:rPr></w:pPr>` +
    `<w:r><w:rPr>${FONT}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
  );
}
