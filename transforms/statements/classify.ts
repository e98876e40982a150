/** Which statement a table is: by its name, else by what its header and rows speak of. */
import type { Grid, RawTable } from '../../extractors/types.js';
import type { TableKind } from '../types.js';
import { pack } from '../vocabulary/index.js';
import { readHeaderPaths } from './header-path.js';
import { TITLE_RULES } from './titles.js';

/** The kind that a title names; null where it names none that is known. */
export function kindOfTitle(title: string | null): TableKind | null {
  const words = pack(title ?? '');
  return TITLE_RULES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/**
 * The table's kind; `other` when neither its title nor its words tell.
 *
 * A title can name a kind and still head a form of performance targets: a grid with indicator headings is one, whatever its title,
 * unless it is a list of special funds with an amount column.
 */
export function classifyTable(raw: RawTable, grid: Grid): TableKind {
  const named = kindOfTitle(raw.title);
  if (hasIndicators(grid)) return 'performance_targets';
  const words = readHeaderPaths(grid).map((path) => path.join('/'));
  if (named === 'general_public_basic_dept_economic' && printsGovernmentClasses(grid))
    return 'general_public_basic_gov_economic';
  if (named === 'performance_targets' && grid.headerRowCount > 0 && !words.some((word) => /绩效|指标/.test(word)))
    return 'special_funds';
  return named ?? classifyByWords(words.join('|'), grid);
}

function hasIndicators(grid: Grid): boolean {
  return grid.cells.filter(({ text }) => /^[一二三]级(?:绩效)?指标/.test(pack(text))).length >= 2;
}

/** Codes 501–599 in the rows: government economic classes, although the title does not say so. */
function printsGovernmentClasses(grid: Grid): boolean {
  const codes = bodyTexts(grid).filter((text) => /^\[?[35]\d{2}(?:\d{2})?\]?(?:\D|$)/.test(text));
  return codes.length > 0 && codes.every((text) => /^\[?5/.test(text));
}

function bodyTexts(grid: Grid): string[] {
  return grid.cells.filter(({ row }) => row >= grid.headerRowCount).map(({ text }) => pack(text));
}

/** What the header speaks of, most telling words first; only for tables without a telling name. */
function classifyByWords(words: string, grid: Grid): TableKind {
  const rows = bodyTexts(grid).join('|');
  if (/采购(?:品目|目录|项目|金额|物品)/.test(words)) return 'procurement';
  if (/因公出国/.test(words) || (/因公出国/.test(rows) && /公务接待/.test(rows) && !/30201|30212/.test(rows)))
    return 'three_public';
  const twoSided =
    /(?:^|\|)(?:[^|]*\/)?收入/.test(words) && /(?:^|\|)支出/.test(words) && /项目|预算数|金额/.test(words);
  if (twoSided)
    return /一般公共预算.*政府性基金/.test(words) ? 'fiscal_appropriation_summary' : 'revenue_expenditure_summary';
  if (/财政拨款收入|事业收入|上级补助收入|本年收入/.test(words)) return 'revenue_summary';
  if (/经济分类/.test(words) || /301\|?工资福利支出/.test(rows)) return 'general_public_basic_dept_economic';
  if (/501\|?机关工资福利支出/.test(rows)) return 'general_public_basic_gov_economic';
  if (/上缴上级|上解上级|附属单位补助|经营支出/.test(words)) return 'expenditure_summary';
  if (/基本支出/.test(words) && /项目支出/.test(words))
    return /政府性?基金/.test(words)
      ? 'gov_fund_expenditure'
      : /一般公共预算/.test(words)
        ? 'general_public_expenditure'
        : 'expenditure_summary';
  if (/项目名称/.test(words) && /金额|预算|合计/.test(words)) return 'project_expenditure';
  if (/单位性质|单位规格/.test(words)) return 'organization';
  return 'other';
}
