/** Which statement a sentence is about, and which place an amount has in it. */
import type { Flow, FundSource, LineRole, SpendingType, TableKind, TotalKind } from '../types.js';
import type { Topic } from './topic.js';

const BASIC: readonly (SpendingType | null)[] = ['basic', 'personnel', 'public'];
const OF_ALL: readonly (SpendingType | null)[] = ['total', ...BASIC];
const BUDGETS: readonly (FundSource | null)[] = ['gov_fund', 'state_capital'];

/**
 * The statement that prints an amount of this topic; `codeLevel` is the level of its function code (类 1 … 项 3), null without.
 * 财政拨款 by 类 stands in 财政拨款收支总表, by 款 and 项 in 一般公共预算支出表.
 */
export function statementOf(topic: Topic, codeLevel: number | null): TableKind {
  if (topic.theme === 'three_public' || topic.theme === 'procurement') return topic.theme;
  if (topic.theme === 'agency') return 'agency_operation';
  if (topic.theme === 'performance' && OF_ALL.includes(topic.spending)) return 'expenditure_summary';
  if (topic.theme === 'project' || topic.theme === 'performance') return 'project_expenditure';
  if (topic.fund === 'gov_fund') return 'gov_fund_expenditure';
  if (topic.fund === 'state_capital') return 'state_capital_expenditure';
  const appropriated = topic.fund === 'fiscal_appropriation' || topic.fund === 'general_public';
  if (topic.flow === 'both') return appropriated ? 'fiscal_appropriation_summary' : 'revenue_expenditure_summary';
  if (topic.flow === 'revenue') return appropriated ? 'fiscal_appropriation_summary' : 'revenue_summary';
  if (!appropriated) return 'expenditure_summary';
  if (BASIC.includes(topic.spending)) return 'general_public_basic_dept_economic';
  const summary = topic.fund === 'fiscal_appropriation' && (codeLevel ?? 1) === 1;
  return summary ? 'fiscal_appropriation_summary' : 'general_public_expenditure';
}

/**
 * The statement of an amount below a section heading: parts of what the heading names stay in its statement (收入预算情况:
 * 财政拨款收入…), anything else is in its own.
 */
export function statementInSection(section: Topic, topic: Topic, codeLevel: number | null): TableKind {
  const part =
    section.theme === topic.theme &&
    section.flow !== null &&
    section.flow !== 'both' &&
    section.flow === topic.flow &&
    section.fund === null &&
    !BUDGETS.includes(topic.fund);
  return part ? statementOf({ ...section, spending: section.spending }, null) : statementOf(topic, codeLevel);
}

/** The flows that an amount states: 收支预算 stands for both. Empty where nothing tells. */
export function flowsOf(topic: Topic, hasCode: boolean): readonly Flow[] {
  if (topic.flow === 'both') return hasCode || topic.item !== null ? ['expenditure'] : ['revenue', 'expenditure'];
  if (topic.flow !== null) return [topic.flow];
  if (topic.fund === 'carryover' && topic.spending === null) return ['revenue'];
  const spent = hasCode || topic.theme !== null || topic.spending !== null || topic.item !== null;
  return spent || topic.fund !== null ? ['expenditure'] : [];
}

/** Whose money it is where no word says so: 三公经费 and 机关运行经费 are appropriated by definition. */
export function fundOf(topic: Topic): FundSource {
  const appropriated = topic.theme === 'three_public' || topic.theme === 'agency';
  return topic.fund ?? (appropriated ? 'fiscal_appropriation' : 'all');
}

export function spendingOf(topic: Topic, flow: Flow): SpendingType | null {
  if (flow === 'revenue') return null;
  if (topic.theme === 'three_public' || topic.theme === 'procurement') return 'total';
  if (topic.theme === 'agency') return 'public';
  return topic.spending ?? (topic.theme === 'project' || topic.theme === 'performance' ? 'project' : 'total');
}

/** What the amount is in its statement; `inBreakdown`: a part behind 其中 or 包括. */
export function roleOf(
  topic: Topic,
  subject: {
    readonly hasCode: boolean;
    readonly named: boolean;
    readonly inBreakdown: boolean;
    readonly nested: boolean;
  },
): LineRole {
  if (topic.fund === 'carryover' || topic.spending === 'carryover') return 'carryover';
  if (subject.nested) return 'memo';
  if (subject.hasCode || subject.named) return 'detail';
  if (topic.theme === 'three_public') return topic.item === 'total' || topic.item === null ? 'total' : 'detail';
  if (topic.flow === 'revenue' && subject.inBreakdown) return 'detail';
  return 'total';
}

/** 总计 is with carryover, 合计 without. */
export function totalKindOf(role: LineRole, label: string): TotalKind | null {
  if (role !== 'total') return null;
  return /总计/.test(label) ? 'grand' : 'current';
}
