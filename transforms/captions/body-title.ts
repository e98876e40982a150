/** Titles that name the whole report in one line: a body, the year, and nothing but the words of a report's name. */
import { isOrganization } from './organizations.js';

/** A longer line is a paragraph. */
export const LONGEST_TITLE = 60;
/** Where the cover ends: the table of contents, or the first numbered heading. */
export const AFTER_COVER =
  /^目录|^第[一二三四五六七八九十\d]+[部章]|^[（(]?[一二三四五六七八九十]{1,3}[、)）]|^[（(]?\d{1,2}[.、．)）]/;

/** From the level of the budget to the end of the title. */
const REPORT = String.raw`(?:本级|部门|单位|政府|财政|综合|收支)*(?:预算|决算)(?:预算|决算|信息|公开|情况|说明|报告|草案|编制|文本|“?三公”?经费|[及和的与、]|[（(][^（）()]{1,10}[）)])*$`;
const NAME_FIRST = new RegExp(String.raw`^(?:关于)?(?<name>\D{2,40}?)的?(?<year>20\d\d)年度?${REPORT}`);
const YEAR_FIRST = new RegExp(String.raw`^(?:关于)?(?<year>20\d\d)年度?(?<name>\D{2,40}?)的?${REPORT}`);
/** Without a name a level must be named: 2024年预算 may be a heading of any kind. */
const NAMELESS =
  /^(?<year>20\d\d)年度?(?:本级)?(?:部门|单位)(?:收支)?(?:预算|决算)(?:公开|情况|说明|报告|草案|编制|文本|信息|的)*$/;

/** The report that a title names. */
export interface TitledReport {
  /** null where the title names no body. */
  readonly name: string | null;
  readonly year: number;
  readonly stage: 'budget' | 'final';
}

/** The body whose name and then year stand in a title inside a document; null where `text` (white space gone) is none. */
export function bodyInTitle(text: string): string | null {
  return named(NAME_FIRST, text)?.name ?? null;
}

/** The report that a line names and names alone (white space gone), with or without its body; null for any other line. */
export function readTitle(text: string): TitledReport | null {
  return named(NAME_FIRST, text) ?? named(YEAR_FIRST, text) ?? reportIn(NAMELESS, text);
}

function named(pattern: RegExp, text: string): TitledReport | null {
  const report = reportIn(pattern, text);
  return report?.name != null && isOrganization(report.name) ? report : null;
}

function reportIn(pattern: RegExp, text: string): TitledReport | null {
  if (text.length > LONGEST_TITLE || AFTER_COVER.test(text)) return null;
  const groups = pattern.exec(text)?.groups;
  if (!groups) return null;
  return {
    name: groups['name'] ?? null,
    year: Number(groups['year']),
    stage: text.includes('决算') ? 'final' : 'budget',
  };
}
