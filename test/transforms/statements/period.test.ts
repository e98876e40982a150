import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../transforms/statements/period.js';

const facts = { fiscalYear: 2025, reportKind: 'department_budget' } as const;

describe('the figures that a title names', () => {
  it.each([
    '一般公共预算支出调整表',
    '一般公共预算追加支出表',
    '一般公共预算压减支出表',
    '一般公共预算支出执行情况表（1-9月）',
  ])('are in doubt: %s', (title) => {
    expect(periodOf(title, facts)).toMatchObject({ stage: 'budget', isStageDoubtful: true });
  });

  it.each([
    ['一般公共预算支出表', 'budget'],
    ['产业结构调整支出表', 'budget'],
    ['一般公共预算支出调整后预算表', 'adjusted_budget'],
    ['2024年支出决算表', 'final'],
  ])('are certain: %s', (title, stage) => {
    expect(periodOf(title, facts)).toMatchObject({ stage, isStageDoubtful: false });
  });
});
