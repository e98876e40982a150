import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../transforms/statements/period.js';

const facts = { fiscalYear: 2025, reportKind: 'department_budget' } as const;

describe('the figures that a title names', () => {
  it.each(['一般公共预算支出调整表', '一般公共预算追加支出表', '一般公共预算压减支出表'])(
    'are in doubt: %s',
    (title) => {
      expect(periodOf(title, facts)).toMatchObject({ stage: 'budget', isStageDoubtful: true });
    },
  );

  it.each(['一般公共预算支出执行情况表', '一般公共预算支出执行情况表（1-9月）'])(
    'of a year that is not over may be of any part of it: %s',
    (title) => {
      expect(periodOf(title, facts)).toMatchObject({ stage: 'final', isStageDoubtful: true });
    },
  );

  it.each([
    ['2024年预算执行情况表', { ...facts }],
    ['预算执行情况表', { fiscalYear: 2025, reportKind: 'department_final' } as const],
  ])('of a year that is over are those carried out: %s', (title, of) => {
    expect(periodOf(title, of)).toMatchObject({ stage: 'final', isStageDoubtful: false });
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
