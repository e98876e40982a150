/** Which year a document is about. */
import type { RawDocument } from '../../extractors/types.js';
import { mostFrequent } from './votes.js';
import type { TextLine } from './lines.js';
import { listCaptions, squeeze } from './lines.js';

const CHINESE_DIGITS = '〇零○一二三四五六七八九';
/** 〇, 零 and ○ are all zero. */
const ZEROS = 3;
/** A year that is not part of a date: 2023年, 2023年度, 2023-2024年 give 2023, 2023, 2024; 2023年12月 gives none. */
const YEAR = /(?<!\d)(20\d\d)年(?!\d{1,2}[月日])/g;
/** A year with the words of a budget soon after it, none of them about another year. */
const BUDGET_YEAR =
  /(?<![\d比与较和同自])(20\d\d)年度?(?=[^，。；：\d]{0,24}?(?:预算|决算|收支|财政拨款|收入|支出|经费))/g;
/** What follows the year of a comparison or of an earlier account. */
const OTHER_YEAR = /^[^，。；：\d]{0,8}(?:执行数|当年预算执行|相比|相较|同比|年底|年末)/;

/** A year found, and one that another part of the document claims instead. */
export interface YearFinding {
  readonly year: number | null;
  readonly conflict: number | null;
}

/**
 * The fiscal year: of the title, else most frequent in the captions and titles of tables (预算年度：2024, 2024年度), else most
 * frequent in sentences about the budget; years of comparison (比2022年, 与上年) never count, of two equally frequent years the later.
 */
export function findFiscalYear(title: string | null, raw: RawDocument, lines: readonly TextLine[]): YearFinding {
  const own = lastYear(title ?? '');
  const printed = mostFrequent(
    raw.tables.flatMap((table) => captionYears(squeeze(table.title ?? ''), listCaptions(table))),
  );
  const found = own ?? printed;
  if (found === null) return { year: mostFrequent(lines.flatMap(({ text }) => proseYears(text))), conflict: null };
  return { year: found, conflict: printed !== null && printed !== found ? printed : null };
}

/** The last year named in a heading: of 2023年预算执行情况和2024年预算草案 it is 2024. */
function lastYear(heading: string): number | null {
  return allYears(heading).at(-1) ?? null;
}

function captionYears(title: string, captions: readonly string[]): number[] {
  const about = captions.filter((caption) => !/截[至止]|日期|时间/.test(caption));
  const labelled = about.flatMap((caption) =>
    [...caption.matchAll(/年度[:：](20\d\d)(?!\d)/g)].map(([, year]) => Number(year)),
  );
  return [...labelled, ...[title, ...about].flatMap(allYears)];
}

function allYears(text: string): number[] {
  return [...toArabicYears(text).matchAll(YEAR)].map(([, year]) => Number(year));
}

function proseYears(line: string): number[] {
  return [...toArabicYears(line).matchAll(BUDGET_YEAR)]
    .filter(({ input, index, 0: words }) => !OTHER_YEAR.test(input.slice(index + words.length)))
    .map(([, year]) => Number(year));
}

/** 二〇二四年 as 2024年. */
function toArabicYears(text: string): string {
  return text.replace(/二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, (year) =>
    year.replace(/./g, (digit) => String(Math.max(0, CHINESE_DIGITS.indexOf(digit) - ZEROS + 1))),
  );
}
