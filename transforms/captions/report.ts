/** What kind of report a document is, and whether subordinate units are in its figures. */
import type { RawDocument } from '../../extractors/types.js';
import type { DocumentScope, ReportKind } from '../types.js';
import type { TextLine } from './lines.js';
import { squeeze } from './lines.js';
import { onlyFormTitles } from './performance.js';

/** A line no longer than this and without a full stop is a heading. */
const LONGEST_HEADING = 40;
/** Names of classifications that hold the words of a report kind. */
const CLASSIFICATION = /(?:部门|政府)预算支出经济分类|(?:部门|政府)预算经济分类/g;
const GOVERNMENT =
  /政府[预决]算|财政(?:总|收支)?[预决]算|总[预决]算|预算执行情况|预算草案|一般公共预算收支|全[省市县区]|本级财政/;
/** Bodies that are single units, no departments. */
const SINGLE_UNIT =
  /(?:学校|中学|小学|幼儿园|大学|学院|医院|卫生院|中心|研究院|研究所|馆|站|院|所|队|园)(?:[（(]本级[)）])?$/;

type Level = 'department' | 'unit' | 'government';

/**
 * The kind by the words of the title (部门预算, 单位决算, 政府预算, 绩效目标), else by those of headings and table titles, the more
 * frequent winning; a report that says neither 部门 nor 单位 is a unit's where its publisher is a school, hospital, centre or the
 * like, a department's otherwise. `other` where nothing speaks of a budget.
 */
export function findReportKind(
  title: string | null,
  publisher: string | null,
  raw: RawDocument,
  lines: readonly TextLine[],
): ReportKind {
  const tableTitles = raw.tables.flatMap((table) => (table.title === null ? [] : [squeeze(table.title)]));
  const headings = [...headingTexts(lines), ...tableTitles];
  if (isPerformanceOnly(title, raw, lines)) return 'performance_targets';
  const stage = titleStage(title) ?? stageOf(headings) ?? stageOf(lines.map(({ text }) => text));
  if (stage === null) return 'other';
  const level =
    titleLevel(title) ?? countedLevel(headings) ?? (SINGLE_UNIT.test(publisher ?? '') ? 'unit' : 'department');
  return `${level}_${stage}`;
}

function headingTexts(lines: readonly TextLine[]): string[] {
  return lines.flatMap(({ text }) =>
    text.length <= LONGEST_HEADING && !/[。；]/.test(text) ? [text.replace(CLASSIFICATION, '')] : [],
  );
}

/** The form's title is the document's where it is nothing but forms; a title of its own may say 预算绩效目标. */
function isPerformanceOnly(title: string | null, raw: RawDocument, lines: readonly TextLine[]): boolean {
  if (title === null) return onlyFormTitles(raw, lines).length > 0;
  return title.includes('绩效') && !/[预决]算(?!绩效)/.test(title);
}

/** Of a title with both words, the later: 2023年决算和2024年预算草案; 预算绩效 and 预算执行 are no budget. */
function titleStage(title: string | null): 'budget' | 'final' | null {
  const words = (title ?? '').replace(/预算(?:绩效|执行)/g, '').match(/[预决]算/g);
  const last = words?.at(-1);
  return last === undefined ? null : last === '决算' ? 'final' : 'budget';
}

/** 决算 or 预算, whichever the texts say more often. */
function stageOf(texts: readonly string[]): 'budget' | 'final' | null {
  const finals = countMatching(texts, /决算/);
  const budgets = countMatching(texts, /预算/);
  if (finals + budgets === 0) return null;
  return finals >= budgets ? 'final' : 'budget';
}

function titleLevel(title: string | null): Level | null {
  if (title === null) return null;
  if (/单位[预决]算/.test(title)) return 'unit';
  if (/部门(?:[（(]单位[）)])?[预决]算/.test(title)) return 'department';
  return GOVERNMENT.test(title) ? 'government' : null;
}

function countedLevel(headings: readonly string[]): Level | null {
  const units = countMatching(headings, /单位(?:收支)?[预决]算/);
  const departments = countMatching(headings, /部门(?:收支)?[预决]算/);
  if (units + departments > 0) return units > departments ? 'unit' : 'department';
  return headings.some((heading) => /政府[预决]算|预算草案/.test(heading)) ? 'government' : null;
}

function countMatching(texts: readonly string[], pattern: RegExp): number {
  return texts.filter((text) => pattern.test(text)).length;
}

const ONLY_OWN = [
  /预算单位(?:构成)?(?:共|只有|仅有|仅)(?:计)?[1１一](?:个|家)/,
  /(?:无|没有|不含|未设)(?:下属|所属|二级)(?:预算)?单位/,
  /[预决]算包括[:：]?(?:部门|单位|机关)?本级[预决]算[。；]?$/,
];
const WITH_SUBORDINATES = [
  /(?:预算|决算|收支|数据)[^。；]{0,24}(?:包括|包含|含)[^。；]{0,60}(?:下属|所属|二级)[^。；]{0,12}(?:单位|机构)/,
  /(?:及|和|以及|与)(?:所属|下属|其所属|其下属)[^。；]{0,12}单位[^。；]{0,12}(?:收支|预算|决算|数据|收入|支出)[^。；]{0,8}(?:包含|纳入|汇总|组成)/,
  /(?:含|包括)所属(?:单位|事业单位|机构)/,
];
/** Sentences of the glossary speak of budgets in general. */
const DEFINITION = /[:：](?:是?指|反映)|是指|^[^。]{0,30}是(?:市|区|县|省)级预算主管部门/;

/**
 * `own` for a unit's report, for a publisher that is named 本级, and where the document says that there is only one unit;
 * `consolidated` where it says that subordinate units are included; else `unknown`.
 */
export function findScope(kind: ReportKind, publisher: string | null, lines: readonly TextLine[]): DocumentScope {
  if (kind === 'unit_budget' || kind === 'unit_final' || /本级|本部/.test(publisher ?? '')) return 'own';
  const sentences = lines
    .flatMap(({ text }) => text.split(/(?<=[。；])/))
    .filter((sentence) => !DEFINITION.test(sentence));
  if (sentences.some((sentence) => ONLY_OWN.some((pattern) => pattern.test(sentence)))) return 'own';
  if (sentences.some((sentence) => WITH_SUBORDINATES.some((pattern) => pattern.test(sentence)))) return 'consolidated';
  return 'unknown';
}
