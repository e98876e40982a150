/** Which year and which figure of it a statement prints, by its title. */
import type { BudgetStage, DocumentFacts } from '../types.js';
import { pack } from '../vocabulary/index.js';
import { yearIn } from './columns.js';
import { isForeseen, isOfPartOfYear } from './heading-doubts.js';

export interface Period {
  /** The year of the statement's own figures; columns of last year's are a year before. */
  readonly fiscalYear: number | null;
  /** What its plain columns print. */
  readonly stage: BudgetStage;
  /** The title speaks of changes, a part of the year or a forecast: what its plain columns print is a guess. */
  readonly isStageDoubtful: boolean;
}

/** 一般公共预算 and its like name a budget, not a stage. */
const BUDGET_NAMES = /(?:公共|公共财政|基金|经营|部门|政府|单位)预算/g;

/** Titles of what a budget was changed to, and of changes that may print either those or the changed budget. */
const ADJUSTED = /调整后|调整预算/;
const CHANGED = /(?:预算|支出|收入|收支)调整|调整(?:情况|方案|明细)?表|追[加减]|压减|调[增减]|核减/;

/** Of a year that is over these are the figures carried out; of the document's own year nobody knows which. */
const EXECUTED = /执行/;

/** The title's year and stage where it names them (2023年…决算表 in a report on 2024), else the document's. */
export function periodOf(title: string | null, facts: Pick<DocumentFacts, 'fiscalYear' | 'reportKind'>): Period {
  const words = pack(title ?? '');
  if (/^上(?:一)?年/.test(words)) return { fiscalYear: facts.fiscalYear, stage: 'prior_year', isStageDoubtful: false };
  const year = yearIn(words);
  const isFinal =
    /决算/.test(words) ||
    EXECUTED.test(words) ||
    (facts.reportKind.endsWith('_final') && !/预算/.test(words.replace(BUDGET_NAMES, '')));
  const isOver = (year ?? facts.fiscalYear) !== facts.fiscalYear || facts.reportKind.endsWith('_final');
  const isExecutedSoFar = EXECUTED.test(words) && !/决算/.test(words) && !isOver;
  const stage = isFinal ? 'final' : ADJUSTED.test(words) ? 'adjusted_budget' : 'budget';
  const isChanged = stage === 'budget' && CHANGED.test(words);
  return {
    fiscalYear: year ?? facts.fiscalYear,
    stage,
    isStageDoubtful: isChanged || isExecutedSoFar || isOfPartOfYear(words) || isForeseen(words),
  };
}
