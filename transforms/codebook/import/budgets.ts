/** Which budget the new codes of an edition belong to. */
import type { BudgetScope, Codebook } from '../types.js';
import type { Change } from './difference.js';
import { possibleParents } from './schemes.js';

const WORDS: readonly (readonly [RegExp, BudgetScope])[] = [
  [/政府性基金/, 'gov_fund'],
  [/国有资本/, 'state_capital'],
  [/社会保险基金|社保基金/, 'social_insurance'],
  [/一般公共预算/, 'general'],
];
const ALL: readonly BudgetScope[] = ['general', 'gov_fund', 'state_capital', 'social_insurance'];

/** The budget that the name of a code's sheet tells, else that of the nearest known code above it; all of them where neither says. */
export function budgetOfChange({ row }: Change, codebook: Codebook): readonly BudgetScope[] {
  const told = WORDS.filter(([words]) => words.test(row.place.sheet ?? '')).map(([, budget]) => budget);
  if (told.length > 0) return told;
  const budgetAbove = (code: string): BudgetScope | null => {
    const [parent] = possibleParents({ ...row, code });
    if (parent === undefined) return null;
    const entry = codebook.entry(row.scheme, parent, null);
    return entry === null ? budgetAbove(parent) : entry.budget;
  };
  const above = budgetAbove(row.code);
  return above === null ? ALL : [above];
}
