/** The document's own title. */
import type { RawDocument } from '../../extractors/types.js';
import { AFTER_COVER, bodyInTitle, LONGEST_TITLE } from './body-title.js';
import type { TextLine } from './lines.js';
import { squeeze } from './lines.js';
import { onlyFormTitles } from './performance.js';

/** A cover has at most this many lines, one character a line included. */
const COVER_LINES = 60;
/** Whole lines (not single characters) that a name on a cover may take. */
const NAME_LINES = 3;

const REPORT = /预算|决算|绩效/;
/** The title of a statement, not of the document (a 预算公开表 may be the document). */
const STATEMENT = /(?:总|收支|收入|支出|明细|情况|汇总)表$/;
/** What a web page prints around the document. */
const PAGE_DRESSING =
  /首页|当前位置|门户|网站|索引号|字体|浏览|打印|分享|附件下载|发布机构|责任编辑|[<>|【】]|^\d{4}[-/.年]\d|^附[件表]?\d*$/;
/** Words with which a report's name goes on in the next line. */
const REPORT_GOES_ON =
  /^[（(]?(?:部门|单位|政府|财政|预算|决算|绩效|信息|公开|情况|说明|报告|草案|编制|“?三公|及|和|的)/;
/**
 * The title as printed, white space gone: the name and report words of the cover put together, also where the cover prints them one
 * character a line; else a line that names publisher, year and report; else, in a document of nothing but performance forms, the
 * first form's title. null where none is printed: a numbered heading or the title of a statement is no title of the document.
 */
export function findTitle(raw: RawDocument, lines: readonly TextLine[]): string | null {
  return coverTitle(coverLines(raw, lines)) ?? bodyTitle(lines) ?? onlyFormTitles(raw, lines)[0] ?? null;
}

/** The lines before the first table, heading or paragraph. */
function coverLines(raw: RawDocument, lines: readonly TextLine[]): string[] {
  const firstTable = raw.tables[0]?.order ?? Infinity;
  const tableTitles = new Set(raw.tables.map((table) => squeeze(table.title ?? '')));
  const cover: string[] = [];
  for (const { text, kind, order } of lines.slice(0, COVER_LINES)) {
    if (order > firstTable || AFTER_COVER.test(text) || text.length > LONGEST_TITLE || /[。；]/.test(text)) break;
    const ofTable = kind === 'caption' || kind === 'note' || tableTitles.has(text) || STATEMENT.test(text);
    if (!ofTable && !isDressing(text)) cover.push(text.replace(/^附件\d*[:：]?/, ''));
  }
  return cover;
}

function isDressing(text: string): boolean {
  return PAGE_DRESSING.test(text) || /[:：]/.test(text.replace(/^附件\d*[:：]/, ''));
}

/** From the first line with a report word: back over the lines of the name, on over the rest of the report's name. */
function coverTitle(cover: readonly string[]): string | null {
  const at = cover.findIndex((line) => REPORT.test(line));
  if (at < 0) return null;
  let title = cover[at] ?? '';
  let whole = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    const line = cover[back] ?? '';
    whole += line.length > 2 ? 1 : 0;
    if (whole > NAME_LINES || title.includes(line)) break;
    title = line + title;
  }
  for (const line of cover.slice(at + 1)) {
    if (!REPORT_GOES_ON.test(line) || title.endsWith(line)) break;
    title += line;
  }
  return title.length <= LONGEST_TITLE ? title : (cover[at] ?? null);
}

/** Without a cover, the heading of the first part may hold the title: 第一部分 甲局2024年部门预算信息公开情况说明. */
function bodyTitle(lines: readonly TextLine[]): string | null {
  return lines.map(({ text }) => text.replace(/^第一部分/, '')).find((text) => bodyInTitle(text) !== null) ?? null;
}
