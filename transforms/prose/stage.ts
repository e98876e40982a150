/** Which figure of which year an amount is. */
import type { BudgetStage, DocumentFacts, ReportKind } from '../types.js';
import { BUDGET_STAGES, findTerms, lastMeaning } from '../vocabulary/index.js';
import { MOVED_TO, PRIOR_LEVEL, THIS_YEAR } from './phrases.js';

export interface StageReading {
  readonly stage: BudgetStage;
  readonly fiscalYear: number | null;
}

const FINAL_REPORTS: readonly ReportKind[] = ['department_final', 'unit_final', 'government_final'];
const YEAR = /(20\d\d)(?:年|财年)/g;
const YEAR_ONLY = /^(?:截至)?20\d\d年度?$/;

/**
 * Reads stage and year from the words of the clause before an amount. A year before the document's, or 上年预算数, makes it last
 * year's figure; without any word it is what the report is about. `before`: the clause above it, looked at if it is a mere 2023年.
 */
export function readStage(clause: string, before: string, facts: DocumentFacts): StageReading {
  const words = YEAR_ONLY.test(before) ? before + clause : clause;
  const year = namedYears(words).at(-1) ?? null;
  const current = facts.fiscalYear;
  if (year !== null && current !== null && year < current) return { stage: 'prior_year', fiscalYear: year };
  if (PRIOR_LEVEL.test(words)) return { stage: 'prior_year', fiscalYear: current === null ? null : current - 1 };
  const reportStage: BudgetStage = FINAL_REPORTS.includes(facts.reportKind) ? 'final' : 'budget';
  const stage = lastMeaning(withoutNames(words), BUDGET_STAGES);
  return { stage: stage === null || stage === 'prior_year' ? reportStage : stage, fiscalYear: current };
}

/** The years that `words` name, as printed from left to right. */
export function namedYears(words: string): readonly number[] {
  return [...words.matchAll(YEAR)].map(([, digits = '']) => Number(digits));
}

/** The different figures (预算数, 决算数) that `words` name. */
export function namedStages(words: string): ReadonlySet<BudgetStage> {
  return new Set(findTerms(withoutNames(words), BUDGET_STAGES).map(({ meaning }) => meaning));
}

/** Words that say this year's figure behind one of the year before: 减少到, 本年. */
export function namesThisYear(words: string, currentYear: number | null): boolean {
  const year = namedYears(words).at(-1);
  return MOVED_TO.test(words) || THIS_YEAR.test(words) || (year !== undefined && year === currentYear);
}

/** The later year that a clause begins with (2025年计划…), in a document of `currentYear`; null otherwise. */
export function laterYear(words: string, currentYear: number | null): number | null {
  const [, digits = ''] = /^(20\d\d)年(?!初?(?:以?前|底前|[至到]))/.exec(words) ?? [];
  const year = Number(digits);
  return digits !== '' && currentYear !== null && year > currentYear ? year : null;
}

/** 一般公共预算 is a fund, not a stage. */
function withoutNames(words: string): string {
  return words.replace(
    /一般公共预算|公共财政预算|政府性?基金预算|基金预算|国有资本经营预算|综合预算|部门预算|单位预算|预算单位/g,
    '',
  );
}
